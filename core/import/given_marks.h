// The mark a block would carry if its author had written one.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/import/blocks.h"

namespace rehearse {

/// From now on the block is a question as if it were numbered; `content` is its text behind any mark.
void mark_question(Block& block, std::size_t number, std::string_view content);

/// From now on the block begins an answer, as if a label said so.
void mark_answer(Block& block);

/// The block's number belongs to a list and begins no question.
void drop_number(Block& block);

}  // namespace rehearse
