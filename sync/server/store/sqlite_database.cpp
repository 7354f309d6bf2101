#include "sync/server/store/sqlite_database.h"

#include <memory>

#include "sync/server/store/server_schema.h"

namespace rehearse::sync {

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file) : database_(file, server_format()) {}

Statement SqliteDatabase::query(const char* sql) {
  return Statement(std::unique_ptr<Query>(new Query(database_.query(sql))));  // it cannot be moved
}

}  // namespace rehearse::sync
