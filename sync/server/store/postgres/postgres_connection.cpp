#include "sync/server/store/postgres/postgres_connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "sync/server/store/postgres/postgres_fault.h"

namespace rehearse::sync {
namespace {

constexpr int kOldestServer = 150'000;  // as libpq counts: 15.0

// Ours, where the database was set up for less: what was acknowledged is on disk. Nobody holds a row's lock
// for longer than a stalled process should. Every statement finds its rows by an index: a plan that was made
// while a table was small and read it whole would be kept when it is large.
constexpr const char* kSetUp =
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = "
    "'off';"
    "SET idle_in_transaction_session_timeout = '30s'; SET statement_timeout = '60s';"
    "SET enable_seqscan = off";

constexpr const char* kBeginReading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr const char* kEndReading = "COMMIT";

/// ?1 is SQLite's; here it is $1.
std::string with_dollars(std::string sql) {
  std::replace(sql.begin(), sql.end(), '?', '$');
  return sql;
}

std::string one_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

PostgresFault fault_in(const PGresult* result) {
  const auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text == nullptr ? "" : text);
  };
  // The details would name rows.
  const std::string message = field(PG_DIAG_MESSAGE_PRIMARY);
  return {field(PG_DIAG_SQLSTATE), message.empty() ? one_line(PQresultErrorMessage(result)) : message};
}

bool is_good(const PGresult* result) {
  const ExecStatusType status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* connection) const { PQfinish(connection); }

PostgresConnection::PostgresConnection(const PostgresAddress& address, std::chrono::milliseconds patience)
    : patience_(patience) {
  // What stands behind the address wins over it; what stands before may be said otherwise in it. Of several
  // servers it is the one that takes writes: after a replica took over another one than before. A machine
  // that is gone without a word is noticed in a quarter of a minute, and not in one of an hour.
  constexpr std::array<std::pair<const char*, const char*>, 6> kDefaults{
      {{"connect_timeout", "5"},
       {"target_session_attrs", "read-write"},
       {"keepalives_idle", "10"},
       {"keepalives_interval", "5"},
       {"tcp_user_timeout", "15000"},
       {"fallback_application_name", "rehearse-sync"}}};
  std::vector<const char*> keywords, values;
  for (const auto& [keyword, value] : kDefaults) {
    keywords.push_back(keyword);
    values.push_back(value);
  }
  keywords.insert(keywords.end(), {"dbname", "client_encoding", nullptr});
  values.insert(values.end(), {address.secret_text().c_str(), "UTF8", nullptr});
  connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) fail_broken();
  // Sending must not wait for a server that reads no more.
  require_sent(PQsetnonblocking(connection_.get(), 1) == 0);
  set_up();
}

void PostgresConnection::set_up() {
  if (PQserverVersion(connection_.get()) < kOldestServer)
    throw PostgresFault(PostgresFault::Kind::kOther,
                        {"it is older than version 15: update it", "版本低于 15，请升级"});
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  execute(kSetUp);
}

Statement PostgresConnection::query(const char* sql) {
  return Statement(std::make_unique<PostgresQuery>(*this, sql));
}

void PostgresConnection::hold(const char* sql, std::vector<PostgresValue> values) {
  held_.push_back({sql, std::move(values)});
}

PostgresResult PostgresConnection::run(const char* sql, std::vector<PostgresValue> values) {
  hold(sql, std::move(values));
  const std::vector<Held> together = std::exchange(held_, {});
  require_sent(PQenterPipelineMode(connection_.get()));
  const std::vector<const char*> prepared = send(together);
  try {
    PostgresResult result = last_result();
    PQexitPipelineMode(connection_.get());
    return result;
  } catch (const PostgresFault&) {
    // Behind the fault nothing was prepared.
    for (const char* statement : prepared) names_.erase(statement);
    PQexitPipelineMode(connection_.get());
    throw;
  }
}

std::vector<const char*> PostgresConnection::send(const std::vector<Held>& together) {
  std::vector<const char*> prepared;
  for (const Held& held : together) {
    if (!names_.contains(held.sql)) {
      prepare(held.sql, held.values);
      prepared.push_back(held.sql);
    }
    send_run(held);
  }
  require_sent(PQpipelineSync(connection_.get()));
  return prepared;
}

