// Answer keys: letters, right and wrong, filled-in words, and the tables they stand in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

struct KeyAndRest {
  std::vector<std::string> key;
  std::string rest;  // what the text says behind the key
};

/// Letters with any separators at the start of `text`: "ABD", "A、B、D", "(B)", "B.耐心倾听". Letters beyond
/// the options are no key.
std::optional<KeyAndRest> take_choice_key(std::string_view text, const std::vector<Option>& options);

/// 正确 or 错误 for 对, √, T, ×, 错 and their like at the start of `text`.
std::optional<KeyAndRest> take_truth_key(std::string_view text);

/// A key the author left inside the stem's brackets, 正确的是(B), and the stem without it.
struct KeyInStem {
  std::string stem;
  std::vector<std::string> key;
};
std::optional<KeyInStem> take_key_from_stem(std::string_view stem, const std::vector<Option>& options);

/// "1-5 ABCBB 6.B 7.√": (number, key) pairs when the whole line is such a table; else nothing. The keys are
/// pieces of `line`.
std::vector<std::pair<std::size_t, std::string_view>> key_table(std::string_view line);

/// "B" or "B A C" or "√": the keys of the next questions in their order, pieces of `line`; else nothing.
std::vector<std::string_view> bare_keys(std::string_view line);

/// Blanks in the stem of a fill-in question: ____ or empty brackets.
std::size_t count_blanks(std::string_view stem);

/// One text per blank. Everything in one when the parts do not fit the blanks.
std::vector<std::string> fill_key(std::string_view answer, std::size_t blanks);

}  // namespace rehearse
