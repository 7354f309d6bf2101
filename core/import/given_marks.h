// The mark a block would carry if its author had written one.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/import/blocks.h"

namespace rehearse {

/// As many as written numbers tell apart. Of a text with more lines that ask the rest stays text: what is
/// known of each question takes far more room than a short line.
inline constexpr std::size_t kMostMarked = 99'999;

/// From now on the block is a question as if it were numbered; `content` is its text behind any mark.
/// Nothing when `number` is above kMostMarked.
void mark_question(Block& block, std::size_t number, std::string_view content);

/// From now on the block begins an answer, as if a label said so.
void mark_answer(Block& block);

/// The block's number belongs to a list and begins no question.
void drop_number(Block& block);

}  // namespace rehearse
