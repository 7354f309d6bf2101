#include "gui/window/ui/text_box.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "gui/window/platform/imgui_compat.h"
#include "gui/window/ui/root.h"
#include "tests/gui/null_window.h"
#include "tests/gui/sample_views.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

constexpr Rect kBox{100, 80, 320, 200};

/// A box alone in the window, and what its owner does with what it says.
class BoxWindow {
 public:
  explicit BoxWindow(TextEditor editor, Rect box = kBox) : editor_(std::move(editor)), box_(box) {
    look_.focus = TextBoxFocus::kAlways;
  }

  test::NullWindow& window() { return window_; }
  TextEditor& editor() { return editor_; }
  TextBoxLook& look() { return look_; }
  const Rect& caret() const { return drawn_.caret; }
  const std::vector<Probe::Area>& texts() const { return window_.probe().texts; }

  void show() {
    window_.show([this](Ui& ui) { return draw(ui); });
  }
  void press(std::initializer_list<Key> keys, Modifier modifier = Modifier::kNone) {
    for (const Key key : keys) editor_.take(KeyPressed{key, modifier});
    show();
  }
  void point(float x, float y) {
    pointer_moved({x, y});
    show();
  }
  void button(ButtonState state) {
    pointer_button({state});
    show();
  }
  void click(float x, float y) {
    point(x, y);
    button(ButtonState::kPressed);
    button(ButtonState::kReleased);
  }
  /// The middle of a row of the text.
  float row_y(std::size_t row) const { return texts()[row].rect.y + texts()[row].rect.height / 2; }

 private:
  bool draw(Ui& ui) {
    drawn_ = draw_text_box(ui, "field", box_, editor_, look_);
    if (drawn_.pointed) editor_.take(*drawn_.pointed);
    return false;
  }

  test::NullWindow window_;
  TextEditor editor_;
  Rect box_;
  TextBoxLook look_;
  DrawnTextBox drawn_;
};

std::string many_lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "第 " + std::to_string(i) + " 行 line\n";
  return text;
}

}  // namespace

