#include "core/deck/table_cell.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/nasty_text.h"

using namespace rehearse;
using test::NastyText;

TEST_SUITE("core/deck/table_cell") {
  TEST_CASE("any list and any points come back out of their cell") {
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
      NastyText nasty(seed);
      std::vector<std::string> items;
      std::vector<KeyPoint> points;
      for (std::size_t left = 1 + nasty.below(4); left > 0; --left) {
        items.push_back(nasty.text());
        points.push_back({nasty.text(4), nasty.text()});
      }
      CAPTURE(seed);
      INFO(list_cell(items));
      CHECK(list_in_cell(list_cell(items)) == items);
      INFO(points_cell(points));
      CHECK(points_in_cell(points_cell(points)) == points);
    }
    CHECK(list_cell({}).empty());
  }

  TEST_CASE("points read as a person would write them") {
    CHECK(points_cell({{"先接住情绪", "复述他的损失"}, {"说清谁来定", ""}}) ==
          "• 先接住情绪：复述他的损失\n• 说清谁来定");
    CHECK_FALSE(points_in_cell("先接住情绪；说清谁来定"));
  }

  TEST_CASE("no cell begins with a sign that a spreadsheet computes from") {
    for (const std::string text : {"=1+1", "+8610", "-5", "@SUM(A1)", "\t=1", "＝1", "'=1", "''-x"}) {
      const std::string cell = with_formula_guard(text);
      CHECK(cell == "'" + text);
      CHECK(without_formula_guard(cell) == text);
    }
    for (const std::string text : {"", "'", "'quoted'", "a=b", "(-5)", "5-3"}) {
      CHECK(with_formula_guard(text) == text);
      CHECK(without_formula_guard(text) == text);
    }
  }
}
