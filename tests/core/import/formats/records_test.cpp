#include "core/import/formats/records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/nasty_text.h"

using namespace rehearse;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& text, const Dialect& dialect = {}) {
  Rows rows;
  Record record;
  for (RecordReader reader(text, 0, dialect); reader.next(record);) {
    auto& row = rows.emplace_back();
    for (const Field& field : record.fields) row.push_back(field_text(text, field));
  }
  return rows;
}

}  // namespace

TEST_SUITE("core/import/formats/records") {
  TEST_CASE("quoted fields hold separators and quotes and line ends") {
    CHECK(rows_of("a,\"b, \"\"c\"\"\nd\",e\nf") == Rows{{"a", "b, \"c\"\nd", "e"}, {"f"}});
    CHECK(rows_of("\"\",\"\"\n , x ,\n") == Rows{{"", ""}, {"", "x", ""}});
    CHECK(rows_of("1|||\"x|||y", {"|||", Quotes::kPlain}) == Rows{{"1", "\"x", "y"}});
    CHECK(rows_of("甲，\"乙，丙\"", {"，", Quotes::kAround}) == Rows{{"甲", "乙，丙"}});
  }

  TEST_CASE("a quote that is never closed costs its own field only") {
    CHECK(rows_of("a,\"b\nc,\"d\",\"e\"\n") == Rows{{"a", "\"b"}, {"c", "d", "e"}});
    CHECK(rows_of("\"a,b\nc,d") == Rows{{"\"a", "b"}, {"c", "d"}});
    const std::string text = "x,\"open\ny,z";
    RecordReader reader(text, 0, {});
    Record record;
    REQUIRE(reader.next(record));
    CHECK(record.open_quote == 2);
    REQUIRE(reader.next(record));
    CHECK_FALSE(record.open_quote);
  }

  TEST_CASE("what any fields were written to is read back") {
    test::NastyText nasty(3);
    for (int round = 0; round < 3000; ++round) {
      Rows rows;
      std::string text;
      for (std::size_t left = 1 + nasty.below(4); left > 0; --left) {
        auto& row = rows.emplace_back();
        for (std::size_t fields = 1 + nasty.below(4); fields > 0; --fields) {
          row.push_back(nasty.text(4));
          text += row.size() == 1 ? "\"" : ",\"";
          for (const char c : row.back()) text += c == '"' ? std::string("\"\"") : std::string(1, c);
          text += '"';
        }
        text += '\n';
      }
      INFO(text);
      CHECK(rows_of(text) == rows);
    }
  }

  TEST_CASE("hostile quotes and millions of fields take time linear in the text") {
    std::string text;
    for (int i = 0; i < 400'000; ++i) text += "\"x,\"\"y\n";
    for (int i = 0; i < 400'000; ++i) text += ",\"\"y";
    Record record;
    std::size_t fields = 0;
    std::size_t records = 0;
    for (RecordReader reader(text, 0, {}); reader.next(record); ++records)
      fields += record.fields.size() + record.left_out;
    CHECK(records >= 200'000);
    CHECK(fields >= 800'000);
    const std::string commas(2'000'000, ',');
    RecordReader reader(commas, 0, {});
    REQUIRE(reader.next(record));
    CHECK(record.fields.size() == RecordReader::kMostFields);
    CHECK(record.fields.size() + record.left_out >= 2'000'000);
  }
}
