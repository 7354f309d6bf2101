// Ten thousand random keys, over and over: what holds after each of them.
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "gui/window/ui/text_editor.h"
#include "tests/gui/ui/text_samples.h"

namespace rehearse {
namespace {

constexpr int kSteps = 10'000;

Event random_event(test::RandomText& random) {
  static constexpr std::array kKeys{
      Key::kLeft,   Key::kRight,    Key::kUp,        Key::kDown,   Key::kHome,  Key::kEnd,
      Key::kPageUp, Key::kPageDown, Key::kBackspace, Key::kDelete, Key::kEnter, Key::kSpace,
      Key::kTab,    Key::kA,        Key::kC,         Key::kX,      Key::kZ,     Key::kY,
  };
  static constexpr std::array kModifiers{Modifier::kNone, Modifier::kShift, Modifier::kCtrl,
                                         Modifier::kCtrlShift, Modifier::kAlt};
  switch (random.below(6)) {
    case 0:
    case 1: return CharacterTyped{random.piece().front()};
    case 2: return TextPasted{to_utf8(random.of_pieces(random.below(4)))};
    default:
      return KeyPressed{kKeys[random.below(kKeys.size())], kModifiers[random.below(kModifiers.size())]};
  }
}

void point(TextEditor& editor, test::RandomText& random) {
  using Gesture = TextPointed::Gesture;
  static constexpr std::array kGestures{Gesture::kPressed, Gesture::kDragged, Gesture::kDoubleClicked};
  const std::size_t row = random.below(editor.rows().count());
  const TextPlace place =
      editor.rows().place_at(editor.characters(), row, static_cast<float>(random.below(12)));
  editor.take(TextPointed{kGestures[random.below(kGestures.size())], place});
}

void check_invariants(const TextEditor& editor, float width) {
  const std::u32string_view text = editor.characters();
  REQUIRE(to_utf32(editor.text()) == text);
  REQUIRE(is_valid_utf8(editor.text()));
  if (editor.lines() == TextLines::kOne) REQUIRE(text.find(U'\n') == text.npos);
  const TextRange selected = editor.selection();
  REQUIRE(selected.end <= text.size());
  REQUIRE(is_character_boundary(text, selected.begin));
  REQUIRE(is_character_boundary(text, selected.end));
  REQUIRE(is_character_boundary(text, editor.caret().offset));
  TextRows afresh;
  afresh.fit(text, test::fit_of(width));
  REQUIRE(editor.rows().count() == afresh.count());
  for (std::size_t i = 0; i < afresh.count(); ++i) REQUIRE(editor.rows().row(i) == afresh.row(i));
}

}  // namespace

TEST_SUITE("gui/window/ui/text_editor") {
  TEST_CASE(
      "whatever keys are pressed the text stays whole and undo goes back to the start and redo to the end") {
    for (const TextLines lines : {TextLines::kOne, TextLines::kMany}) {
      for (const unsigned seed : {1u, 2u, 3u}) {
        test::RandomText random(seed);
        const float width = static_cast<float>(3 + random.below(9));
        const std::string start = to_utf8(random.of_pieces(seed * 3));
        TextEditor editor(lines, start);
        editor.lay_out(test::fit_of(width));
        const std::string first = editor.text();
        for (int step = 0; step < kSteps; ++step) {
          if (random.below(10) == 0)
            point(editor, random);
          else
            editor.take(random_event(random));
          CAPTURE(step);
          check_invariants(editor, width);
        }
        const std::string last = editor.text();
        while (editor.take(KeyPressed{Key::kZ, Modifier::kCtrl})) check_invariants(editor, width);
        CHECK(editor.text() == first);
        while (editor.take(KeyPressed{Key::kY, Modifier::kCtrl})) check_invariants(editor, width);
        CHECK(editor.text() == last);
      }
    }
  }
}

}  // namespace rehearse
