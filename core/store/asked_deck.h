// A deck as the method looks at it. Every queue and every plan begins with this, so it reads no word of the
// questions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/study_deck.h"
#include "core/store/database.h"
#include "core/store/deck_reader.h"

namespace rehearse {

/// The deck, and what its cards are called.
struct AskedDeck {
  StudyDeck deck;
  std::vector<CardId> cards;            // by slot of `deck`
  std::vector<std::uint16_t> slots;     // in their questions' rows, by slot of `deck`
  std::vector<std::int64_t> positions;  // of the questions' rows
  std::vector<std::string> sections;    // titles, by index
};
AskedDeck read_asked_deck(Database& database, const DeckRow& row, const Scheduler& scheduler, StudyDay today);

}  // namespace rehearse
