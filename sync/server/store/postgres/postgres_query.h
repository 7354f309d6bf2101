// One run of a statement on a connection to PostgreSQL, in the shape of core's Query.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sync/server/store/postgres/postgres_value.h"

struct pg_result;  // of libpq

namespace rehearse::sync {

class PostgresConnection;

struct ClearResult {
  void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, ClearResult>;

class PostgresQuery {
 public:
  /// `sql` must be a constant: the prepared statement is kept under its address.
  PostgresQuery(PostgresConnection& connection, const char* sql) : connection_(connection), sql_(sql) {}

  /// Binds the values to ?1, ?2 … in turn.
  template <class... Values>
  PostgresQuery& bind(const Values&... values) {
    (values_.push_back(postgres_value(values)), ...);
    return *this;
  }

  /// True while there is a row. All of them have come with the first.
  bool step();
  /// Runs a statement that gives no rows. Returns the number of rows it changed.
  std::int64_t run();
  /// Sends it along with the next one that is waited for: its fault shows there.
  void hold();

  std::int64_t integer(int column) const { return integer_in(bytes(column)); }
  std::string_view bytes(int column) const;
  template <class AnyId>
  AnyId id(int column) const {
    AnyId id;
    const std::string_view value = bytes(column);
    if (value.size() == AnyId::kBytes) std::memcpy(id.bytes.data(), value.data(), AnyId::kBytes);
    return id;
  }

 private:
  PostgresConnection& connection_;
  const char* sql_;
  std::vector<PostgresValue> values_;
  PostgresResult result_;
  int row_ = -1;
};

}  // namespace rehearse::sync
