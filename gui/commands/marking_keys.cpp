#include "gui/commands/marking_keys.h"

#include <algorithm>
#include <cmath>

namespace rehearse {
namespace {

constexpr double kRounding = 1e-6;  // marks: what shares of them are away from the half that is meant

}  // namespace

void MarkingKeys::begin() {
  focus_ = {};
  focus_.item = items();
  if (!interview_.is_marked()) go_to_unmarked();
}

MarkingKeys::Wish MarkingKeys::press(const KeyPress& key) {
  const int typed = focus_.typed;
  focus_.typed = 0;
  switch (key.kind) {
    case KeyKind::kEnter: return enter();
    case KeyKind::kLeft: shift(-1); break;
    case KeyKind::kRight: shift(+1); break;
    case KeyKind::kUp: move(-1); break;
    case KeyKind::kDown: move(+1); break;
    default:
      if (key.digit >= 0 && is_at_item()) {
        focus_.typed = typed;
        type_digit(key.digit);
      } else if (key.digit >= 0) {
        toggle(static_cast<std::size_t>(key.digit == 0 ? 9 : key.digit - 1));
      } else if (key.text == " " && !is_at_item()) {
        toggle(focus_.point);
      }
  }
  return Wish::kStay;
}

MarkingKeys::Wish MarkingKeys::enter() {
  if (is_at_item()) {
    if (!interview_.reached(focus_.item)) interview_.mark(focus_.item, 1);
    go_on();
    return Wish::kStay;
  }
  if (interview_.is_marked()) return Wish::kNext;
  go_to_unmarked();
  return Wish::kStay;
}

/// Marks of two digits are typed one after the other; the item is left when no digit could follow.
void MarkingKeys::type_digit(int digit) {
  const double most = interview_.asked().rubric.items[focus_.item].marks;
  int marks = focus_.typed * 10 + digit;
  if (marks > most) marks = digit;
  give(marks);
  focus_.typed = marks > 0 && marks * 10 <= most ? marks : 0;
  if (focus_.typed == 0) go_on();
}

void MarkingKeys::shift(int halves) {
  if (!is_at_item()) return;
  const double most = interview_.asked().rubric.items[focus_.item].marks;
  const double from = interview_.reached(focus_.item).value_or(halves < 0 ? 1 : 0) * most;
  give(halves < 0 ? std::ceil(from * 2 - 1 - kRounding) / 2 : std::floor(from * 2 + 1 + kRounding) / 2);
}

void MarkingKeys::move(int rows) {
  const bool asks = !is_at_item() && asks_for_points(interview_);
  if (rows < 0 && asks && focus_.point > 0)
    --focus_.point;
  else if (rows < 0 && focus_.item > 0)
    --focus_.item;
  else if (rows > 0 && is_at_item())
    ++focus_.item;
  else if (rows > 0 && asks && focus_.point + 1 < points())
    ++focus_.point;
}

void MarkingKeys::toggle(std::size_t point) {
  if (!asks_for_points(interview_) || point >= points()) return;
  interview_.toggle_missed(point);
  focus_.point = point;
}

void MarkingKeys::give(double marks) {
  const double most = interview_.asked().rubric.items[focus_.item].marks;
  interview_.mark(focus_.item, most > 0 ? marks / most : 0);
}

/// Row by row where all are marked, so that each can be looked at again.
void MarkingKeys::go_on() {
  if (interview_.is_marked())
    ++focus_.item;
  else
    go_to_unmarked();
}

/// The next one that is not marked, the first of all behind the last one.
void MarkingKeys::go_to_unmarked() {
  for (std::size_t step = 1; step <= items(); ++step) {
    const std::size_t item = (focus_.item + step) % (items() + 1);
    if (item < items() && !interview_.reached(item)) {
      focus_.item = item;
      return;
    }
  }
}

}  // namespace rehearse
