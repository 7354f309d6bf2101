#include "core/deck/problem_groups.h"

#include <doctest/doctest.h>

namespace rehearse {

TEST_SUITE("core/deck/problem_groups") {
  TEST_CASE("the same sentence is said once with its places and how often it was said") {
    std::vector<Problem> problems{{3, 1, "no-answer", {"no answer", "没有答案"}},
                                  {0, 0, "repaired", {"the whole text", "全文"}},
                                  {9, 4, "no-answer", {"no answer", "没有答案"}}};
    const std::vector<ProblemGroup> groups = grouped(problems);
    REQUIRE(groups.size() == 2);
    CHECK(line_of(groups[0]).english == "line 3:1, 9:4: no answer (2)");
    CHECK(line_of(groups[0]).chinese == "位置 3:1、9:4：没有答案 (2)");
    CHECK(line_of(groups[1]).english == "the whole text");
  }

  TEST_CASE("a place is named as the file shows it where it shows no lines") {
    const std::vector<ProblemGroup> groups =
        grouped({{3, 1, "no-answer", {"no answer", "没有答案"}, {"paragraph 3", "第 3 段"}},
                 {9, 4, "no-answer", {"no answer", "没有答案"}, {"table 1", "表 1"}}});
    CHECK(line_of(groups.front()).english == "paragraph 3, table 1: no answer (2)");
    CHECK(line_of(groups.front()).chinese == "位置 第 3 段、表 1：没有答案 (2)");
  }

  TEST_CASE("of very many places only the first stand there") {
    std::vector<Problem> problems;
    for (std::size_t line = 1; line <= 100; ++line) problems.push_back({line, 1, "picture", {"a picture"}});
    const std::vector<ProblemGroup> groups = grouped(problems);
    REQUIRE(groups.size() == 1);
    CHECK(line_of(groups[0]).english == "line 1:1, 2:1, 3:1, 4:1, 5:1, 6:1 …: a picture (100)");
  }
}

}  // namespace rehearse
