// Connections for reading a server's data, one for each thread that reads at the same moment.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

#include "sync/server/store/postgres/postgres_pool.h"
#include "sync/server/store/sqlite_database.h"

namespace rehearse::sync {

/// What holds a server's data: a SQLite file, or what the connections of a pool lead to.
using DataSource = std::variant<std::filesystem::path, PostgresPool*>;

class ReaderPool {
 public:
  explicit ReaderPool(DataSource source) : source_(std::move(source)) {}

  /// A connection of its own for one thread, for as long as it lives.
  class Lease {
   public:
    explicit Lease(ReaderPool& pool);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    ServerDatabase& database();

   private:
    ReaderPool& pool_;
    std::unique_ptr<SqliteDatabase> file_;
    std::optional<PostgresPool::Lease> connection_;
  };

 private:
  std::unique_ptr<SqliteDatabase> take_idle();

  DataSource source_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<SqliteDatabase>> idle_;
};

}  // namespace rehearse::sync
