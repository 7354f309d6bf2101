// Undoes what document sites did to a text: pinyin put behind characters, Simplified text turned into
// Traditional, bytes shifted by one. A sound text, Traditional or Simplified, comes out as it went in,
// but for invisible characters and look-alike radicals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

struct TextPlace {
  std::size_t line = 1;    // 1-based
  std::size_t column = 1;  // 1-based, in code points
};

class RepairedText {
 public:
  std::string text;  // as many lines as the decoded text
  std::vector<Problem> problems;

  /// Where the character at byte `offset` of `text` stood in the decoded text.
  TextPlace place_in_decoded_text(std::size_t offset) const;

 private:
  friend RepairedText repair_text(std::string decoded);

  /// From byte `at` on, `removed` code points less than in the decoded text.
  struct Shift {
    std::size_t at = 0;
    std::ptrdiff_t removed = 0;
  };
  // A document may be one line: columns are counted from the nearest of these, not from its start.
  static constexpr std::size_t kStride = 1024;  // bytes

  std::ptrdiff_t removed_before(std::size_t offset) const;
  std::size_t code_points_before(std::size_t offset) const;
  void find_lines();
  void count_code_points();

  std::vector<Shift> shifts_;             // ascending
  std::vector<std::size_t> line_starts_;  // byte offsets in `text`
  std::vector<std::size_t> counted_;      // code points before every kStride bytes
};

/// Takes valid UTF-8. Compatibility forms: only radicals and compatibility ideographs are folded (NFKC),
/// since full-width punctuation is how Chinese is written. Time grows linearly with the text.
RepairedText repair_text(std::string decoded);

}  // namespace rehearse
