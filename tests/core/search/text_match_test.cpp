// Against the real FTS5: what the index finds is what reading every text finds.
#include "core/search/text_match.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "tests/core/search/random_query.h"

namespace rehearse {
namespace {

using Row = std::vector<std::string>;  // its texts

class Index {
 public:
  explicit Index(std::vector<Row> rows) : rows_(std::move(rows)) {
    database_.exec("CREATE VIRTUAL TABLE found USING fts5 (texts, content='', tokenize='ascii')");
    SQLite::Statement insert(database_, "INSERT INTO found (rowid, texts) VALUES (?1, ?2)");
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::vector<std::string_view> texts(rows_[row].begin(), rows_[row].end());
      insert.bind(1, static_cast<std::int64_t>(row));
      insert.bind(2, index_text(texts));
      insert.exec();
      insert.reset();
    }
  }

  std::set<std::size_t> find(const TextTerm& term) {
    const TextMatcher matcher(term);
    const IndexQuestion question = matcher.index_question();
    std::set<std::size_t> found;
    for (std::size_t row : candidates(question.match))
      if (question.is_exact || has(row, matcher)) found.insert(row);
    return found;
  }

  std::set<std::size_t> find_by_reading(const TextTerm& term) const {
    const TextMatcher matcher(term);
    std::set<std::size_t> found;
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (has(row, matcher)) found.insert(row);
    return found;
  }

  std::vector<std::string> terms() {
    database_.exec("CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (found, 'row')");
    SQLite::Statement query(database_, "SELECT term FROM vocabulary");
    std::vector<std::string> terms;
    while (query.executeStep()) terms.push_back(query.getColumn(0).getString());
    return terms;
  }

 private:
  std::vector<std::size_t> candidates(const std::string& match) {
    std::vector<std::size_t> rows;
    if (match.empty()) {
      for (std::size_t row = 0; row < rows_.size(); ++row) rows.push_back(row);
      return rows;
    }
    SQLite::Statement query(database_, "SELECT rowid FROM found WHERE found MATCH ?1");
    query.bind(1, match);
    while (query.executeStep()) rows.push_back(static_cast<std::size_t>(query.getColumn(0).getInt64()));
    return rows;
  }

  bool has(std::size_t row, const TextMatcher& matcher) const {
    for (const std::string& text : rows_[row])
      if (matcher.matches(text)) return true;
    return false;
  }

  std::vector<Row> rows_;
  SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

/// Texts over few characters, so that terms are found by chance, and found only in part.
std::string random_text(test::RandomQuery& random, std::size_t most) {
  static constexpr std::array<std::string_view, 44> kPieces{
      "客",  "户",  "投", "诉", "先", "后", "処",       "カ", "ー", "a", "b",    "C",  "Ｃ", "+",
      "＋",  "#",   "1",  "2",  "_",  "%",  "-",        "'",  "\"", "(", "*",    "\\", " ",  " ",
      "，",  "。",  "：", "\n", "é",  "e",  "\xCC\x81", "ß",  "ss", "→", "🙂", "␟",  "𪜀", "\xE2\x80\x8B",
      "AND", "NEAR"};
  std::string text;
  for (std::size_t left = random.below(most + 1); left > 0; --left) text += random.one_of(kPieces);
  return text;
}

Pattern random_pattern(test::RandomQuery& random) {
  Pattern pattern{{random_text(random, 4)}};
  while (random.below(4) == 0) pattern.pieces.push_back(random_text(random, 2));
  return pattern;
}

bool found(std::string_view text, const TextTerm& term) { return TextMatcher(term).matches(text); }
TextTerm bare(std::string text) { return {{{std::move(text)}}, WordEnd::kMayGoOn}; }
TextTerm quoted(std::string text) { return {{{std::move(text)}}, WordEnd::kIsThere}; }

}  // namespace

TEST_SUITE("core/search/text_match") {
  TEST_CASE("the index finds what reading every text finds") {
    test::RandomQuery random(31);
    std::vector<Row> rows;
    for (int i = 0; i < 400; ++i)
      rows.push_back({random_text(random, 8), random_text(random, 20), random_text(random, 3)});
    Index index(std::move(rows));
    std::size_t hits = 0;
    for (int i = 0; i < 10'000; ++i) {
      const TextTerm term{random_pattern(random),
                          random.below(2) == 0 ? WordEnd::kMayGoOn : WordEnd::kIsThere};
      const auto by_reading = index.find_by_reading(term);
      std::string pieces;
      for (const std::string& piece : term.pattern.pieces) pieces += "[" + piece + "]";
      REQUIRE_MESSAGE(index.find(term) == by_reading, pieces);
      hits += by_reading.size();
    }
    CHECK(hits > 100'000);
  }

  TEST_CASE("every token survives the tokenizer of the index") {
    test::RandomQuery random(32);
    std::vector<Row> rows;
    std::set<std::string> tokens{"␟"};
    for (int i = 0; i < 300; ++i) {
      rows.push_back({random_text(random, 20)});
      for (const Token& token : tokens_of(rows.back().front())) tokens.insert(token.text);
    }
    Index index(std::move(rows));
    const std::vector<std::string> terms = index.terms();
    CHECK(std::set<std::string>(terms.begin(), terms.end()) == tokens);
  }

  TEST_CASE("every piece of two or one Chinese characters is found and no other") {
    const std::string text = "接待情绪激动的客户";
    const std::u32string signs = to_utf32(text);
    for (std::size_t i = 0; i < signs.size(); ++i)
      for (std::size_t length = 1; i + length <= signs.size(); ++length) {
        const std::string piece = to_utf8(signs.substr(i, length));
        CHECK(found(text, bare(piece)));
        CHECK(found(text, quoted(piece)));
      }
    CHECK(!found(text, bare("待绪")));
    CHECK(!found(text, bare("户接")));
    CHECK(!found("投诉，处理", bare("诉处")));
  }

  TEST_CASE("a bare word finds its beginning and a quoted one the whole word") {
    CHECK(found("Caching helps", bare("cach")));
    CHECK(!found("Caching helps", quoted("cach")));
    CHECK(!found("Caching helps", bare("aching")));
    CHECK(found("Caching helps", {{{"", "aching"}}, WordEnd::kMayGoOn}));
    CHECK(found("C++11 and C", quoted("c")));
    CHECK(!found("C++11 and C#", quoted("c")));
    CHECK(found("C++11 and C#", bare("ｃ＋＋")));
    CHECK(found("first in, first out", quoted("in first")));
    CHECK(!found("first in, first out", quoted("first first")));
  }

  TEST_CASE("percent signs underlines and stars with a backslash are ordinary") {
    CHECK(found("达成率100%", bare("100%")));
    CHECK(!found("达成率100分", bare("100%")));
    CHECK(found("user_id", bare("_id")));
    CHECK(!found("user id", bare("_id")));
    CHECK(found("a * b", bare("*")));
    CHECK(!found("a + b", bare("*")));
    CHECK(found("先安抚，再处理。", bare("。")));
    CHECK(!found("先安抚", bare("。")));
  }

  TEST_CASE("a star stands for anything between") {
    const TextTerm term{{{"先", "再"}}, WordEnd::kMayGoOn};
    CHECK(found("先安抚，再处理", term));
    CHECK(!found("再处理，先安抚", term));
    CHECK(found("", {{{"", ""}}, WordEnd::kMayGoOn}));
  }
}

}  // namespace rehearse
