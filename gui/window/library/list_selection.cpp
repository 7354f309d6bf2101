#include "gui/window/library/list_selection.h"

#include <algorithm>

namespace rehearse {

std::vector<std::size_t> ListSelection::chosen() const {
  std::vector<std::size_t> rows;
  if (count_ == 0) {
    if (!marked_.empty()) rows.push_back(place_);
    return rows;
  }
  rows.reserve(count_);
  for (std::size_t row = 0; row < marked_.size(); ++row)
    if (marked_[row]) rows.push_back(row);
  return rows;
}

void ListSelection::go_to(std::size_t row, RowMarking marking) {
  if (marked_.empty()) return;
  place_ = std::min(row, marked_.size() - 1);
  if (marking == RowMarking::kExtend)
    return mark_range(std::min(range_began_, place_), std::max(range_began_, place_));
  range_began_ = place_;
  if (marking != RowMarking::kToggle) return;
  marked_[place_] = !marked_[place_];
  if (marked_[place_])
    ++count_;
  else
    --count_;
}

void ListSelection::mark_range(std::size_t first, std::size_t last) {
  mark_none();
  std::fill(marked_.begin() + static_cast<std::ptrdiff_t>(first),
            marked_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
  count_ = last - first + 1;
}

void ListSelection::mark_all() {
  std::fill(marked_.begin(), marked_.end(), true);
  count_ = marked_.size();
}

void ListSelection::mark_none() {
  std::fill(marked_.begin(), marked_.end(), false);
  count_ = 0;
}

}  // namespace rehearse
