// The connections of a server to its PostgreSQL database.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {

struct PostgresLimits {
  std::size_t connections = 24;  // of a server; PostgreSQL takes a hundred in all unless it is told otherwise
  // A statement is ended by the database after 60 s.
  std::chrono::milliseconds silence{65'000};
  // For a connection while all are in use. A database that hangs must not hold every worker of the server:
  // it still has to say that it is there.
  std::chrono::milliseconds wait{5'000};
};

class PostgresPool {
 public:
  /// Brings the database's schema up to date. Throws PostgresFault.
  explicit PostgresPool(PostgresAddress address, PostgresLimits limits = {});

  /// A connection of its own for one thread, for as long as it lives; waits while all are in use, and throws
  /// PostgresFault when that takes too long. A thread must not have two: all of them could wait for a second.
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
  PostgresLimits limits_;
  std::mutex mutex_;
  std::condition_variable given_back_;
  std::size_t in_use_ = 0;
  std::vector<std::unique_ptr<PostgresConnection>> idle_;
};

}  // namespace rehearse::sync
