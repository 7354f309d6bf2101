#include "gui/window/study/study_screen.h"

namespace rehearse {
namespace {

StudyIntent moved_grade(const GradeView& grade, int step) {
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

StudyIntent digit_key(const StudyView& view, std::size_t ordinal) {
  if (view.asked_as == AskedAs::kPoints && ordinal < view.points.size())
    return TickPoint{view.points[ordinal].index};
  if (view.asked_as == AskedAs::kChoice && view.verdict == Verdict::kOpen && ordinal < view.choices.size())
    return ChooseOption{ordinal};
  return {};
}

StudyIntent plain_key(const StudyView& view, Key key) {
  const bool is_recalled = view.asked_as == AskedAs::kPoints || view.asked_as == AskedAs::kWhole;
  if (const std::optional<std::size_t> ordinal = ordinal_of(key)) return digit_key(view, *ordinal);
  switch (key) {
    case Key::kSpace: return is_recalled ? StudyIntent{RevealNext{}} : StudyIntent{};
    case Key::kA: return is_recalled ? StudyIntent{RevealAll{}} : StudyIntent{};
    case Key::kI: return view.grade ? StudyIntent{ToggleIntervals{}} : StudyIntent{};
    case Key::kLeft: return view.grade ? moved_grade(*view.grade, -1) : StudyIntent{};
    case Key::kRight: return view.grade ? moved_grade(*view.grade, +1) : StudyIntent{};
    case Key::kEnter: return view.grade ? StudyIntent{GradeAndGo{}} : StudyIntent{CheckAnswer{}};
    case Key::kEscape: return LeaveStudy{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace

StudyIntent study_key(const StudyView& view, const KeyPressed& press) {
  switch (press.modifier) {
    case Modifier::kNone: return plain_key(view, press.key);
    case Modifier::kCtrl: return press.key == Key::kZ ? StudyIntent{UndoAnswer{}} : StudyIntent{};
    case Modifier::kAlt: {
      const int digit = digit_of(press.key);
      if (!view.grade || digit < 0 || digit > 5) return {};
      return OverrideGrade{static_cast<Quality>(digit)};
    }
    default: return {};
  }
}

}  // namespace rehearse
