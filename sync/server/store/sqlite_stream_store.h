// Streams in a SQLite file: one process, one writer, any number of readers.
#pragma once

#include <filesystem>

#include "sync/server/store/commit_queue.h"
#include "sync/server/store/row_stream_store.h"

namespace rehearse::sync {

class SqliteStreamStore : public RowStreamStore {
 public:
  /// `writer` is of the same file, and outlives it.
  SqliteStreamStore(std::filesystem::path file, CommitQueue& writer, Senders senders = Senders::kAny);

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override;

 private:
  CommitQueue& writer_;
  Senders senders_;
};

}  // namespace rehearse::sync
