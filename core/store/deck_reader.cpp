#include "core/store/deck_reader.h"

#include <algorithm>

#include "core/store/card_state.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

constexpr const char* kDecks =
    "SELECT id, title, interview_day, interview_since_day, sections FROM deck WHERE alive ORDER BY title, id";
constexpr const char* kDeck =
    "SELECT id, title, interview_day, interview_since_day, sections FROM deck WHERE id = ?1 AND alive";
// Two, for with one that takes a deck or none SQLite walks over every question for either.
constexpr const char* kSize =
    "SELECT count(*), coalesce(sum(coalesce(length(q.shown) / 2, length(q.cards) / 16)), 0)"
    " FROM deck d JOIN question q ON q.deck = d.position AND q.alive WHERE d.alive";
constexpr const char* kSizeOfDeck =
    "SELECT count(*), coalesce(sum(coalesce(length(q.shown) / 2, length(q.cards) / 16)), 0)"
    " FROM deck d JOIN question q ON q.deck = d.position AND q.alive WHERE d.alive AND d.id = ?1";
constexpr const char* kQuestions =
    "SELECT q.id, t.fields FROM deck d JOIN question q ON q.deck = d.position"
    " JOIN question_text t ON t.position = q.position"
    " WHERE d.id = ?1 AND q.alive ORDER BY q.at, q.id";
constexpr const char* kDeckOf =
    "SELECT d.id FROM question q JOIN deck d ON d.position = q.deck WHERE q.id = ?1 AND q.alive AND d.alive";
// What the view question_text says, in its own words: joined to it, the row of the question is read twice.
constexpr const char* kCard =
    "SELECT q.id, q.cards, q.shown, coalesce(t.fields, fields_in(o.line)), m.states, d.id, d.title"
    " FROM question q JOIN deck d ON d.position = q.deck"
    " LEFT JOIN folded_text t ON t.position = q.position LEFT JOIN op o ON o.position = q.said_in"
    " LEFT JOIN memory m ON m.question = q.position WHERE q.position = ?1 AND q.alive AND d.alive";
constexpr const char* kStem = "SELECT json_extract(fields, '$.stem') FROM question_text WHERE position = ?1";

/// From its row's fields, with the points inside the question as well.
std::optional<PlacedQuestion> read_question(QuestionId id, std::string_view fields) {
  auto placed = question_from(id, fields);
  if (placed)
    for (const PlacedPoint& point : placed->points) placed->question.points.push_back(point.point);
  return placed;
}

/// Of kDecks or kDeck.
DeckRow deck_row(const Query& query) {
  DeckRow deck;
  deck.id = query.id<DeckId>(0);
  deck.title = query.text(1);
  if (!query.is_null(2)) deck.interview = day_from_number(query.integer(2));
  if (!query.is_null(3)) deck.interview_since = day_from_number(query.integer(3));
  deck.sections = read_sections_json(query.text(4));
  return deck;
}

}  // namespace

std::vector<DeckRow> read_decks(Database& database) {
  std::vector<DeckRow> decks;
  Query query = database.query(kDecks);
  while (query.step()) decks.push_back(deck_row(query));
  return decks;
}

std::optional<DeckRow> read_deck(Database& database, DeckId deck) {
  Query query = database.query(kDeck);
  query.bind(deck);
  if (!query.step()) return std::nullopt;
  return deck_row(query);
}

DeckSize size_of(Database& database, std::optional<DeckId> deck) {
  Query query = database.query(deck ? kSizeOfDeck : kSize);
  if (deck) query.bind(*deck);
  query.step();
  return {static_cast<std::size_t>(query.integer(0)), static_cast<std::size_t>(query.integer(1))};
}

std::vector<PlacedQuestion> read_questions(Database& database, DeckId deck) {
  std::vector<PlacedQuestion> questions;
  for_each_question(database, deck, [&](PlacedQuestion placed) { questions.push_back(std::move(placed)); });
  return questions;
}

void for_each_question(Database& database, DeckId deck, const std::function<void(PlacedQuestion)>& visit) {
  Query query = database.query(kQuestions);
  query.bind(deck);
  while (query.step())
    if (auto placed = read_question(query.id<QuestionId>(0), query.bytes(1))) visit(std::move(*placed));
}

std::optional<DeckId> read_deck_of(Database& database, QuestionId question) {
  Query query = database.query(kDeckOf);
  query.bind(question);
  if (!query.step()) return std::nullopt;
  return query.id<DeckId>(0);
}

std::optional<Card> read_card(Database& database, CardIndex& index, CardId id) {
  const auto place = index.find(id);
  if (!place) return std::nullopt;
  Query query = database.query(kCard);
  query.bind(place->question);
  if (!query.step()) return std::nullopt;
  const Slots shown = read_shown(query, 1, 2);
  const auto at =
      static_cast<std::size_t>(std::find(shown.begin(), shown.end(), place->slot) - shown.begin());
  auto placed = question_from(query.id<QuestionId>(0), query.bytes(3));
  if (!placed || at == shown.size()) return std::nullopt;
  Card card;
  card.id = id;
  card.question_id = placed->id;
  card.question = std::move(placed->question);
  for (PlacedPoint& point : placed->points) {
    card.points.push_back(point.id);
    card.question.points.push_back(std::move(point.point));
  }
  card.times_answered = read_card_state(query.bytes(4), place->slot).answers;
  card.deck = query.id<DeckId>(5);
  card.deck_title = query.text(6);
  card.kind = at == 0 ? kind_of_own_card(card.question.kind) : CardKind::kPoint;
  if (at > 0) card.asked = at - 1;
  return card;
}

std::string read_stem(Database& database, CardIndex& index, CardId card) {
  const auto place = index.find(card);
  return place ? read_stem(database, place->question) : "";
}

std::string read_stem(Database& database, std::int64_t question) {
  Query query = database.query(kStem);
  query.bind(question);
  return query.step() ? query.text(0) : "";
}

}  // namespace rehearse
