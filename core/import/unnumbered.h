// Questions that carry no number are given the mark they lack, where the document as a whole shows how it
// marks its questions.
#pragma once

#include <vector>

#include "core/import/blocks.h"

namespace rehearse {

/// Looks for one habit at a time and applies it only where it is one: several lists of questions as bullets;
/// a topic as heading and the question below it; short lines with answers below them, parted by empty lines.
/// A document whose numbers or labels say where its questions are is left as it is. Linear.
void mark_unnumbered_questions(std::vector<Block>& blocks);

}  // namespace rehearse
