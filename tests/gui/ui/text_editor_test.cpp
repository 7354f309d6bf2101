#include "gui/window/ui/text_editor.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "tests/gui/ui/text_samples.h"

namespace rehearse {
namespace {

constexpr const char* kFamily = "\U0001F469\u200D\U0001F469\u200D\U0001F467";

void type(TextEditor& editor, std::string_view text) {
  for (const char32_t character : to_utf32(text)) editor.take(CharacterTyped{character});
}

bool press(TextEditor& editor, Key key, Modifier modifier = Modifier::kNone) {
  return editor.take(KeyPressed{key, modifier});
}

void press(TextEditor& editor, std::initializer_list<Key> keys, Modifier modifier = Modifier::kNone) {
  for (const Key key : keys) press(editor, key, modifier);
}

/// The text with | for the caret and [ for where the selection began.
std::string state(const TextEditor& editor) {
  std::u32string text(editor.characters());
  const TextRange selected = editor.selection();
  const std::size_t caret = editor.caret().offset;
  const bool is_behind = caret == selected.end;
  text.insert(selected.end, is_behind ? U"|" : U"[");
  if (!selected.empty()) text.insert(selected.begin, is_behind ? U"[" : U"|");
  return to_utf8(text);
}

}  // namespace

TEST_SUITE("gui/window/ui/text_editor") {
  TEST_CASE("what is typed is the text with emoji and rare Hanzi too") {
    TextEditor editor(TextLines::kMany);
    const std::string text = std::string("80% 𠮷😀占用率\nⒶ e\u0301") + kFamily;
    for (const char32_t c : to_utf32(text)) {
      if (c == U'\n')
        press(editor, Key::kEnter);
      else
        editor.take(CharacterTyped{c});
    }
    CHECK(editor.text() == text);
  }

  TEST_CASE("rare characters survive every edit beside them") {
    TextEditor editor(TextLines::kOne, "a😀𠮷b");
    press(editor, {Key::kLeft, Key::kLeft});
    type(editor, "复");
    CHECK(state(editor) == "a😀复|𠮷b");
    press(editor, Key::kBackspace);
    press(editor, Key::kZ, Modifier::kCtrl);
    press(editor, Key::kY, Modifier::kCtrl);
    CHECK(state(editor) == "a😀|𠮷b");
    press(editor, Key::kDelete);
    CHECK(state(editor) == "a😀|b");
    press(editor, Key::kBackspace);
    CHECK(state(editor) == "a|b");
  }

  TEST_CASE("the caret steps over what a reader takes for one character and erases it whole") {
    TextEditor editor(TextLines::kOne, std::string("x") + kFamily + "e\u0301" + "y");
    press(editor, {Key::kLeft, Key::kLeft, Key::kLeft});
    CHECK(editor.caret().offset == 1);
    press(editor, Key::kRight);
    press(editor, Key::kBackspace);
    CHECK(editor.text() == "xe\u0301y");
    press(editor, Key::kDelete);
    CHECK(state(editor) == "x|y");
  }

  TEST_CASE("steps by words select and erase") {
    TextEditor editor(TextLines::kMany, "数据系统, cache hit");
    press(editor, Key::kLeft, Modifier::kCtrl);
    CHECK(state(editor) == "数据系统, cache |hit");
    press(editor, Key::kBackspace, Modifier::kCtrl);
    CHECK(state(editor) == "数据系统, |hit");
    press(editor, Key::kHome, Modifier::kCtrl);
    press(editor, Key::kDelete, Modifier::kCtrl);
    CHECK(state(editor) == "|系统, hit");
    press(editor, Key::kRight, Modifier::kCtrlShift);
    CHECK(state(editor) == "[系统|, hit");
    press(editor, Key::kEnd, Modifier::kCtrlShift);
    CHECK(state(editor) == "[系统, hit|");
  }

  TEST_CASE("what is typed or pasted takes the place of what is selected") {
    TextEditor editor(TextLines::kMany, "一二三四");
    press(editor, {Key::kLeft, Key::kLeft}, Modifier::kShift);
    CHECK(state(editor) == "一二|三四[");
    type(editor, "ab");
    CHECK(state(editor) == "一二ab|");
    press(editor, Key::kA, Modifier::kCtrl);
    editor.take(TextPasted{"新"});
    CHECK(state(editor) == "新|");
    press(editor, {Key::kZ, Key::kZ}, Modifier::kCtrl);
    CHECK(state(editor) == "一二|三四[");
  }

  TEST_CASE("left and right end a selection at their side") {
    TextEditor editor(TextLines::kOne, "abcd");
    press(editor, {Key::kLeft, Key::kLeft}, Modifier::kShift);
    TextEditor other = editor;
    press(editor, Key::kLeft);
    CHECK(state(editor) == "ab|cd");
    press(other, Key::kRight);
    CHECK(state(other) == "abcd|");
  }

  TEST_CASE("up and down keep to the column they began in") {
    TextEditor editor(TextLines::kMany, "abcdef\nx\nuvwxyz");
    press(editor, Key::kUp);
    CHECK(state(editor) == "abcdef\nx|\nuvwxyz");
    press(editor, Key::kUp);
    CHECK(state(editor) == "abcdef|\nx\nuvwxyz");
    press(editor, Key::kLeft);
    press(editor, {Key::kDown, Key::kDown}, Modifier::kShift);
    CHECK(state(editor) == "abcde[f\nx\nuvwxy|z");
    press(editor, Key::kDown);
    CHECK(state(editor) == "abcdef\nx\nuvwxyz|");
    press(editor, Key::kHome, Modifier::kCtrl);
    press(editor, Key::kUp);
    CHECK(state(editor) == "|abcdef\nx\nuvwxyz");
  }

  TEST_CASE("rows that were wrapped are rows to the keys") {
    TextEditor editor(TextLines::kMany, "abcdefgh");
    editor.lay_out(test::fit_of(3));
    press(editor, Key::kHome);
    CHECK(state(editor) == "abcdef|gh");
    press(editor, Key::kUp);
    press(editor, Key::kEnd);
    CHECK(editor.caret() == TextPlace{6, RowSide::kEnd});
    type(editor, "!");
    CHECK(state(editor) == "abcdef!|gh");
    press(editor, Key::kPageUp);
    CHECK(editor.caret().offset == 1);
    press(editor, Key::kPageDown);
    CHECK(editor.caret().offset == 7);
  }

  TEST_CASE("a run of typed characters is taken back at once") {
    TextEditor editor(TextLines::kMany);
    type(editor, "你好 world");
    press(editor, Key::kEnter);
    type(editor, "second");
    press(editor, {Key::kBackspace, Key::kBackspace});
    press(editor, Key::kZ, Modifier::kCtrl);
    CHECK(state(editor) == "你好 world\nsecond|");
    press(editor, Key::kZ, Modifier::kCtrl);
    CHECK(state(editor) == "你好 world\n|");
    press(editor, {Key::kZ, Key::kZ}, Modifier::kCtrl);
    CHECK(state(editor) == "|");
    CHECK(!press(editor, Key::kZ, Modifier::kCtrl));
    press(editor, Key::kZ, Modifier::kCtrlShift);
    CHECK(state(editor) == "你好 world|");
    type(editor, "x");
    CHECK(!press(editor, Key::kY, Modifier::kCtrl));
  }

  TEST_CASE("a moved caret begins a new run") {
    TextEditor editor(TextLines::kOne);
    type(editor, "ab");
    press(editor, {Key::kLeft, Key::kRight});
    type(editor, "cd");
    press(editor, Key::kZ, Modifier::kCtrl);
    CHECK(editor.text() == "ab");
  }

  TEST_CASE("copying and cutting give what is selected") {
    TextEditor editor(TextLines::kMany, "一😀二");
    CHECK(!press(editor, Key::kC, Modifier::kCtrl));
    CHECK(!press(editor, Key::kX, Modifier::kCtrl));
    CHECK(!editor.take_copied());
    press(editor, {Key::kLeft, Key::kLeft}, Modifier::kShift);
    CHECK(press(editor, Key::kC, Modifier::kCtrl));
    CHECK(editor.take_copied() == "😀二");
    CHECK(!editor.take_copied());
    CHECK(press(editor, Key::kX, Modifier::kCtrl));
    CHECK(editor.take_copied() == "😀二");
    CHECK(editor.text() == "一");
  }

  TEST_CASE("line ends of any system are pasted as ours") {
    TextEditor editor(TextLines::kMany);
    editor.take(TextPasted{"一\r\n二\r三\n四\u2028五\tx\x01\x7F"});
    CHECK(editor.text() == "一\n二\n三\n四\n五\tx");
  }

  TEST_CASE("several lines pasted into a field of one become one") {
    TextEditor editor(TextLines::kOne, "x");
    editor.take(TextPasted{"一行\n二行\t三\r\n"});
    CHECK(editor.text() == "x一行 二行 三");
    CHECK(TextEditor(TextLines::kOne, "a\r\nb\n").text() == "a b");
  }

  TEST_CASE("broken text is made whole on its way in") {
    TextEditor editor(TextLines::kMany, "a\xFF\xC3");
    editor.take(CharacterTyped{0xD800});
    editor.take(CharacterTyped{0x110000});
    editor.take(CharacterTyped{U'\x1B'});
    CHECK(is_valid_utf8(editor.text()));
    CHECK(editor.text().starts_with("a"));
  }

  TEST_CASE("keys of the screen are left to the screen") {
    TextEditor line, page(TextLines::kMany);
    for (TextEditor* editor : {&line, &page}) {
      for (const Key key : {Key::kEscape, Key::kTab, Key::kF1, Key::kOther}) CHECK(!press(*editor, key));
      for (const Key key : {Key::kEnter, Key::kZ, Key::kY, Key::kK, Key::kDigit4})
        CHECK(!press(*editor, key, Modifier::kCtrl));
      CHECK(!press(*editor, Key::kDigit4, Modifier::kAlt));
      for (const Key key : {Key::kDigit4, Key::kA, Key::kSpace, Key::kComma}) {
        CHECK(press(*editor, key));
        CHECK(press(*editor, key, Modifier::kShift));
      }
      CHECK(editor->empty());
    }
    for (const Key key : {Key::kEnter, Key::kUp, Key::kDown, Key::kPageUp, Key::kPageDown}) {
      CHECK(!press(line, key));
      CHECK(press(page, key));
    }
  }

  TEST_CASE("pressing places the caret and dragging selects") {
    using Gesture = TextPointed::Gesture;
    TextEditor editor(TextLines::kMany, "数据系统 cache");
    editor.take(TextPointed{Gesture::kPressed, {2}});
    CHECK(state(editor) == "数据|系统 cache");
    editor.take(TextPointed{Gesture::kDragged, {4}});
    CHECK(state(editor) == "数据[系统| cache");
    editor.take(TextPointed{Gesture::kDragged, {0}});
    CHECK(state(editor) == "|数据[系统 cache");
  }

  TEST_CASE("a double click selects a word and dragging goes on by words") {
    using Gesture = TextPointed::Gesture;
    TextEditor editor(TextLines::kMany, "数据系统 cache");
    editor.take(TextPointed{Gesture::kDoubleClicked, {3}});
    CHECK(state(editor) == "数据[系统| cache");
    editor.take(TextPointed{Gesture::kDragged, {7}});
    CHECK(state(editor) == "数据[系统 cache|");
    editor.take(TextPointed{Gesture::kDragged, {1}});
    CHECK(state(editor) == "|数据系统[ cache");
  }

  TEST_CASE("the revision tells a change of the text from a moved caret") {
    TextEditor editor(TextLines::kOne, "ab");
    const std::size_t revision = editor.revision(), moves = editor.moves();
    press(editor, Key::kLeft);
    CHECK(editor.revision() == revision);
    CHECK(editor.moves() > moves);
    type(editor, "x");
    CHECK(editor.revision() > revision);
  }
}

}  // namespace rehearse
