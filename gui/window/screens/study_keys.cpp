#include "gui/window/screens/study.h"

namespace rehearse {
namespace {

Intent moved_grade(const GradeView& grade, int step) {
  const int value = static_cast<int>(grade.chosen) + step;
  if (value < 0 || value > 5) return {};
  return OverrideGrade{static_cast<Quality>(value)};
}

/// Digit keys count from 1; 0 is the tenth.
std::optional<std::size_t> ordinal_of(Key key) {
  const int digit = digit_of(key);
  if (digit < 0) return std::nullopt;
  return static_cast<std::size_t>(digit == 0 ? 9 : digit - 1);
}

Intent digit_key(const StudyView& view, std::size_t ordinal) {
  if (view.asked_as == AskedAs::kPoints && ordinal < view.points.size())
    return TickPoint{view.points[ordinal].index};
  if (view.asked_as == AskedAs::kChoice && view.verdict == Verdict::kOpen && ordinal < view.choices.size())
    return ChooseOption{ordinal};
  return {};
}

Intent plain_key(const StudyView& view, Key key) {
  const bool is_recalled = view.asked_as == AskedAs::kPoints || view.asked_as == AskedAs::kWhole;
  if (const std::optional<std::size_t> ordinal = ordinal_of(key)) return digit_key(view, *ordinal);
  switch (key) {
    case Key::kSpace: return is_recalled ? Intent{RevealNext{}} : Intent{};
    case Key::kA: return is_recalled ? Intent{RevealAll{}} : Intent{};
    case Key::kI: return view.grade ? Intent{ToggleIntervals{}} : Intent{};
    case Key::kLeft: return view.grade ? moved_grade(*view.grade, -1) : Intent{};
    case Key::kRight: return view.grade ? moved_grade(*view.grade, +1) : Intent{};
    case Key::kEnter: return view.grade ? Intent{GradeAndGo{}} : Intent{CheckAnswer{}};
    case Key::kEscape: return GoToToday{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace

Intent study_key(const StudyView& view, const KeyPressed& press) {
  switch (press.modifier) {
    case Modifier::kNone: return plain_key(view, press.key);
    case Modifier::kCtrl: return press.key == Key::kZ ? Intent{UndoAnswer{}} : Intent{};
    case Modifier::kAlt: {
      const int digit = digit_of(press.key);
      if (!view.grade || digit < 0 || digit > 5) return {};
      return OverrideGrade{static_cast<Quality>(digit)};
    }
    default: return {};
  }
}

}  // namespace rehearse
