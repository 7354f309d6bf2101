// Answer keys: letters, right and wrong, and the tables they stand in.
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

/// At the start of `text`: letters with any separators or none, "ABD", "A、B、D", "(b)", "B.耐心倾听", or the
/// options' own words. Options that the key repeats are no part of `rest`. Letters beyond the options are no
/// key; without options A to H are letters.
std::optional<KeyAndRest> take_choice_key(std::string_view text, const std::vector<Option>& options);

/// 正确 or 错误 for 对, √, T, no, × and their like at the start of `text`.
std::optional<KeyAndRest> take_truth_key(std::string_view text);

/// "1-5 ABCBB 6.B 7.√", "9-11 AB ACD BC", "三、13-16 ×√√×": (number, key) pairs when the whole line is such a
/// table; else nothing. The keys are pieces of `line`.
std::vector<std::pair<std::size_t, std::string_view>> key_table(std::string_view line);

/// "B" or "B A C" or "√": the keys of the next questions in their order, pieces of `line`; else nothing.
std::vector<std::string_view> bare_keys(std::string_view line);

}  // namespace rehearse
