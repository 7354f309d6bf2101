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
}

}  // namespace rehearse
