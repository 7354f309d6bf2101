#include "tests/score/compared_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace rehearse::scoring;

TEST_SUITE("score/compared_text") {
  TEST_CASE("signs and blanks and width and case make no difference between texts") {
    CHECK(compared_form("**Ａ/B 实验**：如何判断？") == U"ab实验如何判断");
    CHECK(compared_form("①先听") == compared_form("1.先听"));
    CHECK(compared_form("!= ==").empty());
    CHECK(compared_form("3天") != compared_form("8天"));
  }

  TEST_CASE("every mark of a list item is taken off and nothing else") {
    for (const std::string mark : {"1.", "12、", "(3)", "（四）", "五、", "⑥", "第七题", "第8，", "Q9：",
                                   "题目10 ", "问题十一：", "- 2)", "  ★ 三. "}) {
      CAPTURE(mark);
      CHECK(without_list_mark(mark + "先听完") == "先听完");
    }
    for (const std::string text : {"先听完", "一般情况", "2026年", "Quality", "问题在于", "- 先听完"})
      CHECK(without_list_mark(text) == text);
  }

  TEST_CASE("only brackets with a tone mark are pinyin") {
    CHECK(without_pinyin("質(zhì)量(liàng)管理") == "質量管理");
    CHECK(without_pinyin("网页(html)的a(1)") == "网页(html)的a(1)");
  }
}
