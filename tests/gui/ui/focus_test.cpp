#include "gui/window/ui/focus.h"

#include <doctest/doctest.h>

#include <initializer_list>

namespace rehearse {
namespace {

const KeyPressed kTab{Key::kTab}, kBack{Key::kTab, Modifier::kShift};

/// A frame with these things on the screen; the one that the keyboard clicked.
std::string frame(Focus& focus, std::initializer_list<const char*> things) {
  std::string clicked;
  focus.begin_frame();
  for (const char* thing : things)
    if (focus.visit(thing)) clicked = thing;
  focus.end_frame();
  return clicked;
}

}  // namespace

TEST_SUITE("gui/window/ui/focus") {
  TEST_CASE("Tab goes through everything in order and around, Shift and Tab back") {
    Focus focus;
    frame(focus, {"one", "two", "three"});
    for (const char* expected : {"one", "two", "three", "one"}) {
      CHECK(focus.take(kTab));
      CHECK(focus.is_on(expected));
    }
    for (const char* expected : {"three", "two", "one"}) {
      CHECK(focus.take(kBack));
      CHECK(focus.is_on(expected));
    }
  }

  TEST_CASE("Enter clicks what is in focus once and is nobody's where nothing is") {
    Focus focus;
    frame(focus, {"one", "two"});
    CHECK(!focus.take({Key::kEnter}));
    focus.take(kTab);
    CHECK(focus.take({Key::kEnter}));
    CHECK(frame(focus, {"one", "two"}) == "one");
    CHECK(frame(focus, {"one", "two"}).empty());
  }

  TEST_CASE("Escape leaves the focus before it leaves the page") {
    Focus focus;
    frame(focus, {"one"});
    focus.take(kTab);
    CHECK(focus.take({Key::kEscape}));
    CHECK(!focus.take({Key::kEscape}));
  }

  TEST_CASE("the focus goes when its thing is gone") {
    Focus focus;
    frame(focus, {"one", "two"});
    focus.take(kTab);
    frame(focus, {"two"});
    CHECK(!focus.is_anywhere());
  }

  TEST_CASE("left and right belong to what has values and to the page otherwise") {
    Focus focus;
    frame(focus, {"switch", "button"});
    focus.take(kTab);
    focus.begin_frame();
    focus.visit("switch");
    CHECK(focus.take_steps("switch") == 0);
    focus.visit("button");
    focus.end_frame();
    CHECK(focus.take({Key::kRight}));
    CHECK(focus.take({Key::kRight}));
    CHECK(focus.take_steps("switch") == 2);
    CHECK(focus.take_steps("switch") == 0);
    focus.take(kTab);
    CHECK(!focus.take({Key::kRight}));
  }
}

}  // namespace rehearse
