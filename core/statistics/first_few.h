// The first few of many in an order, without sorting or keeping the others.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace rehearse {

/// Rows are offered; the first `most` of them by `comes_before(a, b)`, a strict order, stay.
template <class ComesBefore>
class FirstFew {
 public:
  FirstFew(std::size_t most, ComesBefore comes_before) : most_(most), comes_before_(comes_before) {}

  void offer(std::uint32_t row) {
    if (few_.size() == most_) {
      if (most_ == 0 || !comes_before_(row, few_.front())) return;
      std::pop_heap(few_.begin(), few_.end(), comes_before_);
      few_.back() = row;
    } else {
      few_.push_back(row);
    }
    std::push_heap(few_.begin(), few_.end(), comes_before_);
  }

  std::vector<std::uint32_t> take() {
    std::sort_heap(few_.begin(), few_.end(), comes_before_);
    return std::move(few_);
  }

 private:
  std::size_t most_;
  ComesBefore comes_before_;
  std::vector<std::uint32_t> few_;  // a heap, the last of them in front
};

}  // namespace rehearse
