#include "gui/window/ui/line_editor.h"

#include <doctest/doctest.h>

#include "core/base/text.h"

namespace rehearse {
namespace {

void type(LineEditor& editor, std::string_view text) {
  for (const char32_t character : to_utf32(text)) editor.take(CharacterTyped{character});
}

void press(LineEditor& editor, Key key) { editor.take(KeyPressed{key}); }

}  // namespace

TEST_SUITE("gui/window/ui/line_editor") {
  TEST_CASE("what is typed is the text, rare characters and emoji too") {
    LineEditor editor;
    type(editor, "80% 𠮷😀占用率");
    CHECK(editor.text() == "80% 𠮷😀占用率");
    CHECK(editor.caret_offset() == editor.text().size());
  }

  TEST_CASE("backspace and delete take whole characters on their side of the caret") {
    LineEditor editor("a😀复b");
    press(editor, Key::kLeft);
    press(editor, Key::kBackspace);
    CHECK(editor.text() == "a😀b");
    press(editor, Key::kLeft);
    press(editor, Key::kDelete);
    CHECK(editor.text() == "ab");
    press(editor, Key::kHome);
    press(editor, Key::kBackspace);
    press(editor, Key::kLeft);
    type(editor, "复");
    CHECK(editor.text() == "复ab");
    press(editor, Key::kEnd);
    press(editor, Key::kDelete);
    press(editor, Key::kRight);
    type(editor, "!");
    CHECK(editor.text() == "复ab!");
  }

  TEST_CASE("a paste of several lines becomes one") {
    LineEditor editor("x");
    editor.take(TextPasted{"一行\n二行\r\n"});
    CHECK(editor.text() == "x一行二行");
  }

  TEST_CASE("keys of the screen are left to the screen") {
    LineEditor editor;
    for (const Key key : {Key::kEnter, Key::kEscape, Key::kF1, Key::kPageDown})
      CHECK(!editor.take(KeyPressed{key}));
    CHECK(!editor.take(KeyPressed{Key::kZ, Modifier::kCtrl}));
    CHECK(!editor.take(KeyPressed{Key::kDigit4, Modifier::kAlt}));
    CHECK(editor.take(KeyPressed{Key::kDigit4}));
    CHECK(editor.text().empty());
  }
}

}  // namespace rehearse
