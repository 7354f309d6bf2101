// Streams in a PostgreSQL database: any number of processes write into it.
#pragma once

#include "sync/server/store/postgres/postgres_commits.h"
#include "sync/server/store/row_stream_store.h"

namespace rehearse::sync {

class PostgresStreamStore : public RowStreamStore {
 public:
  /// Both are of the same database, and outlive it. Takes in ops of those alone who have a session there.
  PostgresStreamStore(PostgresPool& pool, PostgresCommits& writer);

  PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                  std::int64_t most_bytes) override;

 private:
  PostgresCommits& writer_;
};

}  // namespace rehearse::sync
