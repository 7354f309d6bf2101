#include "core/deck/text_blocks.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

using Kind = TextBlock::Kind;
using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_SUITE("core/deck/text_blocks") {
  TEST_CASE("plain text is one block with its lines as they are") {
    const auto blocks = text_blocks("一行\n另一行 | 不是表\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].kind == Kind::kText);
    CHECK(blocks[0].text == "一行\n另一行 | 不是表");
    CHECK(text_blocks("").empty());
  }

  TEST_CASE("a table stands between texts and its rows are as long as the longest") {
    const auto blocks =
        text_blocks("前\n| 级别 | 脏读 |\n|:--|--:|\n| 读未提交 | 有 | 多 |\n| a\\|b | |\n后");
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].text == "前");
    CHECK(blocks[1].kind == Kind::kTable);
    CHECK(blocks[1].rows == Rows{{"级别", "脏读", ""}, {"读未提交", "有", "多"}, {"a|b", "", ""}});
    CHECK(blocks[2].text == "后");
  }

  TEST_CASE("a row without a line of dashes is text") {
    CHECK(text_blocks("| 甲 | 乙 |\n| 丙 | 丁 |")[0].kind == Kind::kText);
  }

  TEST_CASE("a fenced listing keeps its indentation and its empty lines") {
    const auto blocks = text_blocks("看：\n```cpp\nif (x) {\n\n\treturn;\n    }\n```\n完");
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[1].kind == Kind::kCode);
    CHECK(blocks[1].code == std::vector<CodeLine>{{0, "if (x) {"}, {0, ""}, {4, "return;"}, {4, "}"}});
    CHECK(blocks[2].text == "完");
  }

  TEST_CASE("a fence that is never closed reaches to the end") {
    const auto blocks = text_blocks("~~~\na | b");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].code == std::vector<CodeLine>{{0, "a | b"}});
  }

  TEST_CASE("lines indented by four blanks are a listing and indented Chinese prose is not") {
    const auto blocks = text_blocks("    int i = 3;  // 三\n\n      ++i;\n正文");
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].code == std::vector<CodeLine>{{0, "int i = 3;  // 三"}, {0, ""}, {2, "++i;"}});
    CHECK(text_blocks("    先稳住客户，再说别的。")[0].kind == Kind::kText);
  }

  TEST_CASE("tabs inside a line go to the next multiple of four columns where Hanzi take two") {
    CHECK(code_lines("a\tb\n\t甲\tc").front() == CodeLine{0, "a   b"});
    CHECK(code_lines("a\tb\n\t甲\tc").back() == CodeLine{4, "甲  c"});
  }
}

}  // namespace rehearse
