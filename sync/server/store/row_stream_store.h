// What the stores of streams have in common: how they are read.
#pragma once

#include "sync/server/store/reader_pool.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// Whose ops are taken in: of everybody, or of those who have a session in the same data at that moment.
enum class Senders { kAny, kSignedIn };

class RowStreamStore : public StreamStore {
 public:
  std::optional<StreamPage> read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                 std::size_t most_bytes) override;
  StreamCursor end(ScopeId scope) override;
  std::optional<GroupRole> role(ScopeId group, std::int64_t account) override;

 protected:
  explicit RowStreamStore(DataSource source) : readers_(std::move(source)) {}

 private:
  ReaderPool readers_;
};

}  // namespace rehearse::sync
