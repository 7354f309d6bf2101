// Changes to a server's PostgreSQL database: a transaction for each, on whichever connection is free.
#pragma once

#include <functional>

#include "sync/server/store/commits.h"
#include "sync/server/store/postgres/postgres_pool.h"
#include "sync/server/store/postgres/postgres_transaction.h"

namespace rehearse::sync {

class PostgresCommits : public Commits {
 public:
  /// `pool` outlives it.
  explicit PostgresCommits(PostgresPool& pool) : pool_(pool) {}

  void run(const Work& work) override;
  void run_behind_locks(const Work& work) override;

  using PostgresWork = std::function<void(PostgresConnection&)>;
  /// The same, for work that looks after what runs beside it.
  void run(Isolation isolation, const PostgresWork& work);

 private:
  PostgresPool& pool_;
};

}  // namespace rehearse::sync
