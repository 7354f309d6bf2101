// Laws of broken paragraphs, over many texts, widths and fonts.
#include "gui/window/text/paragraph.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "tests/gui/null_window.h"
#include "tests/gui/sample_views.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

std::vector<std::string> texts() {
  return {
      "",
      "一",
      "两行\n\n四行\n",
      test::long_text(),
      "an English sentence, with punctuation; and a-hyphenated-word, too.",
      "中文 and English 混排，数字 3.14 与单位 200 km/h，括号（parenthesis）都有。",
      "没有任何可以断开之处的词：" + std::string(200, 'x') + "，后面还有字。",
      "　　全角空格开头，\t制表符在中间。",
      "罕用字𠮷𠮶与表情😀🎉也要放得下",
  };
}

bool may_not_start_a_line(char32_t character) {
  return std::u32string_view(U"，。？）、；：！》」』”’").find(character) != std::u32string_view::npos;
}

}  // namespace

TEST_SUITE("gui/window/text/paragraph") {
  TEST_CASE("no line is wider than the column and the lines together are the text") {
    test::NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    for (const std::string& text : texts())
      for (const Font font : {Font::kBody, Font::kStem, Font::kSmall, Font::kCode})
        for (const float width : {90.0f, 200.0f, 333.0f, 700.0f}) {
          INFO(text << " at " << width);
          std::size_t end = 0;
          for (const TextLine& line : break_lines(window.fonts(), font, text, width)) {
            CHECK(line.begin == end);
            CHECK(line.end > line.begin);
            end = line.end;
            CHECK(line.width <= width);
            const float measured = window.fonts().width(font, seen_part(text, line));
            CHECK(measured == doctest::Approx(line.width).epsilon(0.001));
          }
          CHECK(end == text.size());
        }
  }

  TEST_CASE("no line begins with a closing mark") {
    test::NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    for (const std::string& text : {test::long_text(), texts()[5]})
      // Narrower than this a bracketed English word fills more than a line and must be cut somewhere.
      for (int width = 160; width < 700; width += 7)
        for (const TextLine& line :
             break_lines(window.fonts(), Font::kBody, text, static_cast<float>(width))) {
          std::size_t at = line.begin;
          const char32_t first = next_code_point(text, at);
          INFO(text.substr(line.begin, line.end - line.begin) << " at " << width);
          CHECK(!may_not_start_a_line(first));
        }
  }

  TEST_CASE("a line end in the text ends the line") {
    test::NullWindow window;
    const std::string text = "a\n\nb";
    const auto lines = break_lines(window.fonts(), Font::kBody, text, 500);
    REQUIRE(lines.size() == 3);
    CHECK(seen_part(text, lines[0]) == "a");
    CHECK(seen_part(text, lines[1]).empty());
    CHECK(seen_part(text, lines[2]) == "b");
  }

  TEST_CASE("a remembered paragraph is the paragraph") {
    test::NullWindow window;
    for (const std::string& text : texts()) {
      const auto fresh = break_lines(window.fonts(), Font::kBody, text, 300);
      for (int again = 0; again < 2; ++again) {
        const auto& cached = window.paragraphs().lines(Font::kBody, text, 300);
        REQUIRE(cached.size() == fresh.size());
        for (std::size_t i = 0; i < fresh.size(); ++i) CHECK(cached[i].end == fresh[i].end);
      }
    }
  }

  TEST_CASE("however many paragraphs are drawn only the latest are remembered") {
    test::NullWindow window;
    constexpr std::size_t kMost = 20'000;
    ParagraphCache cache(window.fonts(), kMost);
    const std::string often = "这一段每次都要画";
    const auto* place = &cache.lines(Font::kBody, often, 300);
    for (int i = 0; i < 1000; ++i) {
      cache.lines(Font::kBody, "第 " + std::to_string(i) + " 段，只画一次。", 300);
      CHECK(&cache.lines(Font::kBody, often, 300) == place);
      CHECK(cache.bytes() <= kMost);
    }
    CHECK(cache.bytes() > kMost / 4);
    cache.clear();
    CHECK(cache.bytes() == 0);
  }
}

}  // namespace rehearse
