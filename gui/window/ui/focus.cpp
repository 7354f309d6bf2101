#include "gui/window/ui/focus.h"

#include <algorithm>
#include <utility>

namespace rehearse {

void Focus::begin_frame() { seen_.clear(); }

void Focus::end_frame() {
  order_.swap(seen_);
  is_clicked_ = false;
  has_moved_ = false;
  steps_ = 0;
  if (std::find(order_.begin(), order_.end(), current_) == order_.end()) current_.clear();
}

bool Focus::take(const KeyPressed& press) {
  if (press == KeyPressed{Key::kTab, Modifier::kNone}) return move(+1), true;
  if (press == KeyPressed{Key::kTab, Modifier::kShift}) return move(-1), true;
  if (!is_anywhere() || press.modifier != Modifier::kNone) return false;
  switch (press.key) {
    case Key::kEnter:
    case Key::kSpace: is_clicked_ = true; return true;
    case Key::kEscape: clear(); return true;
    case Key::kLeft:
    case Key::kRight:
      if (with_values_ != current_) return false;
      steps_ += press.key == Key::kLeft ? -1 : +1;
      return true;
    default: return false;
  }
}

bool Focus::visit(std::string_view id) {
  seen_.emplace_back(id);
  return is_clicked_ && is_on(id);
}

int Focus::take_steps(std::string_view id) {
  if (!is_on(id)) return 0;
  with_values_ = id;
  return std::exchange(steps_, 0);
}

void Focus::set(std::string_view id) {
  current_ = id;
  has_moved_ = true;
}

void Focus::move(int step) {
  if (order_.empty()) return;
  const auto count = static_cast<int>(order_.size());
  const auto found = std::find(order_.begin(), order_.end(), current_);
  const int at = found == order_.end() ? (step > 0 ? -1 : count) : static_cast<int>(found - order_.begin());
  set(order_[static_cast<std::size_t>((at + step + count) % count)]);
}

}  // namespace rehearse
