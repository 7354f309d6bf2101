// The table of a benchmark: what, figure, limit, and how much of the limit was used.
#pragma once

#include <vector>

#include "tests/bench/bench.h"

namespace rehearse::bench {

/// Returns the exit code: 1 when one is over its limit.
int print_table(const std::vector<Figure>& figures);

}  // namespace rehearse::bench