void PostgresConnection::prepare(const char* sql, const std::vector<PostgresValue>& values) {
  std::vector<Oid> types;
  for (const PostgresValue& value : values) types.push_back(value.type);
  const std::string name = "s" + std::to_string(++last_name_);
  require_sent(PQsendPrepare(connection_.get(), name.c_str(), with_dollars(sql).c_str(),
                             static_cast<int>(types.size()), types.data()));
  names_[sql] = name;
}

void PostgresConnection::send_run(const Held& held) {
  constexpr int kBinary = 1;
  std::vector<const char*> bytes;
  std::vector<int> sizes;
  for (const PostgresValue& value : held.values) {
    bytes.push_back(value.is_null ? nullptr : value.bytes.data());
    sizes.push_back(static_cast<int>(value.bytes.size()));
  }
  const std::vector<int> formats(bytes.size(), kBinary);
  require_sent(PQsendQueryPrepared(connection_.get(), names_.at(held.sql).c_str(),
                                   static_cast<int>(bytes.size()), bytes.data(), sizes.data(), formats.data(),
                                   kBinary));
}

/// Reads to the end of the round trip. Between the results of two statements there is none.
PostgresResult PostgresConnection::last_result() {
  PostgresResult last;
  std::optional<PostgresFault> fault;
  for (;;) {
    PostgresResult result = next_result();
    if (!result) {
      if (PQstatus(connection_.get()) == CONNECTION_BAD) fail_broken();
      continue;
    }
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
    if (is_good(result.get()))
      last = std::move(result);
    else if (!fault)
      fault.emplace(fault_in(result.get()));
  }
  if (fault) throw PostgresFault(*fault);
  return last;
}

PostgresResult PostgresConnection::next_result() {
  for (;;) {
    const int unsent = PQflush(connection_.get());
    if (unsent < 0) fail_broken();
    if (unsent == 0 && PQisBusy(connection_.get()) == 0)
      return PostgresResult(PQgetResult(connection_.get()));
    pollfd socket{PQsocket(connection_.get()), static_cast<short>(unsent > 0 ? POLLIN | POLLOUT : POLLIN), 0};
    const int ready = ::poll(&socket, 1, static_cast<int>(patience_.count()));
    if (ready == 0) {
      connection_.reset();  // nobody waits for it a second time, not even to roll back
      throw PostgresFault(PostgresFault::Kind::kBroken, {"it does not answer any more", "它不再应答"});
    }
    if (ready < 0 && errno != EINTR) fail_broken();
    if (ready > 0 && PQconsumeInput(connection_.get()) != 1) fail_broken();
  }
}

void PostgresConnection::execute(const char* sql) {
  require_sent(PQsendQuery(connection_.get(), sql));
  std::optional<PostgresFault> fault;
  while (const PostgresResult result = next_result())
    if (!is_good(result.get()) && !fault) fault.emplace(fault_in(result.get()));
  if (PQstatus(connection_.get()) == CONNECTION_BAD) fail_broken();
  if (fault) throw PostgresFault(*fault);
}

void PostgresConnection::require_sent(int is_sent) const {
  if (is_sent != 1) fail_broken();
}

void PostgresConnection::fail_broken() const {
  const std::string why = one_line(PQerrorMessage(connection_.get()));
  throw PostgresFault(PostgresFault::Kind::kBroken, {"the connection failed: " + why, "连接失败：" + why});
}

bool PostgresConnection::is_idle() const {
  if (PQstatus(connection_.get()) != CONNECTION_OK || !held_.empty() ||
      PQtransactionStatus(connection_.get()) != PQTRANS_IDLE)
    return false;
  // Who is asked nothing and says something says that it ends.
  pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
  return ::poll(&socket, 1, 0) == 0;
}

void PostgresConnection::begin_reading() { hold(kBeginReading); }

void PostgresConnection::end_reading() noexcept {
  if (!held_.empty()) return drop_held();  // nothing was read
  try {
    run(kEndReading);
  } catch (const StoreError&) {
    // It is not idle now, and is given up.
  }
}

}  // namespace rehearse::sync
