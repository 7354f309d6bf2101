// One SQLite file, opened for one thread: WAL, every commit on disk before it returns, foreign keys on.
// Every fault comes out as a StoreError with words for the user.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/store/schema.h"

namespace rehearse {

/// Bytes that are no text; NULL when it was given none.
struct Blob {
  std::string_view bytes;
};

/// A file as errors name it.
struct NamedFile {
  std::filesystem::path file;
  const FileFormat* format;
};

/// One run of a prepared statement; gives it back when it goes out of scope. The same statement must not
/// be in use twice at once.
class Query {
 public:
  Query(sqlite3_stmt* statement, const NamedFile& file) : statement_(statement), file_(file) {}
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Binds the values to ?1, ?2 … in turn.
  template <class... Values>
  Query& bind(const Values&... values) {
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }

  /// True while there is a row.
  bool step();
  /// Runs a statement that gives no rows. Returns the number of rows it changed.
  int run();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
  double real(int column) const { return sqlite3_column_double(statement_, column); }
  std::string text(int column) const { return std::string(bytes(column)); }
  /// Until the next step.
  std::string_view bytes(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  bool is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  template <class AnyId>
  AnyId id(int column) const {
    AnyId id;
    const std::string_view value = bytes(column);
    if (value.size() == AnyId::kBytes) std::memcpy(id.bytes.data(), value.data(), AnyId::kBytes);
    return id;
  }
  /// Ids that stand one behind the other in one value.
  template <class AnyId>
  std::vector<AnyId> ids(int column) const {
    std::string_view rest = bytes(column);
    std::vector<AnyId> ids(rest.size() / AnyId::kBytes);
    for (AnyId& id : ids) {
      std::memcpy(id.bytes.data(), rest.data(), AnyId::kBytes);
      rest.remove_prefix(AnyId::kBytes);
    }
    return ids;
  }

 private:
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, int value) { bind_one(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, double value);
  void bind_one(int index, bool value) { bind_one(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, std::string_view value);
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, std::nullptr_t);
  void bind_one(int index, Blob blob) { bind_blob(index, blob.bytes.data(), blob.bytes.size()); }
  void bind_blob(int index, const void* bytes, std::size_t size);
  template <class Tag>
  void bind_one(int index, const Id<Tag>& id) {
    bind_blob(index, id.bytes.data(), id.bytes.size());
  }
  template <class Tag>
  void bind_one(int index, const std::vector<Id<Tag>>& ids) {
    static_assert(sizeof(Id<Tag>) == Id<Tag>::kBytes);
    bind_blob(index, ids.data(), ids.size() * Id<Tag>::kBytes);
  }
  template <class Value>
  void bind_one(int index, const std::optional<Value>& value) {
    value ? bind_one(index, *value) : bind_one(index, nullptr);
  }

  /// Throws what the connection says when `code` is a fault.
  void require(int code) const;

  sqlite3_stmt* statement_;
  const NamedFile& file_;
};

class Database {
 public:
  /// Opens or creates `file` and brings its schema up to date (schema.h).
  explicit Database(const std::filesystem::path& file, const FileFormat& format = library_format());

  /// `sql` must be a constant: the prepared statement is kept under its address.
  Query query(const char* sql);
  /// The rowid of the row that was inserted last.
  std::int64_t last_inserted() const { return connection_->getLastInsertRowid(); }
  /// Runs one or more statements without values.
  void execute(const char* sql);

  const std::filesystem::path& file() const { return name_.file; }
  const FileFormat& format() const { return *name_.format; }
  bool is_in_transaction() const { return open_transactions_ > 0; }

  /// Gets the table and the rowid of a row.
  using HearRow = std::function<void(std::string_view table, std::int64_t row)>;
  /// From now on `hear` is called for each row that this connection inserts, updates or deletes; nothing: no
  /// more. SQLite does not tell of tables without rowids, of the row that INSERT OR REPLACE takes out, and of
  /// DELETE without WHERE. `hear` must not use the database.
  void listen(HearRow hear);

  /// Another value whenever another connection has written meanwhile.
  std::int64_t version_elsewhere();

  /// How often what was written here was taken back: what was read of it meanwhile is to be forgotten.
  std::int64_t rollbacks() const { return rollbacks_; }

 private:
  friend class Transaction;
  friend class Snapshot;

  /// SQLite goes on writing into a file that lies elsewhere by now, or nowhere: what is kept there is lost.
  void require_in_place();
  /// Ends the transaction that is open, if there is one: also one whose end had failed.
  void roll_back();

  NamedFile name_;
  int open_transactions_ = 0;
  std::int64_t rollbacks_ = 0;
  bool inner_failed_ = false;   // a transaction inside the open one was not committed
  bool doubts_schema_ = false;  // something was rolled back since SQLite read the schema
  HearRow hear_;
  std::unique_ptr<SQLite::Database> connection_;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::map<const char*, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

/// Takes the writer's place at once; rolled back unless commit() was reached. Inside another one it is a part
/// of that: on disk with the outer one, and the outer one cannot be committed when this one was not. (A
/// savepoint would let it be rolled back alone, at the price of copying every page it touches.)
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// When this returns for the outermost one, everything since the constructor is on disk. Throws StoreError
  /// when a transaction inside it was not committed.
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

/// While it lives, everything that is read is one state of the file, whatever another program writes; and
/// reading many times costs one lock. Nothing may be written meanwhile, but inside a transaction that was
/// open before: there it does nothing.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database& database_;
  bool is_own_;
};

}  // namespace rehearse
