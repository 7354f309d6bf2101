// Decks, questions and cards as the projections hold them. Reads only.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/deck/card.h"
#include "core/deck/document.h"
#include "core/store/card_index.h"
#include "core/store/database.h"
#include "core/store/question_fields.h"

namespace rehearse {

struct DeckRow {
  DeckId id;
  std::string title;
  std::vector<Section> sections;
  std::optional<StudyDay> interview;
  StudyDay interview_since{};
};

/// The decks that are alive, by title.
std::vector<DeckRow> read_decks(Database& database);

/// Nothing when it is gone or deleted.
std::optional<DeckRow> read_deck(Database& database, DeckId deck);

struct DeckSize {
  std::size_t questions = 0;
  std::size_t cards = 0;
};
/// Of one deck, or of all that are alive.
DeckSize size_of(Database& database, std::optional<DeckId> deck = std::nullopt);

/// The living questions of a deck, in order, with their points.
std::vector<PlacedQuestion> read_questions(Database& database, DeckId deck);
/// The same one by one: those of a large deck are never in memory at once.
void for_each_question(Database& database, DeckId deck, const std::function<void(PlacedQuestion)>& visit);

/// The deck of a living question.
std::optional<DeckId> read_deck_of(Database& database, QuestionId question);

/// Of a question of this kind.
constexpr CardKind kind_of_own_card(QuestionKind kind) {
  return is_recalled_aloud(kind) ? CardKind::kRecall : CardKind::kChoice;
}

/// Nothing when its question or its deck is gone or deleted.
std::optional<Card> read_card(Database& database, CardIndex& index, CardId card);

/// The stem of a card's question, for lists: on a point card the cue would give the answer away.
std::string read_stem(Database& database, CardIndex& index, CardId card);
/// The same of the question at this position.
std::string read_stem(Database& database, std::int64_t question);

}  // namespace rehearse
