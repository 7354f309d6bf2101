// This program once more, in a process of its own.
#pragma once

#include <string>
#include <vector>

namespace rehearse::bench {

/// What it printed, run with these arguments (words without blanks or quotes). Throws std::runtime_error when
/// it did not end well.
std::string output_of_self(const std::vector<std::string>& arguments);

}  // namespace rehearse::bench
