// What may be typed next: for completing a query at the cursor.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"

namespace rehearse {

/// Names to complete with, in the order they are to be offered.
struct SearchNames {
  std::span<const std::string> deck_titles;
  std::span<const std::string> section_titles;
  std::span<const std::string> tag_names;
};

struct Suggestion {
  std::size_t begin = 0;  // bytes [begin, end) of the query are replaced by
  std::size_t end = 0;
  std::string text;  // ends with a colon or a comparison where more is to be typed
  Words about;       // empty for a learner's own name

  friend bool operator==(const Suggestion& a, const Suggestion& b) {
    return a.begin == b.begin && a.end == b.end && a.text == b.text;
  }
};

/// For the term that ends at byte `cursor` of `query`, at most `most`: keys that begin as it does (all of
/// them where nothing is typed), and behind a key its values; names that hold what is typed. Width and case
/// do not matter.
std::vector<Suggestion> suggestions(std::string_view query, std::size_t cursor, const SearchNames& names,
                                    std::size_t most = 12);

}  // namespace rehearse
