// A server's data in a SQLite file.
#pragma once

#include <filesystem>
#include <optional>

#include "core/store/database.h"
#include "sync/server/store/server_database.h"

namespace rehearse::sync {

class SqliteDatabase : public ServerDatabase {
 public:
  /// Opens or creates `file` and brings its schema up to date.
  explicit SqliteDatabase(const std::filesystem::path& file);

  Statement query(const char* sql) override;
  std::int64_t last_number(NumberedTable table) override;
  void count_on_from(NumberedTable table, std::int64_t last) override;
  Database& file() { return database_; }

 private:
  void begin_reading() override { snapshot_.emplace(database_); }
  void end_reading() noexcept override { snapshot_.reset(); }

  Database database_;
  std::optional<Snapshot> snapshot_;
};

}  // namespace rehearse::sync
