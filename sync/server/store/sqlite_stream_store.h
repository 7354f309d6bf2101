// Streams in a SQLite file: one process, one writer, any number of readers.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "core/store/database.h"
#include "sync/server/store/commit_queue.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

class SqliteStreamStore : public StreamStore {
 public:
  /// `writer` is of the same file, and outlives it.
  SqliteStreamStore(std::filesystem::path file, CommitQueue& writer);
  ~SqliteStreamStore() override;

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override;
  std::optional<StreamPage> read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                 std::size_t most_bytes) override;

 private:
  class Reader;

  std::filesystem::path file_;
  CommitQueue& writer_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Database>> readers_;  // that nobody uses
};

}  // namespace rehearse::sync
