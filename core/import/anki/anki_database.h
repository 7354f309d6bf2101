// A SQLite file from a stranger, opened in memory for reading only. It can name views, triggers and virtual
// tables of its own, be damaged anywhere, compute its columns, or let a million rows share one long text:
// none of that gets further than an error.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace rehearse {

/// One row of an answer. A column of another type than asked for is read as SQLite converts it.
class AnkiRow {
 public:
  explicit AnkiRow(const SQLite::Statement& statement) : statement_(statement) {}

  std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }

 private:
  const SQLite::Statement& statement_;
};

class AnkiDatabase {
 public:
  /// Takes the bytes of the whole file. The error says that it is none, or damaged.
  static Result<AnkiDatabase> open(std::string bytes);

  AnkiDatabase(AnkiDatabase&&) noexcept;
  ~AnkiDatabase();

  /// True for an ordinary table of this name: no view, no virtual table, no computed columns.
  bool has_table(std::string_view name) const;

  /// Calls `take` for every row. `sql` reads columns of one table and nothing else: no WHERE, no ORDER BY, no
  /// function; they would work on values before their size is known. The error says that the file is damaged,
  /// that a table or column lacks, or that there was more to read than a file of this size explains.
  Result<std::monostate> for_each(const char* sql, const std::function<void(const AnkiRow&)>& take);

 private:
  struct Limits;
  AnkiDatabase();

  std::unique_ptr<std::string> bytes_;  // SQLite reads from here; stays where it is when this is moved
  std::unique_ptr<Limits> limits_;
  std::unique_ptr<SQLite::Database> connection_;
  std::set<std::string, std::less<>> tables_;
};

}  // namespace rehearse
