// Problems of a text that may hold millions of them: places in order, and only the first of each kind in
// words.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

class ProblemList {
 public:
  static constexpr std::size_t kMostOfAKind = 100;

  /// `text` must outlive the list.
  explicit ProblemList(std::string_view text) : text_(text) {}

  /// Offsets that never fall cost one walk through the text together.
  void add(std::size_t offset, const std::string& code, Words message);
  /// All of them, and one line for each kind of which there were more.
  std::vector<Problem> take();

 private:
  void go_to(std::size_t offset);

  std::string_view text_;
  std::vector<Problem> problems_;
  std::map<std::string, std::size_t> counts_;
  std::size_t offset_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 1;
};

}  // namespace rehearse
