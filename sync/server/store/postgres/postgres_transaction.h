// A transaction on a connection to PostgreSQL.
#pragma once

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {

enum class Isolation {
  kSerializable,   // as if no other ran meanwhile; may end in a conflict
  kReadCommitted,  // each statement sees what was committed before it: whoever needs more locks rows
};

/// Rolled back unless commit() was reached. Begins with its first statement, in the same round trip.
class PostgresTransaction {
 public:
  PostgresTransaction(PostgresConnection& connection, Isolation isolation);
  ~PostgresTransaction();
  PostgresTransaction(const PostgresTransaction&) = delete;
  PostgresTransaction& operator=(const PostgresTransaction&) = delete;

  /// When this returns, everything since the constructor is on disk. Throws CommitUnknown when the connection
  /// broke meanwhile; else PostgresFault, and then nothing was kept.
  void commit();

 private:
  PostgresConnection& connection_;
  bool is_open_ = true;
};

}  // namespace rehearse::sync
