#include "gui/window/study/study_screen.h"

#include <algorithm>

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

/// A hint, or a field to type in, is for a point that is still hidden, or an answer not checked.
bool has_hidden_point(const StudyView& view) {
  return std::any_of(view.points.begin(), view.points.end(),
                     [](const PointView& point) { return point.state == PointState::kNext; });
}

StudyIntent hint_key(const StudyView& view) {
  return has_hidden_point(view) ? StudyIntent{GiveHint{}} : StudyIntent{};
}

StudyIntent type_key(const StudyView& view) {
  if (is_typing_answer(view)) return LeaveTyping{};
  return view.asked_as == AskedAs::kPoints && view.can_type ? StudyIntent{TypeAnswer{}} : StudyIntent{};
}

StudyIntent plain_key(const StudyView& view, Key key) {
  const bool is_recalled = view.asked_as == AskedAs::kPoints || view.asked_as == AskedAs::kWhole;
  if (const std::optional<std::size_t> ordinal = ordinal_of(key)) return digit_key(view, *ordinal);
  switch (key) {
    case Key::kSpace: return is_recalled ? StudyIntent{RevealNext{}} : StudyIntent{};
    case Key::kH: return hint_key(view);
    case Key::kF2:
    case Key::kT: return type_key(view);
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

StudyIntent ctrl_key(const StudyView& view, Key key) {
  switch (key) {
    case Key::kZ: return UndoAnswer{};
    case Key::kY: return RedoAnswer{};
    case Key::kH: return hint_key(view);
    case Key::kE: return EditQuestion{};
    case Key::kB: return PutAway{CardActKind::kBury};
    case Key::kS: return PutAway{CardActKind::kSuspend};
    case Key::kM: return OpenCardMenu{};
    case Key::kW: return ExplainCard{};
    case Key::kN: return view.example ? StudyIntent{WriteExample{}} : StudyIntent{};
    default: return {};
  }
}

/// What a field of several lines leaves to the screen.
StudyIntent writing_key(const StudyView& view, const KeyPressed& press) {
  const bool is_answer = is_typing_answer(view);
  if (press == KeyPressed{Key::kEnter, Modifier::kCtrl})
    return is_answer ? StudyIntent{CheckAnswer{}} : StudyIntent{KeepExample{}};
  if (press == KeyPressed{Key::kEscape})
    return is_answer ? StudyIntent{LeaveTyping{}} : StudyIntent{LeaveExample{}};
  if (press == KeyPressed{Key::kF2} && is_answer) return LeaveTyping{};
  if (press.modifier != Modifier::kCtrl) return {};
  switch (press.key) {
    case Key::kS: return is_answer ? StudyIntent{} : StudyIntent{KeepExample{}};
    // Where one writes, a slip of the hand should not take the card away.
    case Key::kB:
    case Key::kN: return {};
    default: return ctrl_key(view, press.key);
  }
}

}  // namespace

StudyIntent study_key(const StudyView& view, const KeyPressed& press) {
  if (is_writing(view)) return writing_key(view, press);
  switch (press.modifier) {
    case Modifier::kNone: return plain_key(view, press.key);
    case Modifier::kCtrl: return ctrl_key(view, press.key);
    case Modifier::kAlt: {
      const int digit = digit_of(press.key);
      if (!view.grade || digit < 0 || digit > 5) return {};
      return OverrideGrade{static_cast<Quality>(digit)};
    }
    default: return {};
  }
}

}  // namespace rehearse
