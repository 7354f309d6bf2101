#include "gui/window/strings/phrase.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

constexpr Phrase kShown{"已显示 {} / {}", "{} of {} shown"};

}  // namespace

// That a phrase is there in both languages and both fill in the same values is a condition of compiling it.
TEST_SUITE("gui/window/strings/phrase") {
  TEST_CASE("holes are filled in order and a value may look like a hole") {
    CHECK(filled(Language::kEnglish, kShown, {"3", "5"}) == "3 of 5 shown");
    CHECK(filled(Language::kChinese, kShown, {"{}", "5"}) == "已显示 {} / 5");
  }

  TEST_CASE("one of a thing has no plural") {
    constexpr Phrase kPlan{"{} 张，{} 分钟", "{} card(s) and {} minute(s) a day"};
    CHECK(filled(Language::kEnglish, kPlan, {"1", "15"}) == "1 card and 15 minutes a day");
    CHECK(filled(Language::kEnglish, kPlan, {"21", "1"}) == "21 cards and 1 minute a day");
    CHECK(filled(Language::kEnglish, kPlan, {"0", "0.5"}) == "0 cards and 0.5 minutes a day");
  }
}

}  // namespace rehearse
