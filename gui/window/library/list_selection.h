// Which rows of a long list are marked, and where the keyboard is in it.
#pragma once

#include <cstddef>
#include <vector>

namespace rehearse {

enum class RowMarking {
  kLeave,   // only the place changes, and a range that was being drawn ends
  kExtend,  // everything from where the range began is marked, and nothing else
  kToggle,  // the row itself changes
};

class ListSelection {
 public:
  explicit ListSelection(std::size_t rows = 0) : marked_(rows) {}

  std::size_t size() const { return marked_.size(); }
  std::size_t place() const { return place_; }
  std::size_t marked() const { return count_; }
  bool is_marked(std::size_t row) const { return row < marked_.size() && marked_[row]; }
  /// Rows in ascending order: those that are marked, else the one at place(), if there is any row.
  std::vector<std::size_t> chosen() const;

  /// A row behind the last one is the last one.
  void go_to(std::size_t row, RowMarking marking);
  void mark_all();
  void mark_none();

 private:
  void mark_range(std::size_t first, std::size_t last);

  std::vector<bool> marked_;
  std::size_t count_ = 0;
  std::size_t place_ = 0;
  std::size_t range_began_ = 0;
};

}  // namespace rehearse
