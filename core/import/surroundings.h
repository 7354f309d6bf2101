// What stands around a mark: the evidence for whether it is meant.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/import/blocks.h"

namespace rehearse {

/// The first mark behind a block that a decision can lean on.
struct Next {
  enum class Mark { kNothing, kPart, kNumber, kSection };
  Mark mark = Mark::kNothing;
  Part part = Part::kStem;  // for kPart
};

/// Looks no further than the next number, section, heading or part.
Next next_behind(const std::vector<Block>& blocks, std::size_t at);

/// The number of the first plain or worded number mark behind `at`, when no section comes before it; else
/// 0.
std::size_t next_number_behind(const std::vector<Block>& blocks, std::size_t at);

/// Short enough for a heading.
bool is_short(std::string_view text);

/// A question mark, or the words a task begins with.
bool asks(std::string_view text);

/// 填空题, 单选题(每题2分), 面试问答题(共20题): a section head without a numeral.
bool names_a_kind_of_questions(const Block& block);

/// 组织协调类, 综合分析题: what questions have in common, above the first of them.
bool is_name_of_group(std::string_view text);

/// The first option of a choice question, as a line of its own.
bool is_option_line(std::string_view text);

}  // namespace rehearse
