// What keys mean while studying.
#include <doctest/doctest.h>

#include "gui/window/study/study_screen.h"
#include "gui/window/study/summary_screen.h"
#include "tests/gui/sample_views.h"

namespace rehearse {
namespace {

using test::card_with_points;

template <class Wanted>
const Wanted* after(const StudyView& view, Key key, Modifier modifier = Modifier::kNone) {
  static StudyIntent intent;
  intent = study_key(view, {key, modifier});
  return std::get_if<Wanted>(&intent);
}

StudyView named(const std::string& name) {
  for (const test::NamedStudyView& sample : test::study_views())
    if (sample.name == name) return sample.view;
  FAIL("no sample " << name);
  return {};
}

constexpr Key digit(int value) { return static_cast<Key>(static_cast<int>(Key::kDigit0) + value); }

}  // namespace

TEST_SUITE("gui/window/study/study_keys") {
  TEST_CASE("digits 1 to 9 and then 0 tick the points in order") {
    const StudyView view = card_with_points(12, PointState::kShown);
    for (int i = 0; i < 10; ++i) {
      const auto* tick = after<TickPoint>(view, digit((i + 1) % 10));
      REQUIRE(tick != nullptr);
      CHECK(tick->point == static_cast<std::size_t>(i));
    }
  }

  TEST_CASE("a digit beyond the last point does nothing") {
    CHECK(after<std::monostate>(card_with_points(3, PointState::kShown), digit(4)));
  }

  TEST_CASE("on a point card 1 ticks the point that is asked") {
    StudyView view = named("point card");
    view.points[0].index = 2;
    const auto* tick = after<TickPoint>(view, digit(1));
    REQUIRE(tick != nullptr);
    CHECK(tick->point == 2);
  }

  TEST_CASE("space shows the next point and A all of them") {
    const StudyView view = card_with_points(5, PointState::kHidden);
    CHECK(after<RevealNext>(view, Key::kSpace));
    CHECK(after<RevealAll>(view, Key::kA));
  }

  TEST_CASE("the arrows move the grade by one and stop at both ends") {
    StudyView view = card_with_points(5, PointState::kShown);
    for (int value = 0; value <= 5; ++value) {
      view.grade->chosen = static_cast<Quality>(value);
      const auto* lower = after<OverrideGrade>(view, Key::kLeft);
      CHECK((lower != nullptr) == (value > 0));
      if (lower) CHECK(static_cast<int>(lower->quality) == value - 1);
      const auto* higher = after<OverrideGrade>(view, Key::kRight);
      CHECK((higher != nullptr) == (value < 5));
      if (higher) CHECK(static_cast<int>(higher->quality) == value + 1);
    }
  }

  TEST_CASE("alt and 0 to 5 choose a grade and alt and 6 to 9 do not") {
    const StudyView view = card_with_points(5, PointState::kShown);
    for (int value = 0; value <= 9; ++value) {
      const auto* grade = after<OverrideGrade>(view, digit(value), Modifier::kAlt);
      CHECK((grade != nullptr) == (value <= 5));
      if (grade) CHECK(static_cast<int>(grade->quality) == value);
    }
  }

  TEST_CASE("enter grades a recalled card, and first checks one that checks itself") {
    CHECK(after<GradeAndGo>(named("hidden points"), Key::kEnter));
    CHECK(after<CheckAnswer>(named("choice open"), Key::kEnter));
    CHECK(after<GradeAndGo>(named("choice wrong"), Key::kEnter));
    CHECK(after<CheckAnswer>(named("fill open"), Key::kEnter));
    CHECK(after<GradeAndGo>(named("fill right"), Key::kEnter));
  }

  TEST_CASE("digits choose options until the answer is checked") {
    const auto* chosen = after<ChooseOption>(named("choice open"), digit(3));
    REQUIRE(chosen != nullptr);
    CHECK(chosen->option == 2);
    CHECK(after<std::monostate>(named("choice open"), digit(5)));
    CHECK(after<std::monostate>(named("choice wrong"), digit(3)));
  }

  TEST_CASE("no grade can be chosen before the answer is checked") {
    for (const char* name : {"choice open", "fill open"}) {
      CHECK(after<std::monostate>(named(name), Key::kLeft));
      CHECK(after<std::monostate>(named(name), digit(4), Modifier::kAlt));
      CHECK(after<std::monostate>(named(name), Key::kI));
    }
  }

  TEST_CASE("ctrl Z undoes and backspace does not") {
    for (const test::NamedStudyView& sample : test::study_views()) {
      CHECK(after<UndoAnswer>(sample.view, Key::kZ, Modifier::kCtrl));
      CHECK(after<std::monostate>(sample.view, Key::kBackspace));
      CHECK(after<LeaveStudy>(sample.view, Key::kEscape));
    }
  }

  TEST_CASE("a letter with Ctrl is not the letter") {
    CHECK(after<std::monostate>(named("hidden points"), Key::kA, Modifier::kCtrl));
    CHECK(after<std::monostate>(named("hidden points"), Key::kI, Modifier::kCtrl));
  }

  TEST_CASE("after the last card enter goes to Today and ctrl Z takes the card back") {
    const SittingSummary summary = test::full_summary();
    CHECK(std::holds_alternative<LeaveStudy>(summary_key(summary, {Key::kEnter})));
    CHECK(std::holds_alternative<UndoAnswer>(summary_key(summary, {Key::kZ, Modifier::kCtrl})));
  }

  TEST_CASE("on Today the arrows stay among the decks and enter begins only when there is something to do") {
    TodayView view = test::today_with_decks(3);
    view.selected = 0;
    CHECK(is_nothing(today_key(view, {Key::kUp})));
    CHECK(std::get<SelectDeck>(today_key(view, {Key::kDown})).row == 1);
    view.selected = 2;
    CHECK(is_nothing(today_key(view, {Key::kDown})));
    CHECK(std::holds_alternative<StartStudy>(today_key(view, {Key::kEnter})));
    view.due = view.fresh = 0;
    CHECK(is_nothing(today_key(view, {Key::kEnter})));
  }
}

}  // namespace rehearse