TEST_SUITE("gui/window/ui/text_box") {
  TEST_CASE("the rows are drawn within the box and are together the text") {
    BoxWindow box(TextEditor(TextLines::kMany, test::long_text().substr(0, 300)), {100, 80, 320, 600});
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    box.show();
    std::string text;
    for (const Probe::Area& row : box.texts()) {
      CHECK(row.rect.x >= 100);
      CHECK(row.rect.right() <= 420);
      text += row.id;
    }
    CHECK(text == box.editor().text());
    CHECK(box.texts().size() > 3);
  }

  TEST_CASE("an empty box shows what belongs into it until something is typed") {
    BoxWindow box{TextEditor()};
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    box.look().placeholder = "输入答案";
    box.show();
    REQUIRE(box.texts().size() == 1);
    CHECK(box.texts().front().id == "输入答案");
    box.editor().take(CharacterTyped{U'\U00020BB7'});
    box.show();
    REQUIRE(box.texts().size() == 1);
    CHECK(box.texts().front().id == "𠮷");
  }

  TEST_CASE("a click places the caret and a drag selects over rows") {
    BoxWindow box(TextEditor(TextLines::kMany, "iiiiWWWW\n复习复习\n"));
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    box.show();
    const float left = box.texts().front().rect.x;
    const float narrow = box.window().fonts().width(Font::kBody, "iiii");
    box.point(left + narrow + 1, box.row_y(0));
    box.button(ButtonState::kPressed);
    CHECK(box.editor().caret().offset == 4);
    CHECK(box.caret().x == doctest::Approx(left + narrow).epsilon(0.01));
    box.point(left + 2.2f * box.window().fonts().em(Font::kBody), box.row_y(1));
    box.button(ButtonState::kReleased);
    CHECK(box.editor().selected_text() == "WWWW\n复习");
    box.point(left, box.row_y(0));
    CHECK(box.editor().selected_text() == "WWWW\n复习");
  }

  TEST_CASE("a double click selects a word") {
    BoxWindow box(TextEditor(TextLines::kMany, "cache hit rate"));
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    box.show();
    const float x = box.texts().front().rect.x + box.window().fonts().width(Font::kBody, "cache h");
    box.click(x, box.row_y(0));
    box.click(x, box.row_y(0));
    CHECK(box.editor().selected_text() == "hit");
  }

  TEST_CASE("the caret stays in view wherever it goes") {
    BoxWindow box(TextEditor(TextLines::kMany, many_lines(100)));
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    const auto is_in_view = [&] { return box.caret().y >= kBox.y && box.caret().bottom() <= kBox.bottom(); };
    box.show();
    CHECK(is_in_view());
    box.press({Key::kHome}, Modifier::kCtrl);
    CHECK(is_in_view());
    for (int i = 0; i < 30; ++i) {
      box.press({Key::kDown});
      CHECK(is_in_view());
    }
    box.press({Key::kPageDown, Key::kPageDown});
    CHECK(is_in_view());
    box.press({Key::kA}, Modifier::kCtrl);
    box.press({Key::kBackspace});
    CHECK(is_in_view());
    CHECK(box.caret().y < kBox.y + 40);
  }

  TEST_CASE("the wheel scrolls and the caret does not call it back") {
    BoxWindow box(TextEditor(TextLines::kMany, many_lines(100)));
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    box.show();
    const std::string first = box.texts().front().id;
    box.point(200, 150);
    wheel_turned({4});
    box.show();
    box.show();
    CHECK(box.texts().front().id != first);
    CHECK(box.caret().y > kBox.bottom());
  }

  TEST_CASE("a line longer than its box shows the part around the caret") {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "字" + std::to_string(i);
    BoxWindow box(TextEditor(TextLines::kOne, text), {100, 80, 320, 44});
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    const auto is_in_view = [&] { return box.caret().x >= 100 && box.caret().right() <= 420; };
    box.show();
    CHECK(is_in_view());
    REQUIRE(box.texts().size() == 1);
    CHECK(text.ends_with(box.texts().front().id));
    CHECK(box.texts().front().id.size() < 100);
    box.press({Key::kHome});
    CHECK(is_in_view());
    CHECK(text.starts_with(box.texts().front().id));
    for (int i = 0; i < 60; ++i) {
      box.press({Key::kRight});
      CHECK(is_in_view());
    }
  }

  TEST_CASE("another width or text size wraps the text again") {
    BoxWindow box(TextEditor(TextLines::kMany, test::long_text()), {100, 80, 320, 600});
    if (!box.window().has_fonts()) SKIP_IN_WORDS("the system has no font");
    box.show();
    const std::size_t rows = box.editor().rows().count();
    test::Look look;
    look.scale = 2;
    box.window().set_look(look);
    box.show();
    CHECK(box.editor().rows().count() > rows);
  }

  TEST_CASE("Tab and the pointer give a field the keyboard and Enter in it is told") {
    test::NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    TextEditor first, second;
    bool is_entered = false;
    const test::Screen screen = [&](Ui& ui) {
      is_entered |= draw_text_box(ui, "first", {100, 80, 320, 44}, first, {}).is_entered;
      draw_text_box(ui, "second", {100, 180, 320, 44}, second, {});
      return false;
    };
    window.show(screen);
    CHECK(!window.focus().is_anywhere());
    window.focus().take(KeyPressed{Key::kTab});
    window.show(screen);
    CHECK(window.focus().is_on("first"));
    window.click(screen, "second");
    CHECK(window.focus().is_on("second"));
    window.focus().take(KeyPressed{Key::kEnter});
    window.show(screen);
    CHECK(!is_entered);
    window.focus().take(KeyPressed{Key::kTab, Modifier::kShift});
    window.focus().take(KeyPressed{Key::kEnter});
    window.show(screen);
    CHECK(is_entered);
  }

  TEST_CASE("a page that scrolls follows the caret") {
    test::NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    TextEditor editor(TextLines::kMany, many_lines(80));
    Rect caret;
    const test::Screen screen = [&](Ui& ui) {
      ScrollRegion region(ui, "page", {0, 0, 500, 300});
      const float height = text_box_height(ui, editor, 320, {1, 1000});
      const Rect rect{100, region.content_top() + 40, 320, height};
      TextBoxLook look;
      look.focus = TextBoxFocus::kAlways;
      caret = draw_text_box(ui, "field", rect, editor, look).caret;
      region.set_content_bottom(rect.bottom() + 40);
      return false;
    };
    editor.take(KeyPressed{Key::kHome, Modifier::kCtrl});
    window.show(screen);
    for (int i = 0; i < 60; ++i) {
      editor.take(KeyPressed{Key::kDown});
      window.show(screen);
      CHECK(caret.y >= 0);
      CHECK(caret.bottom() <= 300);
    }
  }

  TEST_CASE("a box grows with its text within limits") {
    test::NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    window.show([](Ui& ui) {
      const auto height = [&](int lines) {
        std::string text = "x";
        for (int i = 1; i < lines; ++i) text += "\nx";
        return text_box_height(ui, TextEditor(TextLines::kMany, text), 300, {2, 5});
      };
      CHECK(height(1) == height(2));
      CHECK(height(3) > height(2));
      CHECK(height(6) == height(5));
      return false;
    });
  }
}

}  // namespace rehearse
