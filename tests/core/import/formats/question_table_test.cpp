#include "core/import/formats/question_table.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;

namespace {

std::string lines(const std::vector<TableRow>& rows) {
  const auto read = lines_of_question_table(rows);
  if (!read) return "no questions";
  std::string text;
  for (const std::string& line : *read) text += line + "\n";
  return text;
}

}  // namespace

TEST_SUITE("core/import/formats/question_table") {
  TEST_CASE("a row for each question becomes its lines") {
    CHECK(
        lines({{"序号", "题型", "题目", "A", "B", "正确答案", "解析"},
               {"1", "单选题", "先做什么？", "看", "问", "B", "先问。"},
               {"2", "判断题", "可以带电作业。", "", "", "错误", ""}}) ==
        "1.(单选题)先做什么？\nA. 看\nB. 问\n答案：B\n解析：先问。\n2.(判断题)可以带电作业。\n答案：错误\n");
    CHECK(lines({{"面试问题", "参考答案"}, {"1、为什么来？", "一\n二"}, {"何时到岗？", "下周"}}) ==
          "1. 为什么来？\n答案：一\n二\n2. 何时到岗？\n答案：下周\n");
    CHECK(lines({{"试题", "选项", "答 案"}, {"选哪个？", "A. 甲\nB. 乙", "A"}}) ==
          "1. 选哪个？\nA. 甲\nB. 乙\n答案：A\n");
  }

  TEST_CASE("a table of keys becomes a line of keys in the order of the questions") {
    CHECK(lines({{"题号", "1", "2"}, {"答案", "B", "正确"}, {"题号", "3", ""}, {"答案", "A、C", ""}}) ==
          "答案\n1.B 2.√ 3.AC\n");
    CHECK(lines({{"1", "2"}, {"A", "B"}}) == "答案\n1.A 2.B\n");
    CHECK(lines({{"题号", "答案", "题号", "答案"}, {"1", "A", "3", "C"}, {"2", "B", "4", "D"}}) ==
          "答案\n1.A 2.B 3.C 4.D\n");
    CHECK(lines({{"题号", "答案", "解析"}, {"1", "A", "因为。"}, {"2", "先停机", ""}}) ==
          "答案\n1. 答案：A\n解析：因为。\n2. 答案：先停机\n");
  }

  TEST_CASE("a table of parts becomes labelled lines") {
    CHECK(lines({{"题目", "先做什么？"}, {"选项A", "看"}, {"B", "问"}, {"答案", "A"}}) ==
          "题目：先做什么？\nA. 看\nB. 问\n答案：A\n");
  }

  TEST_CASE("any other table is none of questions") {
    CHECK(lines({}) == "no questions");
    CHECK(lines({{"题目", "答案"}}) == "no questions");
    CHECK(lines({{"岗位", "人数"}, {"主管", "2"}}) == "no questions");
    CHECK(lines({{"年份", "1", "2"}, {"产量", "30", "40"}}) == "no questions");
    CHECK(lines({{"题目", "答案"}, {"", "A"}}) == "no questions");
  }
}
