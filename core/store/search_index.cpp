#include "core/store/search_index.h"

#include <algorithm>
#include <map>

#include "core/search/text_match.h"
#include "core/search/tokens.h"
#include "core/store/card_state.h"
#include "core/store/question_slots.h"

namespace rehearse {
namespace {

// A table without its texts: to take a row out, what it was made from is said again.
constexpr const char* kIndexed =
    "SELECT q.id, t.fields FROM question_text t JOIN question q USING (position)"
    " WHERE t.position = ?1 AND t.position IN (SELECT position FROM search_indexed)";
constexpr const char* kForget =
    "INSERT INTO question_search (question_search, rowid, texts) VALUES ('delete', ?1, ?2)";
constexpr const char* kIsIndexedNoMore = "DELETE FROM search_indexed WHERE position = ?1";
constexpr const char* kClear =
    "INSERT INTO question_search (question_search) VALUES ('delete-all'); DELETE FROM search_indexed;";
constexpr const char* kIsAnyMissing =
    "SELECT (SELECT count(*) FROM question_text) <> (SELECT count(*) FROM search_indexed)";
constexpr const char* kMissing =
    "SELECT t.position, q.id, t.fields FROM question_text t JOIN question q USING (position)"
    " WHERE t.position NOT IN (SELECT position FROM search_indexed) ORDER BY t.position";
constexpr const char* kIndex = "INSERT INTO question_search (rowid, texts) VALUES (?1, ?2)";
constexpr const char* kIsIndexed = "INSERT INTO search_indexed (position) VALUES (?1)";
constexpr const char* kFind = "SELECT rowid FROM question_search WHERE question_search MATCH ?1";
constexpr const char* kTexts =
    "SELECT t.position, q.id, t.fields FROM question_text t JOIN question q USING (position)";
constexpr const char* kRows =
    "SELECT q.position, q.kind, q.section, d.title, q.cards, q.shown, m.states, d.position"
    " FROM question q JOIN deck d ON d.position = q.deck LEFT JOIN memory m ON m.question = q.position"
    " WHERE q.alive AND d.alive ORDER BY q.position";

template <class Visit>
void for_each_text(const Question& question, const std::vector<PlacedPoint>& points, Visit&& visit) {
  visit(question.stem);
  visit(question.code);
  for (const Option& option : question.options) visit(option.text);
  for (const std::string& key : question.answer_key) visit(key);
  visit(question.answer);
  visit(question.analysis);
  for (const std::string& criterion : question.criteria) visit(criterion);
  for (const PlacedPoint& point : points) {
    visit(point.point.cue);
    visit(point.point.detail);
  }
}

}  // namespace

std::string searchable_text(const PlacedQuestion& question) {
  std::vector<std::string_view> texts;
  for_each_text(question.question, question.points,
                [&](const std::string& text) { texts.emplace_back(text); });
  return index_text(texts);
}

void SearchIndex::forget(std::int64_t position) {
  std::optional<PlacedQuestion> said;
  {
    Query query = database_.query(kIndexed);
    if (!query.bind(position).step()) return;
    said = question_from(query.id<QuestionId>(0), query.text(1));
  }
  if (said) database_.query(kForget).bind(position, searchable_text(*said)).run();
  database_.query(kIsIndexedNoMore).bind(position).run();
}

void SearchIndex::clear() { database_.execute(kClear); }

void SearchIndex::catch_up() {
  {
    Query query = database_.query(kIsAnyMissing);
    query.step();
    if (query.integer(0) == 0) return;
  }
  Transaction transaction(database_);
  Query missing = database_.query(kMissing);
  while (missing.step()) {
    const std::int64_t position = missing.integer(0);
    if (const auto question = question_from(missing.id<QuestionId>(1), missing.text(2)))
      database_.query(kIndex).bind(position, searchable_text(*question)).run();
    database_.query(kIsIndexed).bind(position).run();
  }
  transaction.commit();
}

std::vector<std::int64_t> SearchIndex::find(const TextTerm& term) {
  const TextMatcher matcher(term);
  const IndexQuestion question = matcher.index_question();
  std::vector<std::int64_t> candidates;
  if (!question.match.empty()) {
    Query query = database_.query(kFind);
    query.bind(question.match);
    while (query.step()) candidates.push_back(query.integer(0));
    std::sort(candidates.begin(), candidates.end());
  }
  if (question.is_exact) return candidates;
  std::vector<std::int64_t> found;
  Query query = database_.query(kTexts);
  while (query.step()) {
    const std::int64_t position = query.integer(0);
    if (!question.match.empty() && !std::binary_search(candidates.begin(), candidates.end(), position))
      continue;
    const auto placed = question_from(query.id<QuestionId>(1), query.text(2));
    bool has = false;
    if (placed)
      for_each_text(placed->question, placed->points,
                    [&](const std::string& text) { has = has || matcher.matches(text); });
    if (has) found.push_back(position);
  }
  return found;
}

SearchRows read_search_rows(Database& database, const Scheduler& scheduler) {
  SearchRows rows;
  SearchQuestions& questions = rows.table.questions;
  CardColumns& cards = rows.table.cards;
  cards.decay = decay_of(scheduler);
  std::map<std::int64_t, std::uint32_t> decks;
  std::map<std::string, std::uint32_t, std::less<>> sections;
  std::vector<CardRow> states;
  Query query = database.query(kRows);
  while (query.step()) {
    const auto row = static_cast<std::uint32_t>(rows.positions.size());
    rows.positions.push_back(query.integer(0));
    const auto kind = question_kind_from_word(query.text(1)).value_or(QuestionKind::kOpen);
    questions.kind.push_back(kind);
    const auto [deck, is_new_deck] = decks.emplace(query.integer(7), questions.deck_titles.size());
    if (is_new_deck) questions.deck_titles.push_back(query.text(3));
    questions.deck.push_back(deck->second);
    const auto [section, is_new] = sections.emplace(query.text(2), questions.section_titles.size());
    if (is_new) questions.section_titles.push_back(section->first);
    questions.section.push_back(section->second);
    questions.flag.push_back(0);
    questions.tags_begin.push_back(0);
    const std::vector<CardId> ids = query.ids<CardId>(4);
    for (const std::uint16_t slot : read_shown(query, 4, 5)) {
      const CardState state = read_card_state(query.bytes(6), slot);
      CardRow card = row_of(state.memory, scheduler);
      card.question = row;
      card.kind = slot > 0                  ? CardKind::kPoint
                  : is_recalled_aloud(kind) ? CardKind::kRecall
                                            : CardKind::kChoice;
      card.answers = static_cast<std::uint16_t>(std::min<std::uint32_t>(state.answers, UINT16_MAX));
      card.passed = static_cast<std::uint16_t>(state.tests.passed);
      card.failed = static_cast<std::uint16_t>(state.tests.failed);
      if (is_leech(state.memory)) card.status |= kCardLeech;
      states.push_back(card);
      rows.cards.push_back(ids[slot]);
    }
  }
  questions.tags_begin.push_back(0);
  cards.resize(states.size());
  for (std::size_t i = 0; i < states.size(); ++i) cards.set(i, states[i]);
  return rows;
}

}  // namespace rehearse
