#include "tests/sync/cluster/ending.h"

#include <cstdio>

namespace rehearse::test {

std::vector<std::string> faults_when_quiet(const Servers& servers, Club& club, const Load& load,
                                           const std::string& store) {
  std::vector<std::string> faults = club.sync_everybody();
  const Streams streams = streams_in(store);
  for (std::string& fault : club.compare(streams)) faults.push_back(std::move(fault));
  for (const auto& member : club.members()) {
    const auto answers = load.confirmed().find(member->account);
    if (answers == load.confirmed().end()) continue;
    const Streams confirmed{{account_of(member->device), answers->second}};
    const std::size_t missing = lacking(confirmed, streams, account_of(member->device));
    if (missing > 0)
      faults.push_back(member->account + ": " + std::to_string(missing) + " answers are gone that were kept");
  }
  const auto group = streams.find(club.group());
  if (group == streams.end() || group->second.empty()) faults.push_back("nothing was published");
  const ProgramOutcome check = servers.run({"check"});
  if (check.exit_code != 0) faults.push_back("rehearse-sync check says: " + check.out + check.err);
  std::printf("%zu ops in the database, %zu of them the group's; on every device what its streams have\n",
              ops_in(streams), group == streams.end() ? 0 : group->second.size());
  return faults;
}

std::vector<std::string> unexpected(const SeenByClients& seen, const Load& load,
                                    const std::set<int>& expected) {
  std::vector<std::string> faults;
  for (const auto& [status, times] : seen.statuses)
    if (!expected.contains(status))
      faults.push_back("clients were told " + std::to_string(status) + ", " + std::to_string(times) +
                       " times");
  for (const std::string& trouble : load.counts().other_troubles) faults.push_back(trouble);
  return faults;
}

void print(const Load& load, const SeenByClients& seen) {
  const LoadCounts counts = load.counts();
  std::size_t answers = 0;
  for (const auto& [account, ids] : load.confirmed()) answers += ids.size();
  std::printf("%zu syncs, %zu answers, %zu edits, %zu times published\n", counts.syncs, answers, counts.edits,
              counts.published);
  std::printf("clients saw:");
  for (const auto& [status, times] : seen.statuses) std::printf(" %d %zu times,", status, times);
  std::printf(" no reply %zu times, told to wait %zu times; nginx asked another server %zu times\n",
              counts.no_reply, counts.told_to_wait, seen.asked_another);
  std::fflush(stdout);
}

}  // namespace rehearse::test
