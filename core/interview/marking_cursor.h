// Where the learner is while an answer of a mock interview is marked: item by item, then point by point. The
// terminal and the window give it their keys.
#pragma once

#include <cstddef>

#include "core/interview/mock_interview.h"

namespace rehearse {

/// True when the learner says which points were missed: those that the items do not say themselves.
bool asks_for_points(const MockInterview& interview);

class MarkingCursor {
 public:
  struct Place {
    std::size_t item = 0;   // of the rubric; behind the last one the points are asked about
    std::size_t point = 0;  // of the question, while they are
    int typed = 0;          // marks of the item whose second digit may still come; 0: none
  };
  enum class Wish { kStay, kNext };  // with this question, or to the next one

  /// `interview` must outlive it.
  explicit MarkingCursor(MockInterview& interview) : interview_(interview) {}

  /// At the first item of another question; behind the last one when all are marked.
  void begin();
  const Place& place() const { return place_; }
  bool is_at_item() const { return place_.item < items(); }

  /// All marks for an item that has none yet, then on to the next one; behind the last one to the next
  /// question, once all are marked.
  Wish enter();
  /// Marks of an item, digit by digit: the item is left when none could follow. Behind the last one a point:
  /// 1 is the first, 0 the tenth.
  void type_digit(int digit);
  /// So many half marks more, or less; an item that has no marks yet begins at none, or at all of them.
  void shift(int halves);
  void move(int rows);
  /// The point was missed, or not; where points are asked about.
  void toggle(std::size_t point);
  void toggle() {
    if (!is_at_item()) toggle(place_.point);
  }
  /// A share of an item's marks, wherever the cursor is.
  void mark(std::size_t item, double share);

 private:
  std::size_t items() const { return interview_.asked().rubric.items.size(); }
  std::size_t points() const { return interview_.question().points.size(); }

  void give(double marks);
  void go_on();
  void go_to_unmarked();

  MockInterview& interview_;
  Place place_;
};

}  // namespace rehearse
