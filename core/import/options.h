// The options of a choice question, found in the text of its stem.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

inline constexpr std::size_t kMostOptions = 8;  // A to H

struct StemAndOptions {
  std::string stem;                     // markup kept
  std::vector<Option> options;          // letters in order from A; empty when there are no two of them
  std::vector<std::string> emphasised;  // letters of bold, starred or ticked options, when not all are
};

/// Parts the options from the stem they stand in: on lines of their own, several on one line, or glued
/// to the stem's end. `text` has its lines as they were written and may hold Markdown. Of all ways to read
/// the letters A, B, C … the longest is taken, then the one whose letters stand most freely. Linear.
StemAndOptions part_options(std::string_view text);

/// "- [x] right" and "- [ ] wrong": options lettered in their order, and the key. A page that also writes
/// 已选 and 未选 shows what somebody ticked: no key then.
struct Checkboxes {
  std::string stem;  // markup kept
  std::vector<Option> options;
  std::vector<std::string> key;
};
std::optional<Checkboxes> part_checkboxes(std::string_view text);

/// Options that only say 正确 and 错误.
bool are_truth_options(const std::vector<Option>& options);

/// "A" for 0.
std::string option_letter(std::size_t index);

/// The text of an option without markup and what lists put around it, in one line.
std::string option_text(std::string_view text);

}  // namespace rehearse
