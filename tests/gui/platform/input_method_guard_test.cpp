#include "gui/window/platform/input_method_guard.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

using KeyClass = InputMethodGuard::KeyClass;

constexpr KeyPressed kLetter{Key::kOther, Modifier::kNone};
constexpr KeyPressed kBackspace{Key::kBackspace, Modifier::kNone};
constexpr KeyPressed kEnter{Key::kEnter, Modifier::kNone};

}  // namespace

TEST_SUITE("gui/window/platform/input_method_guard") {
  TEST_CASE("plain typing loses no key") {
    InputMethodGuard guard;
    for (int i = 0; i < 5; ++i) {
      CHECK(!guard.takes(KeyClass::kPrintable, kLetter));
      guard.character_arrived();
    }
    CHECK(!guard.takes(KeyClass::kEditing, kBackspace));
    CHECK(!guard.takes(KeyClass::kEditing, kEnter));
  }

  TEST_CASE("backspace belongs to the word that is being composed, letter by letter") {
    InputMethodGuard guard;
    guard.takes(KeyClass::kPrintable, kLetter);
    guard.takes(KeyClass::kPrintable, kLetter);
    CHECK(guard.takes(KeyClass::kEditing, kBackspace));
    CHECK(guard.takes(KeyClass::kEditing, kBackspace));
    CHECK(!guard.takes(KeyClass::kEditing, kBackspace));
  }

  TEST_CASE("enter ends the composing and does not leave the field") {
    InputMethodGuard guard;
    guard.takes(KeyClass::kPrintable, kLetter);
    CHECK(guard.takes(KeyClass::kEditing, kEnter));
    CHECK(!guard.takes(KeyClass::kEditing, kEnter));
  }

  TEST_CASE("a shortcut with Ctrl or Alt is never the input method's") {
    InputMethodGuard guard;
    guard.takes(KeyClass::kPrintable, kLetter);
    CHECK(!guard.takes(KeyClass::kPrintable, {Key::kZ, Modifier::kCtrl}));
    CHECK(!guard.takes(KeyClass::kPrintable, {Key::kDigit4, Modifier::kAlt}));
    CHECK(!guard.takes(KeyClass::kEditing, {Key::kLeft, Modifier::kCtrlShift}));
  }

  TEST_CASE("a shortcut begins no composing") {
    InputMethodGuard guard;
    for (const Modifier modifier :
         {Modifier::kCtrl, Modifier::kAlt, Modifier::kCtrlShift, Modifier::kAltShift, Modifier::kSeveral})
      guard.takes(KeyClass::kPrintable, {Key::kZ, modifier});
    CHECK(!guard.takes(KeyClass::kEditing, kBackspace));
  }

  TEST_CASE("losing the focus ends it too") {
    InputMethodGuard guard;
    guard.takes(KeyClass::kPrintable, kLetter);
    guard.reset();
    CHECK(!guard.takes(KeyClass::kEditing, kEnter));
  }
}

}  // namespace rehearse
