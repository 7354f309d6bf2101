// Questions that are lines without any mark of their own: what stands below them tells.
#pragma once

#include <cstddef>
#include <vector>

#include "core/import/blocks.h"

namespace rehearse {

/// Lines right above labelled answers ("why this job?" / "答：…"), their options between them, where
/// nearly all labelled answers of the document have such a line. True when they were marked. Linear.
bool mark_lines_above_answers(std::vector<Block>& blocks);

/// How many lines that end with a question mark stand behind a gap with prose below them, as an article asks.
std::size_t asking_lines_above_prose(const std::vector<Block>& blocks);

/// Lines that end with a question mark, where most have a list below them or are most of the text. Numbers
/// in the lists are then no questions. True when they were marked. Linear.
bool mark_asking_lines(std::vector<Block>& blocks);

}  // namespace rehearse
