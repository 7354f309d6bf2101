#include "gui/window/shell/preferences.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/scratch.h"

namespace rehearse {

TEST_SUITE("gui/window/shell/preferences") {
  TEST_CASE("what was written is read again") {
    const test::Scratch scratch;
    const Preferences written{Language::kEnglish, ThemeChoice::kDark, 150, "Noto Sans CJK SC", true};
    REQUIRE(write_preferences(scratch / "window.json", written));
    CHECK(read_preferences(scratch / "window.json") == written);
    REQUIRE(write_preferences(scratch / "window.json", Preferences{}));
    CHECK(read_preferences(scratch / "window.json") == Preferences{});
  }

  TEST_CASE("a file that is damaged or from a stranger counts as far as it makes sense") {
    const test::Scratch scratch;
    for (const char* text : {"", "{", "[]", "null", "{\"text_size\": 1e99, \"language\": 7}",
                             "{\"text_size\": \"large\", \"theme\": \"pink\", \"language\": \"fr\"}"}) {
      std::ofstream(scratch / "window.json") << text;
      CHECK(read_preferences(scratch / "window.json") == Preferences{});
    }
    std::ofstream(scratch / "window.json") << "{\"text_size\": 33, \"theme\": \"dark\"}";
    CHECK(read_preferences(scratch / "window.json").theme == ThemeChoice::kDark);
    CHECK(read_preferences(scratch / "window.json").text_size == 100);
  }

  TEST_CASE("a folder that is gone is told and not thrown about") {
    const test::Scratch scratch;
    CHECK(!write_preferences(scratch / "absent" / "window.json", Preferences{}));
    CHECK(read_preferences(scratch / "absent" / "window.json") == Preferences{});
  }

  TEST_CASE("text grows and shrinks step by step and stops at both ends") {
    CHECK(stepped_text_size(100, +1) == 110);
    CHECK(stepped_text_size(100, -1) == 90);
    CHECK(stepped_text_size(200, +1) == 200);
    CHECK(stepped_text_size(80, -1) == 80);
    CHECK(stepped_text_size(175, 0) == 100);
  }
}

}  // namespace rehearse
