// What the person did, in the order it happened. The window fills these in; tests make them up.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace rehearse {

/// The keys the program has a use for. Letters appear only with Ctrl (in a Chinese input method a bare
/// letter opens the candidate window), except those that a screen names as a second way.
enum class Key {
  kOther,
  kSpace,
  kEnter,
  kEscape,
  kBackspace,
  kDelete,
  kTab,
  kLeft,
  kRight,
  kUp,
  kDown,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kF1,
  kF2,
  kF3,
  kDigit0,
  kDigit1,
  kDigit2,
  kDigit3,
  kDigit4,
  kDigit5,
  kDigit6,
  kDigit7,
  kDigit8,
  kDigit9,
  kA,
  kB,
  kC,
  kD,
  kE,
  kF,
  kG,
  kH,
  kI,
  kJ,
  kK,
  kL,
  kM,
  kN,
  kO,
  kP,
  kQ,
  kR,
  kS,
  kT,
  kU,
  kV,
  kW,
  kX,
  kY,
  kZ,
  kPlus,
  kMinus,
  kComma,
};

enum class Modifier { kNone, kCtrl, kAlt, kShift, kCtrlShift, kAltShift, kSeveral };

struct KeyPressed {
  Key key = Key::kOther;
  Modifier modifier = Modifier::kNone;

  friend bool operator==(const KeyPressed&, const KeyPressed&) = default;
};

/// 0 to 9, or nothing sensible (-1) for any other key.
constexpr int digit_of(Key key) {
  return key >= Key::kDigit0 && key <= Key::kDigit9 ? static_cast<int>(key) - static_cast<int>(Key::kDigit0)
                                                    : -1;
}

constexpr bool is_letter(Key key) { return key >= Key::kA && key <= Key::kZ; }

/// Text as the system composed it, by an input method perhaps: full 32 bits.
struct CharacterTyped {
  char32_t character = 0;
};
/// In the place of Ctrl+V.
struct TextPasted {
  std::string text;
};
struct PointerMoved {
  float x = 0, y = 0;  // pixels of the window
};
enum class ButtonState { kReleased, kPressed };
struct PointerButton {
  ButtonState state = ButtonState::kReleased;  // the left button: the only one with a meaning
  Modifier modifier = Modifier::kNone;         // what was held down with it
};
struct WheelTurned {
  float lines = 0;
};
struct FilesDropped {
  std::vector<std::string> paths;  // all that were dropped at once
};
/// The window came to the front: meanwhile another process may have changed the library.
struct WindowFocused {};
/// The window was resized or uncovered: draw it again.
struct WindowChanged {};
/// The desktop asks the window to close: its button was clicked, for one.
struct CloseAsked {};

using Event = std::variant<KeyPressed, CharacterTyped, TextPasted, PointerMoved, PointerButton, WheelTurned,
                           FilesDropped, WindowFocused, WindowChanged, CloseAsked>;

}  // namespace rehearse
