// One connection to a server's data, whether a SQLite file holds it or a PostgreSQL database. What is said
// about rows is said once, in SQL that both understand: values are ?1, ?2 …, all integers have 64 bits, a new
// row's number comes from RETURNING. For one thread at a time; every fault is a StoreError.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "core/store/database.h"
#include "sync/server/store/postgres/postgres_query.h"

namespace rehearse::sync {

/// One run of a prepared statement; gives it back when it goes out of scope. The same statement must not be
/// in use twice at once. Not an interface with virtual functions: how a value is bound depends on its type.
class Statement {
 public:
  explicit Statement(std::unique_ptr<Query> query) : query_(std::move(query)) {}
  explicit Statement(std::unique_ptr<PostgresQuery> query) : query_(std::move(query)) {}

  /// Binds the values to ?1, ?2 … in turn: integers, text, Blob, ids, nullptr, and optionals of them.
  template <class... Values>
  Statement& bind(const Values&... values) {
    std::visit([&](const auto& query) { query->bind(values...); }, query_);
    return *this;
  }

  /// True while there is a row.
  bool step() {
    return std::visit([](const auto& query) { return query->step(); }, query_);
  }
  /// Runs a statement that gives no rows. Returns the number of rows it changed.
  std::int64_t run() {
    return std::visit([](const auto& query) { return std::int64_t{query->run()}; }, query_);
  }

  /// The same, at the latest together with the next one: what it did wrong may show only there.
  void hold() {
    std::visit([](const auto& query) { hold(*query); }, query_);
  }

  std::int64_t integer(int column) const {
    return std::visit([&](const auto& query) { return query->integer(column); }, query_);
  }
  std::string text(int column) const { return std::string(bytes(column)); }
  /// Until the next step.
  std::string_view bytes(int column) const {
    return std::visit([&](const auto& query) { return query->bytes(column); }, query_);
  }
  template <class AnyId>
  AnyId id(int column) const {
    return std::visit([&](const auto& query) { return query->template id<AnyId>(column); }, query_);
  }

 private:
  static void hold(Query& query) { query.run(); }
  static void hold(PostgresQuery& query) { query.hold(); }

  std::variant<std::unique_ptr<Query>, std::unique_ptr<PostgresQuery>> query_;
};

/// Those that give each row a number of its own, and none twice.
enum class NumberedTable { kAccount, kSession, kInvite, kGroupInvite };

class ServerDatabase {
 public:
  virtual ~ServerDatabase() = default;

  /// `sql` must be a constant: the prepared statement is kept under its address.
  virtual Statement query(const char* sql) = 0;

  /// What the table has given last, whether the row is there or not; 0: nothing yet.
  virtual std::int64_t last_number(NumberedTable table) = 0;
  virtual void count_on_from(NumberedTable table, std::int64_t last) = 0;

 private:
  friend class ReadState;
  virtual void begin_reading() = 0;
  virtual void end_reading() noexcept = 0;
};

/// While it lives, everything that is read is one state of the data, whatever others write. Nothing may be
/// written meanwhile.
class ReadState {
 public:
  explicit ReadState(ServerDatabase& database) : database_(database) { database_.begin_reading(); }
  ~ReadState() { database_.end_reading(); }
  ReadState(const ReadState&) = delete;
  ReadState& operator=(const ReadState&) = delete;

 private:
  ServerDatabase& database_;
};

}  // namespace rehearse::sync
