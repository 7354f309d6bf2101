// The keys with which an answer of a mock interview is marked.
#pragma once

#include "core/interview/mock_interview.h"
#include "gui/commands/interview_page.h"
#include "gui/commands/keyboard.h"

namespace rehearse {

class MarkingKeys {
 public:
  enum class Wish { kStay, kNext };  // with this question, or to the next one

  /// `interview` must outlive it.
  explicit MarkingKeys(MockInterview& interview) : interview_(interview) {}

  /// At the first item of another question; behind the last one when all are marked.
  void begin();
  Wish press(const KeyPress& key);
  const MarkingFocus& focus() const { return focus_; }

 private:
  std::size_t items() const { return interview_.asked().rubric.items.size(); }
  std::size_t points() const { return interview_.question().points.size(); }
  bool is_at_item() const { return focus_.item < items(); }

  Wish enter();
  void type_digit(int digit);
  void shift(int halves);
  void move(int rows);
  void toggle(std::size_t point);
  /// Gives the item so many marks.
  void give(double marks);
  void go_on();
  void go_to_unmarked();

  MockInterview& interview_;
  MarkingFocus focus_;
};

}  // namespace rehearse
