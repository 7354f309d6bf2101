// The days of a deck played through with expected answers: what make_plan counts.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/schedule/plan.h"

namespace rehearse {

/// Plays the days from today with the questions named alone (indices into deck.questions, in the order in
/// which new ones are met) and that many seconds a day. Plan::remedy stays empty. Held questions are passed
/// over.
Plan forecast(const StudyDeck& deck, std::span<const std::uint32_t> questions, StudyDay today,
              double seconds_per_day);

}  // namespace rehearse
