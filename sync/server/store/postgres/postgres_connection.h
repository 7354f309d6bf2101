// A connection to a PostgreSQL database, through libpq. Statements are prepared once and kept; values and
// rows go in PostgreSQL's binary format.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "sync/server/store/postgres/postgres_address.h"
#include "sync/server/store/postgres/postgres_query.h"
#include "sync/server/store/server_database.h"

struct pg_conn;  // of libpq

namespace rehearse::sync {

class PostgresConnection : public ServerDatabase {
 public:
  static constexpr std::chrono::milliseconds kForEver{-1};

  /// Throws PostgresFault when it cannot be reached, for one that may only be read unless the address says
  /// otherwise, and for a server older than 15. A server that is silent for longer than `patience` over a
  /// statement counts as gone.
  explicit PostgresConnection(const PostgresAddress& address, std::chrono::milliseconds patience = kForEver);

  Statement query(const char* sql) override;
  std::int64_t last_number(NumberedTable table) override;
  void count_on_from(NumberedTable table, std::int64_t last) override;

  /// Runs a statement on these values, and before it, in the same round trip, what is held. Throws
  /// PostgresFault: the first of them that failed; those behind it were not run.
  PostgresResult run(const char* sql, std::vector<PostgresValue> values = {});
  void hold(const char* sql, std::vector<PostgresValue> values = {});
  /// What is held is sent no more.
  void drop_held() { held_.clear(); }
  /// Runs one or more statements without values.
  void execute(const char* sql);

  /// Whether the next one can have it: connected as far as can be seen, and outside a transaction.
  bool is_idle() const;

 private:
  struct Held {
    const char* sql;
    std::vector<PostgresValue> values;
  };
  struct Close {
    void operator()(pg_conn* connection) const;
  };

  void begin_reading() override;
  void end_reading() noexcept override;

  void set_up();
  /// Sends all that is held; returns the names of statements that were prepared with it.
  std::vector<const char*> send(const std::vector<Held>& held);
  void prepare(const char* sql, const std::vector<PostgresValue>& values);
  void send_run(const Held& held);
  PostgresResult last_result();
  /// As PQgetResult, which waits for ever.
  PostgresResult next_result();
  void require_sent(int is_sent) const;
  [[noreturn]] void fail_broken() const;

  std::unique_ptr<pg_conn, Close> connection_;
  std::chrono::milliseconds patience_;
  std::vector<Held> held_;
  std::map<const char*, std::string> names_;  // of prepared statements
  int last_name_ = 0;
};

}  // namespace rehearse::sync
