// Keys that an author left inside the stem, and the stem as it should be asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

struct KeyInStem {
  std::string stem;
  std::vector<std::string> key;
};

/// "正确的是(B)" or "(B. 耐心倾听)": the brackets stay, empty. "__B__" and "正确的是 B" are read as well.
/// `stem` has its markup.
std::optional<KeyInStem> take_choice_from_stem(std::string_view stem, const std::vector<Option>& options);

/// "(√)" "(F)" or a bare "√" at the stem's start or end.
std::optional<KeyInStem> take_truth_from_stem(std::string_view stem);

/// The words of a fill-in question that stand in bold, underlined or in brackets, one per blank: each becomes
/// a blank again. Nothing when the stem has blanks. `stem` has its markup.
std::optional<KeyInStem> take_fills_from_stem(std::string_view stem);

/// The same for a stem that nobody calls a fill-in question: only when a word in bold is what something is.
std::optional<KeyInStem> take_named_word(std::string_view stem);

}  // namespace rehearse
