// What happens to several servers and their database while a club is at work. Each returns what is wrong, a
// line each, and prints what was done and what clients saw of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rehearse::test {

/// Servers are killed, stopped and started again, and all of them restarted in turn, as for a new version.
/// There is always one left: clients must not notice.
std::vector<std::string> faults_when_servers_go(std::size_t rounds, std::uint64_t seed);

/// PostgreSQL is killed in two ways and started again, and stands still for a moment.
std::vector<std::string> faults_when_the_database_crashes(std::size_t rounds, std::uint64_t seed);

/// PostgreSQL is gone for good. Its replica, which lags behind, takes its place.
std::vector<std::string> faults_when_a_replica_takes_over(std::uint64_t seed);

}  // namespace rehearse::test
