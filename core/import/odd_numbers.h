// Numbers that begin questions only where the whole document shows it: "3 how", "3 - how", "#3 how", "(3)
// how".
#pragma once

#include <vector>

#include "core/import/blocks.h"

namespace rehearse {

/// Where such numbers count from 1, in each section anew, mostly ask or have a labelled answer below them,
/// and no usual number asks. True when they were marked. Linear.
bool mark_odd_numbers(std::vector<Block>& blocks);

}  // namespace rehearse
