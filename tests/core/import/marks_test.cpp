#include "core/import/marks.h"

#include <doctest/doctest.h>

#include <string>

using namespace rehearse;

TEST_SUITE("core/import/marks") {
  TEST_CASE("every way to number a question is read") {
    for (const std::string text :
         {"3.题", "3、题", "3)题", "(3)题", "（3）题", "３．题", "③题", "第三题 题", "题目3:题", "问题三：题",
          "Q3：题", "3.题目:题", "3.题干：题", "3.(单选,4分)题", "3.【多选】题", "题目3(5分):题"}) {
      CAPTURE(text);
      const auto mark = number_mark(text);
      REQUIRE(mark);
      CHECK(mark->number == 3);
      CHECK(text.substr(mark->length) == "题");
    }
  }

  TEST_CASE("a quantity never begins a question") {
    for (const std::string text :
         {"1.5倍", "2.1.3 节", "3个步骤", "2026年", "100%", "1234567.号", "第三方", "问题在于", "12"}) {
      CAPTURE(text);
      CHECK_FALSE(number_mark(text));
    }
  }

  TEST_CASE("marks and kind are read from the bracket behind a number") {
    const auto mark = number_mark("7.(多选题,4分)下列哪些正确?");
    REQUIRE(mark);
    CHECK(mark->kind == QuestionKind::kMultiple);
    CHECK(mark->marks == 4.0);
    CHECK(mark->says_question);
  }

  TEST_CASE("the kind may stand before the number") {
    const auto mark = number_mark("【多选】12、下列");
    REQUIRE(mark);
    CHECK(mark->number == 12);
    CHECK(mark->kind == QuestionKind::kMultiple);
    CHECK_FALSE(number_mark("【多选】下列"));
    CHECK_FALSE(number_mark("(5分)3个人"));
  }

  TEST_CASE("a section head gives its title and what it promises") {
    const SectionHead head = section_head("单选题（共10题，每题2分，总计20分）");
    CHECK(head.title == "单选题");
    CHECK(head.declared_count == 10);
    CHECK(head.marks_each == 2.0);
    CHECK(head.kind == QuestionKind::kSingle);
    CHECK(section_head("判断题(每题1.5分,共4题)").marks_each == 1.5);
    CHECK(section_head("沟通能力(含书面)").title == "沟通能力(含书面)");
    CHECK_FALSE(section_head("沟通能力(含书面)").declared_count);
  }

  TEST_CASE("labels need their colon or brackets or a line of their own") {
    CHECK(label("答案:B")->part == Part::kAnswer);
    CHECK(label("【解析】因为")->part == Part::kAnalysis);
    CHECK(label("答案**：是")->part == Part::kAnswer);
    CHECK(label("评分标准(10分):条理")->part == Part::kCriteria);
    CHECK(label("参考答案")->has_colon == false);
    CHECK_FALSE(label("答案是唯一的"));
    CHECK_FALSE(label("答复客户"));
  }

  TEST_CASE("a heading that opens the answers is told from an answer") {
    for (const std::string text :
         {"答案与解析", "参考答案及解析", "三、参考答案", "## 答案", "试题答案及详细解析", "答案部分:"}) {
      CAPTURE(text);
      CHECK(is_answer_heading(text));
    }
    CHECK_FALSE(is_answer_heading("答案:B"));
    CHECK_FALSE(is_answer_heading("参考答案要客观"));
  }

  TEST_CASE("a bullet that a PDF kept from a symbol font is a bullet") {
    const std::string line = "\uF0B7 先倾听";
    CHECK(line.substr(bullet_length(line)) == "先倾听");
  }
}
