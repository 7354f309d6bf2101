// rehearse-bench simulate: is the method better than what others do, and by how much?
#pragma once

#include <span>
#include <string_view>

namespace rehearse::bench {

/// --learners N (200), --quick (10 learners, the main table alone), --json. Prints the tables and gives the
/// exit code: 0, or 2 for a word it does not know.
int simulate(std::span<const std::string_view> arguments);

}  // namespace rehearse::bench
