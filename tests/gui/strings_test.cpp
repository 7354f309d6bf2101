#include "gui/window/strings.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

std::size_t holes_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

}  // namespace

TEST_SUITE("gui/window/strings") {
  TEST_CASE("every text is there in both languages with the same number of holes") {
    for (int i = 0; i < static_cast<int>(Text::kTextCount); ++i) {
      const auto text = static_cast<Text>(i);
      const std::string_view chinese = text_of(Language::kChinese, text);
      const std::string_view english = text_of(Language::kEnglish, text);
      INFO(english);
      CHECK(!chinese.empty());
      CHECK(!english.empty());
      CHECK(holes_in(chinese) == holes_in(english));
    }
  }

  TEST_CASE("holes are filled in order and a value may look like a hole") {
    CHECK(filled(Language::kEnglish, Text::kShownOf, {"3", "5"}) == "3 of 5 shown");
    CHECK(filled(Language::kEnglish, Text::kShownOf, {"{}", "5"}) == "{} of 5 shown");
  }
}

}  // namespace rehearse
