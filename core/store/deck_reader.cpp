#include "core/store/deck_reader.h"

#include <algorithm>

#include "core/store/memory.h"

namespace rehearse {
namespace {

constexpr const char* kDecks =
    "SELECT d.id, d.title, d.interview_day, d.interview_since_day, count(q.position),"
    " coalesce(sum(length(q.cards)) / 16, 0), d.sections"
    " FROM deck d LEFT JOIN question q ON q.deck = d.position AND q.alive"
    " WHERE d.alive GROUP BY d.position ORDER BY d.title, d.id";
constexpr const char* kDeck =
    "SELECT d.id, d.title, d.interview_day, d.interview_since_day, count(q.position),"
    " coalesce(sum(length(q.cards)) / 16, 0), d.sections"
    " FROM deck d LEFT JOIN question q ON q.deck = d.position AND q.alive"
    " WHERE d.id = ?1 AND d.alive GROUP BY d.position";
constexpr const char* kQuestions =
    "SELECT q.id, t.fields FROM deck d JOIN question q ON q.deck = d.position"
    " JOIN question_text t ON t.position = q.position"
    " WHERE d.id = ?1 AND q.alive ORDER BY q.at, q.id";
constexpr const char* kDeckOf =
    "SELECT d.id FROM question q JOIN deck d ON d.position = q.deck WHERE q.id = ?1 AND q.alive AND d.alive";
constexpr const char* kCard =
    "SELECT q.id, q.cards, t.fields, d.id, d.title,"
    " (SELECT count(DISTINCT o.op_id) FROM observation o WHERE o.card_id IN"
    " (SELECT ?2 UNION ALL SELECT l.ancestor_id FROM lineage l WHERE l.card_id = ?2))"
    " + EXISTS (SELECT 1 FROM schedule s WHERE s.card_id IN"
    " (SELECT ?2 UNION ALL SELECT l.ancestor_id FROM lineage l WHERE l.card_id = ?2))"
    " FROM question q JOIN question_text t ON t.position = q.position JOIN deck d ON d.position = q.deck"
    " WHERE q.position = ?1 AND q.alive AND d.alive";
constexpr const char* kStem = "SELECT json_extract(fields, '$.stem') FROM question_text WHERE position = ?1";
constexpr const char* kQueue =
    "SELECT q.kind, q.cards FROM deck d JOIN question q ON q.deck = d.position"
    " WHERE d.id = ?1 AND q.alive ORDER BY q.at, q.id";
constexpr const char* kMemory =
    "SELECT repetitions, easiness_hundredths, interval_days, lapses, anchor_day, seen_day, first_day"
    " FROM memory WHERE card_id = ?1";

CardKind kind_of_own_card(QuestionKind kind) {
  return is_recalled_aloud(kind) ? CardKind::kRecall : CardKind::kChoice;
}

/// A deck's question as `Query` gives it: the points stand in the question as well.
std::optional<PlacedQuestion> read_question(QuestionId id, const std::string& fields) {
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
  deck.questions = static_cast<std::size_t>(query.integer(4));
  deck.cards = static_cast<std::size_t>(query.integer(5));
  deck.sections = read_sections_json(query.text(6));
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

std::vector<PlacedQuestion> read_questions(Database& database, DeckId deck) {
  std::vector<PlacedQuestion> questions;
  Query query = database.query(kQuestions);
  query.bind(deck);
  while (query.step())
    if (auto placed = read_question(query.id<QuestionId>(0), query.text(1)))
      questions.push_back(std::move(*placed));
  return questions;
}

std::optional<DeckId> read_deck_of(Database& database, QuestionId question) {
  Query query = database.query(kDeckOf);
  query.bind(question);
  if (!query.step()) return std::nullopt;
  return query.id<DeckId>(0);
}

std::optional<Card> read_card(Database& database, CardIndex& index, CardId id) {
  const auto position = index.question_of(id);
  if (!position) return std::nullopt;
  Query query = database.query(kCard);
  query.bind(*position, id);
  if (!query.step()) return std::nullopt;
  auto placed = read_question(query.id<QuestionId>(0), query.text(2));
  if (!placed) return std::nullopt;
  Card card;
  card.id = id;
  card.question_id = placed->id;
  card.question = std::move(placed->question);
  card.deck = query.id<DeckId>(3);
  card.deck_title = query.text(4);
  card.times_answered = static_cast<std::size_t>(query.integer(5));
  for (const PlacedPoint& point : placed->points) card.points.push_back(point.id);
  const std::vector<CardId> cards = query.ids<CardId>(1);
  const auto place = static_cast<std::size_t>(std::find(cards.begin(), cards.end(), id) - cards.begin());
  card.kind = place == 0 ? kind_of_own_card(card.question.kind) : CardKind::kPoint;
  if (place > 0) card.asked = place - 1;
  return card;
}

QueueDeck read_queue_deck(Database& database, const DeckRow& row, StudyDay today) {
  QueueDeck deck;
  deck.interview = row.interview;
  deck.interview_since = row.interview_since;
  Query query = database.query(kQueue);
  query.bind(row.id);
  while (query.step()) {
    const auto kind = question_kind_from_word(query.text(0)).value_or(QuestionKind::kOpen);
    QueueQuestion question;
    question.kind = kind_of_own_card(kind);
    bool met = false, met_before = false;
    for (const CardId& card : query.ids<CardId>(1)) {
      Query memory = database.query(kMemory);
      MemoryState state;
      if (memory.bind(card).step()) {
        state = read_memory(memory, 0);
        met = true;
        met_before = met_before || memory.integer(6) < day_number(today);
      }
      if (question.card == CardId()) {
        question.card = card;
        question.memory = state;
      } else {
        question.points.push_back({card, state});
      }
    }
    if (met && !met_before) ++deck.fresh_met_today;
    deck.questions.push_back(std::move(question));
  }
  return deck;
}

std::string read_stem(Database& database, CardIndex& index, CardId card) {
  const auto position = index.question_of(card);
  if (!position) return "";
  Query query = database.query(kStem);
  query.bind(*position);
  return query.step() ? query.text(0) : "";
}

}  // namespace rehearse
