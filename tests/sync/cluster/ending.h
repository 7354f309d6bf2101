// How every kind of accident ends: all is quiet, and nothing may be missing.
#pragma once

#include <string>
#include <vector>

#include "tests/sync/cluster/club.h"
#include "tests/sync/cluster/load.h"

namespace rehearse::test {

/// Lets everybody sync and compares devices with the database at `store`. Precondition: the load was stopped.
std::vector<std::string> faults_when_quiet(const Servers& servers, Club& club, const Load& load,
                                           const std::string& store);

/// Whether clients saw nothing but these statuses, and no trouble that they do not try again by themselves.
std::vector<std::string> unexpected(const SeenByClients& seen, const Load& load,
                                    const std::set<int>& expected);

/// Two lines: what the club did, and what it saw.
void print(const Load& load, const SeenByClients& seen);

}  // namespace rehearse::test
