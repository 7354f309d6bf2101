#include "core/interview/marking_cursor.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rehearse {
namespace {

constexpr double kRounding = 1e-6;  // marks: what shares of them are away from the half that is meant

}  // namespace

bool asks_for_points(const MockInterview& interview) {
  return interview.asked().rubric.source != RubricSource::kPoints &&
         !interview.question().question.points.empty();
}

void MarkingCursor::begin() {
  place_ = {};
  place_.item = items();
  if (!interview_.is_marked()) go_to_unmarked();
}

MarkingCursor::Wish MarkingCursor::enter() {
  place_.typed = 0;
  if (is_at_item()) {
    if (!interview_.reached(place_.item)) interview_.mark(place_.item, 1);
    go_on();
    return Wish::kStay;
  }
  if (interview_.is_marked()) return Wish::kNext;
  go_to_unmarked();
  return Wish::kStay;
}

void MarkingCursor::type_digit(int digit) {
  const int before = std::exchange(place_.typed, 0);
  if (!is_at_item()) return toggle(static_cast<std::size_t>(digit == 0 ? 9 : digit - 1));
  const double most = interview_.asked().rubric.items[place_.item].marks;
  int marks = before * 10 + digit;
  if (marks > most) marks = digit;
  give(marks);
  place_.typed = marks > 0 && marks * 10 <= most ? marks : 0;
  if (place_.typed == 0) go_on();
}

void MarkingCursor::shift(int halves) {
  place_.typed = 0;
  if (!is_at_item()) return;
  const double most = interview_.asked().rubric.items[place_.item].marks;
  const double from = interview_.reached(place_.item).value_or(halves < 0 ? 1 : 0) * most;
  give(halves < 0 ? std::ceil(from * 2 - 1 - kRounding) / 2 : std::floor(from * 2 + 1 + kRounding) / 2);
}

void MarkingCursor::move(int rows) {
  place_.typed = 0;
  const bool asks = !is_at_item() && asks_for_points(interview_);
  if (rows < 0 && asks && place_.point > 0)
    --place_.point;
  else if (rows < 0 && place_.item > 0)
    --place_.item;
  else if (rows > 0 && is_at_item())
    ++place_.item;
  else if (rows > 0 && asks && place_.point + 1 < points())
    ++place_.point;
}

void MarkingCursor::toggle(std::size_t point) {
  place_.typed = 0;
  if (!asks_for_points(interview_) || point >= points()) return;
  interview_.toggle_missed(point);
  place_.point = point;
}

void MarkingCursor::mark(std::size_t item, double share) {
  if (item >= items()) return;
  place_.typed = 0;
  place_.item = item;
  interview_.mark(item, share);
  go_on();
}

void MarkingCursor::give(double marks) {
  const double most = interview_.asked().rubric.items[place_.item].marks;
  interview_.mark(place_.item, most > 0 ? marks / most : 0);
}

/// Row by row where all are marked, so that each can be looked at again.
void MarkingCursor::go_on() {
  if (interview_.is_marked())
    ++place_.item;
  else
    go_to_unmarked();
}

/// The next one that is not marked, the first of all behind the last one.
void MarkingCursor::go_to_unmarked() {
  for (std::size_t step = 1; step <= items(); ++step) {
    const std::size_t item = (place_.item + step) % (items() + 1);
    if (item < items() && !interview_.reached(item)) {
      place_.item = item;
      return;
    }
  }
}

}  // namespace rehearse
