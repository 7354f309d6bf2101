// What the fold knows of one card, and the bytes it is kept in: those of all cards of a question stand side
// by side in one value, by slot.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/memory_state.h"
#include "core/schedule/study_deck.h"
#include "core/statistics/answer_counts.h"

namespace rehearse {

struct CardState {
  MemoryState memory;
  StudyDay first{};           // of the first answer; nothing while memory is not met
  std::uint32_t answers = 0;  // ops that spoke of the card, schedules too, since it was last reset
  /// Of the latest op that named this very card, not one whose answers it takes as its own.
  std::optional<StudyDay> named;
  Tests tests;  // those that named this very card
  bool is_suspended = false;
  std::optional<StudyDay> buried;  // the study day it is kept out of

  Held held_on(StudyDay day) const {
    if (is_suspended) return Held::kSuspended;
    return buried && *buried >= day ? Held::kBuried : Held::kNo;
  }

  friend bool operator==(const CardState&, const CardState&) = default;
};

/// True when something was answered, or taken over, since the cards were last reset.
bool has_answers(const std::vector<CardState>& states);

inline constexpr std::size_t kCardStateBytes = 56;

std::string write_card_states(const std::vector<CardState>& states);
/// Cards behind the end of `bytes` were never met.
std::vector<CardState> read_card_states(std::string_view bytes);
/// The card in `slot` alone.
CardState read_card_state(std::string_view bytes, std::size_t slot);

}  // namespace rehearse
