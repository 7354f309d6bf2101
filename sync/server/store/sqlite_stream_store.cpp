#include "sync/server/store/sqlite_stream_store.h"

#include <algorithm>
#include <utility>

#include "sync/server/store/group_rows.h"

namespace rehearse::sync {
namespace {

constexpr const char* kScope = "SELECT n, chain, admitted_ms, bytes FROM scope WHERE scope_id = ?1";
constexpr const char* kSaveScope =
    "INSERT INTO scope (scope_id, n, chain, admitted_ms, bytes) VALUES (?1, ?2, ?3, ?4, ?5)"
    " ON CONFLICT (scope_id) DO UPDATE SET n = ?2, chain = ?3, admitted_ms = ?4, bytes = ?5";
constexpr const char* kIsThere =
    "SELECT 1 FROM op WHERE scope_id = ?1 AND device = ?2 AND counter = ?3 AND op_id = ?4";
constexpr const char* kAdd =
    "INSERT INTO op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
    " ON CONFLICT (scope_id, device, counter, op_id) DO NOTHING";
constexpr const char* kChainAt = "SELECT chain FROM op WHERE scope_id = ?1 AND n = ?2";
constexpr const char* kBehind =
    "SELECT n, op_id, admitted_ms, author, pushed_by, line FROM op WHERE scope_id = ?1 AND n > ?2"
    " ORDER BY n LIMIT ?3";

constexpr const char* kIsSignedIn = "SELECT 1 FROM session WHERE session_id = ?1 AND account_id = ?2";

struct Scope {
  StreamCursor end;
  std::int64_t admitted_ms = 0;
  std::int64_t bytes = 0;
};

// SQLite knows signed numbers alone.
std::int64_t as_stored(std::uint64_t number) { return static_cast<std::int64_t>(number); }
std::uint64_t as_chain(std::int64_t stored) { return static_cast<std::uint64_t>(stored); }

Scope read_scope(Database& database, ScopeId id) {
  Query row = database.query(kScope);
  if (!row.bind(id).step()) return {};
  return {{row.integer(0), as_chain(row.integer(1))}, row.integer(2), row.integer(3)};
}

bool is_there(Database& database, ScopeId id, const PushedOp& op) {
  Query there = database.query(kIsThere);
  return there.bind(id, as_stored(op.device), as_stored(op.counter), op.id).step();
}

PushReport push_into(Database& database, ScopeId id, const Sender& sender, const std::vector<PushedOp>& ops,
                     Instant now, std::int64_t most_bytes) {
  PushReport report;
  Scope scope = read_scope(database, id);
  AppendedOps& appended = report.appended.emplace();
  appended.before = scope.end;
  const std::int64_t admitted_ms =
      std::max<std::int64_t>(now.time_since_epoch().count(), scope.admitted_ms + 1);
  const Instant admitted{std::chrono::milliseconds{admitted_ms}};
  const std::string author = author_name(sender.account);
  const std::optional<GroupRole> role =
      id < 0 ? role_in_group(database, id, sender.account) : GroupRole::kOwner;
  for (std::size_t i = 0; i < ops.size(); ++i) {
    const PushedOp& op = ops[i];
    if (!role || *role < op.needed) {
      report.not_allowed.push_back(i);
      continue;
    }
    const auto size = static_cast<std::int64_t>(op.line.size());
    if (scope.bytes + size > most_bytes && !is_there(database, id, op)) {
      report.is_over_quota = true;
      break;
    }
    ++report.accepted;
    const StreamCursor end = behind(scope.end, op.id, admitted, author);
    const int added =
        database.query(kAdd)
            .bind(id, end.n, op.id, as_stored(op.device), as_stored(op.counter), as_stored(end.chain),
                  admitted_ms, sender.account, sender.session, Blob{op.line})
            .run();
    if (added == 0) continue;  // it was there
    scope.bytes += size;
    scope.end = end;
    appended.ops.push_back({end.n, op.id, admitted, sender.account, sender.session, std::string(op.line)});
  }
  if (!appended.ops.empty())
    database.query(kSaveScope)
        .bind(id, scope.end.n, as_stored(scope.end.chain), admitted_ms, scope.bytes)
        .run();
  return report;
}

bool is_signed_in(Database& database, const Sender& sender) {
  return database.query(kIsSignedIn).bind(sender.session, sender.account).step();
}

bool has_cursor(Database& database, ScopeId id, const StreamCursor& cursor) {
  if (cursor == StreamCursor()) return true;
  Query row = database.query(kChainAt);
  return row.bind(id, cursor.n).step() && as_chain(row.integer(0)) == cursor.chain;
}

}  // namespace

SqliteStreamStore::SqliteStreamStore(std::filesystem::path file, CommitQueue& writer, Senders senders)
    : writer_(writer), readers_(std::move(file)), senders_(senders) {}

PushReport SqliteStreamStore::push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops,
                                   Instant now, std::int64_t most_bytes) {
  PushReport report;
  if (ops.empty()) return report;
  bool is_gone = false;
  writer_.run([&](Database& database) {
    is_gone = senders_ == Senders::kSignedIn && !is_signed_in(database, sender);
    if (!is_gone) report = push_into(database, scope, sender, ops, now, most_bytes);
  });
  if (is_gone) throw SenderGone();
  return report;
}

std::optional<GroupRole> SqliteStreamStore::role(ScopeId group, std::int64_t account) {
  ReaderPool::Lease reader(readers_);
  return role_in_group(reader.database(), group, account);
}

StreamCursor SqliteStreamStore::end(ScopeId scope) {
  ReaderPool::Lease reader(readers_);
  return read_scope(reader.database(), scope).end;
}

std::optional<StreamPage> SqliteStreamStore::read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                                  std::size_t most_bytes) {
  ReaderPool::Lease reader(readers_);
  Database& database = reader.database();
  const Snapshot snapshot(database);
  if (!has_cursor(database, scope, from)) return std::nullopt;
  StreamPage page;
  page.head = read_scope(database, scope).end.n;
  std::size_t bytes = 0;
  Query row = database.query(kBehind);
  row.bind(scope, from.n, static_cast<std::int64_t>(most));
  while (row.step()) {
    bytes += row.bytes(5).size();
    if (bytes > most_bytes && !page.ops.empty()) break;
    page.ops.push_back({row.integer(0), row.id<OpId>(1), Instant{std::chrono::milliseconds{row.integer(2)}},
                        row.integer(3), row.integer(4), row.text(5)});
  }
  return page;
}

}  // namespace rehearse::sync
