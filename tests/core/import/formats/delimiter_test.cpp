#include "core/import/formats/delimiter.h"

#include <doctest/doctest.h>

#include <string>

using namespace rehearse;

namespace {

std::string separator_of_text(const std::string& text) {
  const auto dialect = dialect_of_records(text);
  return dialect ? dialect->separator : "";
}

}  // namespace

TEST_SUITE("core/import/formats/delimiter") {
  TEST_CASE("a table names no separator and shows it") {
    CHECK(dialect_of_table("question,answer\nWhy; and how?,So; thus\n", 0).separator == ",");
    CHECK(dialect_of_table("question\tanswer\nWhy, who?\tMe, you\n", 0).separator == "\t");
    CHECK(dialect_of_table("题目;答案\n为什么，来？;因为，喜欢\n谁？;我\n", 0).separator == ";");
    CHECK(dialect_of_table("题目|答案\n为什么？|喜欢\n", 0).separator == "|");
    CHECK(dialect_of_table("题目，答案\n为什么来？，喜欢\n", 0).separator == "，");
    CHECK(dialect_of_table("题目\n为什么？\n", 0).separator == ",");
  }

  TEST_CASE("delimiter files are told from running text") {
    CHECK(separator_of_text("1|||夜班可以不交接。|||错\n2|||漏水先断电。|||对\n3|||钥匙可以外借。|||错\n") ==
          "|||");
    CHECK(separator_of_text(
              "题目：谁签字？^*^答案：双方。\n题目：几点？^*^答案：八点。\n题目：哪里？^*^答案：前台。") ==
          "^*^");
    CHECK(separator_of_text("B,谁签字？,甲,乙,丙\nA,几点？,八点,九点,十点\nAC,哪里？,前台,后院,门口\n") ==
          ",");
    CHECK(separator_of_text("你为什么来？\t因为喜欢。\n你的缺点？\t有时太急。\n加班呢？\t先分轻重。\n") ==
          "\t");
  }

  TEST_CASE("running text is no table") {
    for (const std::string text :
         {"First, we talk.\nThen, we act.\nLast, we check.\nNow, we rest.\n",
          "| 题号 | 答案 |\n| --- | --- |\n| 1 | A |\n| 2 | B |\n", "题号 | 答案\n--- | ---\n1 | A\n2 | B\n",
          "1.选哪个？\nA.甲\tB.乙\tC.丙\n2.选谁？\nA.子\tB.丑\tC.寅\n答案：A\n",
          "1.\t为什么来？\n答案：\t喜欢。\n2.\t谁？\n答案：\t我。\n",
          "你为什么来？\n因为喜欢。\n\n你的缺点？\n有时太急。\n", "a,b\nc,d\n"}) {
      CAPTURE(text);
      CHECK(separator_of_text(text) == "");
    }
  }
}
