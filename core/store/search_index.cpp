#include "core/store/search_index.h"

#include <algorithm>

#include "core/search/text_match.h"
#include "core/search/tokens.h"

namespace rehearse {
namespace {

// The columns that texts_from takes. A table without its texts: to take a row out, what it was made from is
// said again.
constexpr const char* kIndexed =
    "SELECT t.position, q.id, t.fields, k.example FROM question_text t JOIN question q USING (position)"
    " LEFT JOIN question_mark k ON k.id = q.id"
    " WHERE t.position = ?1 AND t.position IN (SELECT position FROM search_indexed)";
constexpr const char* kMissingOne =
    "SELECT t.position, q.id, t.fields, k.example FROM question_text t JOIN question q USING (position)"
    " LEFT JOIN question_mark k ON k.id = q.id"
    " WHERE t.position = ?1 AND t.position NOT IN (SELECT position FROM search_indexed)";
constexpr const char* kTextsOf =
    "SELECT t.position, q.id, t.fields, k.example FROM question_text t JOIN question q USING (position)"
    " LEFT JOIN question_mark k ON k.id = q.id WHERE t.position = ?1";

constexpr const char* kForget =
    "INSERT INTO question_search (question_search, rowid, texts) VALUES ('delete', ?1, ?2)";
constexpr const char* kIsIndexedNoMore = "DELETE FROM search_indexed WHERE position = ?1";
constexpr const char* kClear =
    "INSERT INTO question_search (question_search) VALUES ('delete-all'); DELETE FROM search_indexed;";
// A question with a deck has texts; their own rows are long to walk over.
constexpr const char* kMissing =
    "SELECT position FROM question WHERE deck IS NOT NULL"
    " AND position NOT IN (SELECT position FROM search_indexed)";
constexpr const char* kIndex = "INSERT INTO question_search (rowid, texts) VALUES (?1, ?2)";
constexpr const char* kIsIndexed = "INSERT INTO search_indexed (position) VALUES (?1)";
constexpr const char* kEverything = "SELECT position FROM search_indexed ORDER BY position";
constexpr const char* kFind =
    "SELECT rowid FROM question_search WHERE question_search MATCH ?1 ORDER BY rowid";

std::optional<SearchedTexts> texts_from(const Query& row) {
  auto question = question_from(row.id<QuestionId>(1), row.text(2));
  if (!question) return std::nullopt;
  return SearchedTexts{std::move(*question), row.text(3)};
}

template <class Visit>
void for_each_text(const SearchedTexts& texts, Visit&& visit) {
  const Question& question = texts.question.question;
  visit(question.stem);
  visit(question.code);
  for (const Option& option : question.options) visit(option.text);
  for (const std::string& key : question.answer_key) visit(key);
  visit(question.answer);
  visit(question.analysis);
  for (const std::string& criterion : question.criteria) visit(criterion);
  for (const PlacedPoint& point : texts.question.points) {
    visit(point.point.cue);
    visit(point.point.detail);
  }
  visit(texts.example);
}

bool has(const std::optional<SearchedTexts>& texts, const TextMatcher& matcher) {
  bool found = false;
  if (texts) for_each_text(*texts, [&](const std::string& text) { found = found || matcher.matches(text); });
  return found;
}

}  // namespace

std::string searchable_text(const SearchedTexts& texts) {
  std::vector<std::string_view> all;
  for_each_text(texts, [&](const std::string& text) { all.emplace_back(text); });
  return index_text(all);
}

void SearchIndex::forget(std::int64_t position) {
  std::optional<SearchedTexts> said;
  {
    Query query = database_.query(kIndexed);
    if (!query.bind(position).step()) return;
    said = texts_from(query);
  }
  if (said) database_.query(kForget).bind(position, searchable_text(*said)).run();
  database_.query(kIsIndexedNoMore).bind(position).run();
}

void SearchIndex::clear() { database_.execute(kClear); }

void SearchIndex::add(std::int64_t position, const std::optional<SearchedTexts>& texts) {
  if (texts) database_.query(kIndex).bind(position, searchable_text(*texts)).run();
  database_.query(kIsIndexed).bind(position).run();
}

std::set<std::int64_t> SearchIndex::missing() {
  std::set<std::int64_t> positions;
  Query query = database_.query(kMissing);
  while (query.step()) positions.insert(query.integer(0));
  return positions;
}

void SearchIndex::catch_up(const std::set<std::int64_t>& questions) {
  if (questions.empty()) return;
  Transaction transaction(database_);
  for (const std::int64_t position : questions) {
    std::optional<SearchedTexts> texts;
    {
      Query query = database_.query(kMissingOne);
      if (!query.bind(position).step()) continue;
      texts = texts_from(query);
    }
    add(position, texts);
  }
  transaction.commit();
}

std::vector<std::int64_t> SearchIndex::find(const TextTerm& term) {
  const TextMatcher matcher(term);
  const IndexQuestion question = matcher.index_question();
  std::vector<std::int64_t> candidates;
  {
    Query query = database_.query(question.match.empty() ? kEverything : kFind);
    if (!question.match.empty()) query.bind(question.match);
    while (query.step()) candidates.push_back(query.integer(0));
  }
  if (question.is_exact) return candidates;
  std::vector<std::int64_t> found;
  for (const std::int64_t position : candidates) {
    Query query = database_.query(kTextsOf);
    if (query.bind(position).step() && has(texts_from(query), matcher)) found.push_back(position);
  }
  return found;
}

}  // namespace rehearse
