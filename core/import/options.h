// The options of a choice question, found in the text of its stem.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

struct StemAndOptions {
  std::string stem;
  std::vector<Option> options;  // letters in order from A; empty when there are no two of them
};

/// Parts the options from the stem they stand in: on lines of their own, several on one line, or glued
/// to the stem's end.
StemAndOptions part_options(std::string_view text);

/// "- [x] right" and "- [ ] wrong": options lettered in their order, and the key.
struct Checkboxes {
  std::string stem;
  std::vector<Option> options;
  std::vector<std::string> key;
};
std::optional<Checkboxes> part_checkboxes(std::string_view text);

/// Options that only say 正确 and 错误.
bool are_truth_options(const std::vector<Option>& options);

}  // namespace rehearse
