#include "core/store/deck_reader.h"

#include <limits>

#include "core/store/memory.h"

namespace rehearse {
namespace {

constexpr const char* kDecks =
    "SELECT d.id, d.title, d.interview_day, d.interview_since_day,"
    " (SELECT count(*) FROM question q WHERE q.deck_id = d.id AND q.alive),"
    " (SELECT count(*) FROM question q JOIN card c ON c.question_id = q.id WHERE q.deck_id = d.id AND "
    "q.alive), d.sections"
    " FROM deck d WHERE d.alive ORDER BY d.title, d.id";
constexpr const char* kDeck =
    "SELECT d.id, d.title, d.interview_day, d.interview_since_day,"
    " (SELECT count(*) FROM question q WHERE q.deck_id = d.id AND q.alive),"
    " (SELECT count(*) FROM question q JOIN card c ON c.question_id = q.id WHERE q.deck_id = d.id AND "
    "q.alive), d.sections"
    " FROM deck d WHERE d.id = ?1 AND d.alive";
constexpr const char* kQuestions =
    "SELECT id, at, kind, stem, content FROM question WHERE deck_id = ?1 AND alive ORDER BY at, id";
constexpr const char* kDeckOf =
    "SELECT d.id FROM question q JOIN deck d ON d.id = q.deck_id WHERE q.id = ?1 AND q.alive AND d.alive";
constexpr const char* kPoints =
    "SELECT id, at, cue, detail FROM point WHERE question_id = ?1 ORDER BY at, id";
constexpr const char* kCard =
    "SELECT c.kind, c.point_id, q.id, q.kind, q.stem, q.content, d.id, d.title,"
    " (SELECT count(DISTINCT o.op_id) FROM observation o WHERE o.card_id IN"
    " (SELECT c.id UNION ALL SELECT l.ancestor_id FROM lineage l WHERE l.card_id = c.id))"
    " + EXISTS (SELECT 1 FROM schedule s WHERE s.card_id IN"
    " (SELECT c.id UNION ALL SELECT l.ancestor_id FROM lineage l WHERE l.card_id = c.id))"
    " FROM card c JOIN question q ON q.id = c.question_id JOIN deck d ON d.id = q.deck_id"
    " WHERE c.id = ?1 AND q.alive AND d.alive";
constexpr const char* kStem =
    "SELECT q.stem FROM card c JOIN question q ON q.id = c.question_id WHERE c.id = ?1";
// One row a card, the question's own card before its point cards, which follow in their order.
constexpr const char* kQueue =
    "SELECT q.id, c.id, c.kind, m.repetitions, m.easiness_hundredths, m.interval_days, m.lapses,"
    " m.anchor_day, m.seen_day, m.first_day"
    " FROM question q JOIN card c ON c.question_id = q.id LEFT JOIN memory m ON m.card_id = c.id"
    " WHERE q.deck_id = ?1 AND q.alive ORDER BY q.at, q.id, c.at, c.id";

CardKind card_kind(const std::string& word) {
  if (word == to_word(CardKind::kPoint)) return CardKind::kPoint;
  return word == to_word(CardKind::kChoice) ? CardKind::kChoice : CardKind::kRecall;
}

std::vector<PlacedPoint> read_points(Database& database, QuestionId question) {
  std::vector<PlacedPoint> points;
  Query query = database.query(kPoints);
  query.bind(question);
  while (query.step())
    points.push_back({query.id<PointId>(0), query.text(1), {query.text(2), query.text(3)}, {}});
  return points;
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
  while (query.step()) {
    PlacedQuestion placed;
    placed.id = query.id<QuestionId>(0);
    placed.deck = deck;
    placed.at = query.text(1);
    placed.question.kind = question_kind_from_word(query.text(2)).value_or(QuestionKind::kOpen);
    placed.question.stem = query.text(3);
    read_content_json(query.text(4), placed.question);
    placed.points = read_points(database, placed.id);
    for (const PlacedPoint& point : placed.points) placed.question.points.push_back(point.point);
    questions.push_back(std::move(placed));
  }
  return questions;
}

std::optional<DeckId> read_deck_of(Database& database, QuestionId question) {
  Query query = database.query(kDeckOf);
  query.bind(question);
  if (!query.step()) return std::nullopt;
  return query.id<DeckId>(0);
}

std::optional<Card> read_card(Database& database, CardId id) {
  Query query = database.query(kCard);
  query.bind(id);
  if (!query.step()) return std::nullopt;
  Card card;
  card.id = id;
  card.kind = card_kind(query.text(0));
  card.question_id = query.id<QuestionId>(2);
  card.question.kind = question_kind_from_word(query.text(3)).value_or(QuestionKind::kOpen);
  card.question.stem = query.text(4);
  read_content_json(query.text(5), card.question);
  card.deck = query.id<DeckId>(6);
  card.deck_title = query.text(7);
  card.times_answered = static_cast<std::size_t>(query.integer(8));
  const bool asks_point = !query.is_null(1);
  const PointId asked = query.id<PointId>(1);
  for (const PlacedPoint& point : read_points(database, card.question_id)) {
    if (asks_point && point.id == asked) card.asked = card.points.size();
    card.points.push_back(point.id);
    card.question.points.push_back(point.point);
  }
  return card;
}

QueueDeck read_queue_deck(Database& database, const DeckRow& row, StudyDay today) {
  QueueDeck deck;
  deck.interview = row.interview;
  deck.interview_since = row.interview_since;
  Query query = database.query(kQueue);
  query.bind(row.id);
  constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
  QuestionId current;
  std::int64_t first_met = kNever;  // of the current question
  while (query.step()) {
    const auto question = query.id<QuestionId>(0);
    const auto card = query.id<CardId>(1);
    const MemoryState memory = read_memory(query, 3);
    if (deck.questions.empty() || question != current) {
      if (first_met == day_number(today)) ++deck.fresh_met_today;
      first_met = kNever;
      current = question;
      deck.questions.push_back({card, card_kind(query.text(2)), memory, {}});
    } else {
      deck.questions.back().points.push_back({card, memory});
    }
    if (memory.met) first_met = std::min(first_met, query.integer(9));
  }
  if (first_met == day_number(today)) ++deck.fresh_met_today;
  return deck;
}

std::string read_stem(Database& database, CardId card) {
  Query query = database.query(kStem);
  query.bind(card);
  if (!query.step()) return "";
  return query.text(0);
}

}  // namespace rehearse
