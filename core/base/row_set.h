// A set of rows 0 to size - 1, one bit each: what a search finds and what is counted over.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rehearse {

class RowSet {
 public:
  /// Empty.
  explicit RowSet(std::size_t size = 0) : size_(size), words_((size + kBits - 1) / kBits) {}

  /// The rows for which `is_in(row)` is true.
  template <class Predicate>
  static RowSet where(std::size_t size, Predicate is_in) {
    RowSet set(size);
    std::size_t row = 0;
    for (std::uint64_t& word : set.words_) {
      // Byte by byte first, which the compiler does for many rows at once where the predicate lets it.
      std::array<std::uint8_t, kBits> is_row_in{};
      const std::size_t count = std::min(kBits, size - row);
      for (std::size_t i = 0; i < count; ++i) is_row_in[i] = is_in(row + i) ? 1 : 0;
      for (std::size_t i = 0; i < kBits; ++i) word |= std::uint64_t{is_row_in[i]} << i;
      row += count;
    }
    return set;
  }

  std::size_t size() const { return size_; }
  /// Precondition: row < size().
  bool has(std::size_t row) const { return (words_[row / kBits] >> (row % kBits) & 1) != 0; }
  void insert(std::size_t row) { words_[row / kBits] |= std::uint64_t{1} << (row % kBits); }

  std::size_t count() const {
    std::size_t count = 0;
    for (std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }

  /// Calls `visit(row)` for each row in ascending order.
  template <class Visit>
  void for_each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1)
        visit(i * kBits + static_cast<std::size_t>(std::countr_zero(word)));
  }

  /// In ascending order.
  std::vector<std::uint32_t> rows() const {
    std::vector<std::uint32_t> rows;
    rows.reserve(count());
    for_each([&](std::size_t row) { rows.push_back(static_cast<std::uint32_t>(row)); });
    return rows;
  }

  /// Precondition of both: equal sizes.
  RowSet& operator&=(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  RowSet& operator|=(const RowSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  /// Every row that was not in it, and no other.
  void flip() {
    for (std::uint64_t& word : words_) word = ~word;
    if (size_ % kBits != 0) words_.back() &= (std::uint64_t{1} << (size_ % kBits)) - 1;
  }

  friend bool operator==(const RowSet&, const RowSet&) = default;

 private:
  static constexpr std::size_t kBits = 64;

  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace rehearse
