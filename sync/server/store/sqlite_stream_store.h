// Streams in a SQLite file: one process, one writer, any number of readers.
#pragma once

#include <filesystem>

#include "sync/server/store/commit_queue.h"
#include "sync/server/store/reader_pool.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// Whose ops are taken in: of everybody, or of those who have a session in the same file at that moment.
enum class Senders { kAny, kSignedIn };

class SqliteStreamStore : public StreamStore {
 public:
  /// `writer` is of the same file, and outlives it.
  SqliteStreamStore(std::filesystem::path file, CommitQueue& writer, Senders senders = Senders::kAny);

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override;
  std::optional<StreamPage> read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                 std::size_t most_bytes) override;
  StreamCursor end(ScopeId scope) override;
  std::optional<GroupRole> role(ScopeId group, std::int64_t account) override;

 private:
  CommitQueue& writer_;
  ReaderPool readers_;
  Senders senders_;
};

}  // namespace rehearse::sync
