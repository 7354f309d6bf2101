// What lists say of cards, and trees of decks: the answers to searches, for people to look through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/deck/card.h"

namespace rehearse {

/// A card as a list shows it. The stem is empty where the card is gone, and nothing else means anything then.
struct FoundCard {
  CardId id;
  CardKind kind = CardKind::kRecall;
  QuestionId question;
  QuestionKind question_kind = QuestionKind::kOpen;
  std::string deck;     // its title
  std::string section;  // its title; may be empty
  std::string stem;
  int flag = 0;  // of the question

  // Of a question's own card they say what its points are in: the one that comes first.
  std::uint8_t status = 0;  // bits of CardStatus (core/schedule/card_columns.h)
  StudyDay due{};           // these mean something once it was met
  std::int32_t interval_days = 0;
};

struct ListedSection {
  std::string title;  // may be empty
  std::size_t questions = 0;
};

/// A deck as a tree shows it.
struct DeckContents {
  DeckId id;
  std::string title;
  std::size_t questions = 0;
  std::vector<ListedSection> sections;  // in the order of their first questions; those of none left out
};

}  // namespace rehearse
