// A server whose clock is far off, as a process.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace rehearse::test {

/// Two devices meet at a server whose clock is `ahead` of theirs, and then at the same with a right clock.
/// What is wrong, a line each: nothing may be lost, the last edit counts, and people are told.
std::vector<std::string> faults_with_server_clock(std::chrono::hours ahead);

}  // namespace rehearse::test
