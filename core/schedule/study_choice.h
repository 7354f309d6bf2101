// What a learner wants to be asked.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/id.h"

namespace rehearse {

/// By itself: today's cards of every deck.
struct StudyChoice {
  std::optional<DeckId> deck;  // only this one
  /// Besides today's cards those that will want a review within so many days. Not in custom study.
  std::chrono::days ahead{0};

  // Custom study: what is chosen is asked whether it is due or not, and daily limits do not hold. Several
  // choices narrow each other down. The answers are reviews like all others; the fold says what early ones
  // are worth.
  std::optional<std::vector<CardId>> only{};  // a question's own card stands for all its points
  std::optional<std::size_t> weakest{};       // so many that were met and are least likely recalled today
  bool missed_today = false;                  // a first meeting is no miss

  bool is_custom() const { return only || weakest || missed_today; }
};

}  // namespace rehearse
