#include "core/search/query_fault.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/search/parse_query.h"
#include "tests/core/search/random_query.h"

namespace rehearse {
namespace {

std::string shown(std::string_view query, std::size_t columns = 80) {
  return pointed_out(query, std::get<QueryFault>(parse_query(query)), columns);
}

}  // namespace

TEST_SUITE("core/search/query_fault") {
  TEST_CASE("carets stand under the place, two columns for a Chinese character") {
    CHECK(shown("投诉 is:旧") ==
          "投诉 is:旧\n"
          "        ^^");
    CHECK(shown("a (b") ==
          "a (b\n"
          "  ^");
    CHECK(shown("a\tb or") ==
          "a b or\n"
          "    ^^");
  }

  TEST_CASE("a long query is cut so that the place stays on the line") {
    test::RandomQuery random(13);
    for (int i = 0; i < 5000; ++i) {
      std::string query = random.scrambled();
      for (int times = 0; times < 3; ++times) query += random.scrambled();
      const auto read = parse_query(query);
      const auto* fault = std::get_if<QueryFault>(&read);
      if (!fault) continue;
      const std::size_t columns = 8 + random.below(40);
      const std::string text = pointed_out(query, *fault, columns);
      const auto lines = split_lines(text);
      REQUIRE(lines.size() == 2);
      REQUIRE(display_width(lines[0]) <= columns);
      REQUIRE(lines[1].size() <= columns + 1);  // a caret may stand behind the end of a full line
      REQUIRE(lines[1].back() == '^');
    }
  }

  TEST_CASE("an error names the column in characters") {
    const std::string query = "投诉 is:旧";
    const Error error = to_error(query, std::get<QueryFault>(parse_query(query)));
    CHECK(error.what.english.find("column 7") != std::string::npos);
    CHECK(error.what.chinese.find("第 7 列") != std::string::npos);
    CHECK(error.line(Language::kChinese).find("is:旧") != std::string::npos);
  }
}

}  // namespace rehearse
