// The connections of a server to its PostgreSQL database.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {

class PostgresPool {
 public:
  // Of a server; PostgreSQL takes a hundred in all unless it is told otherwise.
  static constexpr std::size_t kMostConnections = 24;

  /// Brings the database's schema up to date. Throws PostgresFault.
  explicit PostgresPool(PostgresAddress address, std::size_t most = kMostConnections);

  /// A connection of its own for one thread, for as long as it lives; waits while all are in use. A thread
  /// must not have two: all of them could wait for a second one.
  class Lease {
   public:
    explicit Lease(PostgresPool& pool) : pool_(pool), connection_(pool.take()) {}
    ~Lease() { pool_.give_back(std::move(connection_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    PostgresConnection& connection() { return *connection_; }

   private:
    PostgresPool& pool_;
    std::unique_ptr<PostgresConnection> connection_;
  };

 private:
  std::unique_ptr<PostgresConnection> take();
  std::unique_ptr<PostgresConnection> take_idle();
  void give_back(std::unique_ptr<PostgresConnection> connection);

  PostgresAddress address_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::size_t in_use_ = 0;
  std::vector<std::unique_ptr<PostgresConnection>> idle_;
};

}  // namespace rehearse::sync
