// What is asked. Cards are derived from questions, never written by hand.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/deck/question.h"

namespace rehearse {

enum class CardKind {
  kRecall,  // say the whole answer: all points of an open or case question
  kPoint,   // say one key point of it
  kChoice,  // choice, true or false, fill-in: checks itself
};

/// recall, point, choice: the words in --json and in library files.
constexpr std::string_view to_word(CardKind kind) {
  switch (kind) {
    case CardKind::kRecall: return "recall";
    case CardKind::kPoint: return "point";
    case CardKind::kChoice: return "choice";
  }
  return "recall";
}

/// A card with everything a screen needs to ask it.
struct Card {
  CardId id;
  CardKind kind = CardKind::kRecall;
  DeckId deck;
  QuestionId question_id;
  std::string deck_title;
  Question question;
  std::vector<PointId> points;       // ids of question.points, same order
  std::optional<std::size_t> asked;  // index into question.points; set for kPoint only
  std::size_t times_answered = 0;    // 0: the first meeting, to be read rather than recalled
};

}  // namespace rehearse
