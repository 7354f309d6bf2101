// All members at once, without a pause: they answer, edit, publish and sync, each on a thread of its own with
// the client's own session, as a window that is open does. What goes wrong is tried again.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "sync/client/trouble.h"
#include "tests/sync/cluster/club.h"

namespace rehearse::test {

struct LoadCounts {
  std::size_t syncs = 0;                       // begun, and ended one way or the other
  std::size_t no_reply = 0, told_to_wait = 0;  // what a client tries again by itself
  std::size_t edits = 0, published = 0;
  std::vector<std::string> other_troubles;  // it does not, or not for long
};

class Load {
 public:
  Load(Club& club, std::uint64_t seed) : club_(club), seed_(seed) {}
  /// As stop().
  ~Load();
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  void start();
  /// All have ended what they were at, and have closed their libraries.
  void stop();
  /// Until so many more syncs have ended, well or not.
  void wait_for_syncs(std::size_t count);
  /// Until each device has ended one more sync well; false after a long time.
  bool all_sync_again();

  LoadCounts counts() const;
  /// Answers of which the library said that they are kept.
  const std::map<std::string, std::set<OpId>>& confirmed() const { return confirmed_; }

 private:
  void live(Club::Member& member, std::uint64_t seed);
  void note(const std::string& device, const std::optional<sync::Trouble>& trouble);

  Club& club_;
  std::uint64_t seed_;
  std::atomic<bool> is_stopping_{false};
  std::vector<std::thread> threads_;
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  LoadCounts counts_;
  std::map<std::string, std::size_t> well_;          // syncs of each device
  std::map<std::string, std::set<OpId>> confirmed_;  // by account
};

}  // namespace rehearse::test
