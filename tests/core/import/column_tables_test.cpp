#include "core/import/column_tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/import/read_document.h"

using namespace rehearse;

namespace {

std::vector<Question> questions_of(const std::string& text) {
  auto read = read_document(text, "表.txt");
  REQUIRE(read);
  return std::move(read->document.questions);
}

}  // namespace

TEST_SUITE("core/import/column_tables") {
  TEST_CASE("columns parted by blanks are read as a table of questions") {
    const std::string text =
        "店员手册\n"
        "      题目                         答案\n"
        "客流变少怎么办？               先看数据，再换陈列。\n"
        "同事迟到如何处理？             先问原因。\n"
        "无票退货怎么办？               核对记录。\n";
    const auto questions = questions_of(text);
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].stem == "同事迟到如何处理？");
    CHECK(questions[1].answer == "先问原因。");
    const auto rows = with_columns_as_rows(text);
    REQUIRE(rows);
    CHECK(std::count(rows->begin(), rows->end(), '\n') >= std::count(text.begin(), text.end(), '\n'));
  }

  TEST_CASE("cells that go on in the next line stay with their column") {
    const auto questions = questions_of(
        "No.   Question                          Answer\n"
        "1     What is a stock count?            A check of what is on\n"
        "                                        the shelf.\n"
        "2     Who signs the transfer note?      The sender and\n"
        "                                        the receiver.\n"
        "\n二、其他\n1. 谈谈你的优点？\n答：细心。\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].answer == "A check of what is on the shelf.");
    CHECK(questions[1].stem == "Who signs the transfer note?");
    CHECK(questions[2].answer == "细心。");
  }

  TEST_CASE("a table whose gaps became single blanks is parted at the question mark") {
    const auto questions = questions_of(
        "序号 问题 参考答案\n1 客流变少怎么办？ 先看数据。\n2 同事迟到如何处理？ 先问原因，\n再按制度办。\n"
        "3 无票退货怎么办？\n核对记录。\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].answer == "先问原因，再按制度办。");
    CHECK(questions[2].answer == "核对记录。");
  }

  TEST_CASE("columns of options and keys make choice questions") {
    const auto questions = questions_of(
        "题号  题目                 A          B         C        答案\n"
        "1     叉车限速每小时       5公里      10公里    20公里   A\n"
        "2     压力表指针           应在红区   应在绿区  不看     B\n");
    REQUIRE(questions.size() == 2);
    CHECK(questions[1].options.size() == 3);
    CHECK(questions[1].answer_key == std::vector<std::string>{"B"});
  }

  TEST_CASE("text without such a table is left alone") {
    for (const std::string text : {"题目  一\n别的  话\n", "题目    答案\n这里没有表。\n",
                                   "1.选哪个？\nA.甲  B.乙  C.丙\n答案：A\n", ""}) {
      CAPTURE(text);
      const auto rows = with_columns_as_rows(text);
      CHECK((!rows || *rows == text));
    }
  }
}
