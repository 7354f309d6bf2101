// A device that syncs with the product's own code, and where its time goes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/library.h"
#include "sync/client/syncer.h"
#include "tests/bench/sync/bench_server.h"

namespace rehearse::bench {

struct SyncCost {
  double all_ms = 0;
  double merge_ms = 0;  // of it, the library's: from a reply that was read to the next request or the end
  double own_ms = 0;    // of the processor, on this side: the figure to trust when others are at work
  double sent_mb = 0, received_mb = 0;  // bodies and heads, as the server counts them
  sync::SyncCounts counts;
};

class BenchClient {
 public:
  /// The library of a folder, on the device of the server's account.
  BenchClient(std::filesystem::path folder, const BenchServer& server, std::size_t account);

  Library& library() { return library_; }
  const std::filesystem::path& folder() const { return folder_; }
  /// One sync on a new connection. Throws std::runtime_error when it does not come to its end. `between` is
  /// called behind every reply that is not the last.
  SyncCost sync(const std::function<void()>& between = {});

 private:
  std::filesystem::path folder_;
  const BenchServer& server_;
  std::string token_;
  Library library_;
};

}  // namespace rehearse::bench
