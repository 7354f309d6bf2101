// What a benchmark prints: the table of what, figure, limit, and how much of the limit was used; or JSON.
#pragma once

#include <vector>

#include "tests/bench/bench.h"

namespace rehearse::bench {

/// Returns the exit code: 1 when one is over its limit.
int print_table(const std::vector<Figure>& figures);

/// [{"name","measured","limit","unit","limit_is","role","shares"}]. Returns 0: whoever reads it judges.
int print_json(const std::vector<Figure>& figures);

}  // namespace rehearse::bench
