#include "sync/server/store/server_check.h"

#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/op.h"
#include "sync/protocol/stream_cursor.h"
#include "sync/server/store/server_schema.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {
namespace {

constexpr const char* kAccounts = "SELECT count(*) FROM account WHERE name IS NOT NULL";
constexpr const char* kScopes = "SELECT scope_id, n, chain, admitted_ms, bytes FROM scope ORDER BY scope_id";
constexpr const char* kOps =
    "SELECT n, op_id, chain, admitted_ms, author, line FROM op WHERE scope_id = ?1 ORDER BY n";
constexpr const char* kHomeless =
    "SELECT DISTINCT scope_id FROM op WHERE scope_id NOT IN (SELECT scope_id FROM scope)";
constexpr const char* kOwnerless =
    "SELECT scope_id FROM scope WHERE scope_id NOT IN (SELECT account_id FROM account)"
    " AND scope_id NOT IN (SELECT scope_id FROM study_group)";

Words fault(std::int64_t scope, const std::string& english, const std::string& chinese) {
  const std::string number = std::to_string(scope);
  return {"stream " + number + ": " + english, "流 " + number + "：" + chinese};
}

struct ScopeRow {
  std::int64_t id, n, chain, admitted_ms, bytes;
};

/// Ends at the first fault of the stream: behind it everything would be one.
void check_stream(Database& database, const ScopeRow& scope, ServerCheck& check) {
  StreamCursor cursor;
  std::int64_t admitted_ms = 0, bytes = 0;
  Query row = database.query(kOps);
  row.bind(scope.id);
  while (row.step()) {
    const std::string at = std::to_string(row.integer(0));
    const auto id = row.id<OpId>(1);
    const std::string line = row.text(5);
    if (row.integer(0) != cursor.n + 1)
      return check.faults.push_back(fault(scope.id, "an op is missing before " + at, at + " 之前缺少记录"));
    if (op_id(line) != id)
      return check.faults.push_back(
          fault(scope.id, "op " + at + " is not what its id says", "记录 " + at + " 与编号不符"));
    if (row.integer(3) < admitted_ms)
      return check.faults.push_back(
          fault(scope.id, "the times fall at op " + at, "记录 " + at + " 的时间倒退"));
    admitted_ms = row.integer(3);
    cursor = behind(cursor, id, Instant{std::chrono::milliseconds{admitted_ms}}, author_name(row.integer(4)));
    if (static_cast<std::int64_t>(cursor.chain) != row.integer(2))
      return check.faults.push_back(
          fault(scope.id, "the chain breaks at op " + at, "链在记录 " + at + " 处断开"));
    bytes += static_cast<std::int64_t>(line.size());
    ++check.ops;
  }
  const bool is_whole = cursor.n == scope.n && static_cast<std::int64_t>(cursor.chain) == scope.chain &&
                        admitted_ms == scope.admitted_ms && bytes == scope.bytes;
  if (!is_whole)
    check.faults.push_back(fault(scope.id, "its end is not what its head says", "结尾与开头的记载不符"));
}

}  // namespace

ServerCheck check_server(const std::filesystem::path& file) {
  ServerCheck check;
  if (!is_sound(file)) check.faults.push_back({"the file is damaged", "文件已损坏"});
  Database database(file, server_format());
  const Snapshot snapshot(database);
  {
    Query row = database.query(kAccounts);
    if (row.step()) check.accounts = row.integer(0);
  }
  Query scope = database.query(kScopes);
  while (scope.step())
    check_stream(database,
                 {scope.integer(0), scope.integer(1), scope.integer(2), scope.integer(3), scope.integer(4)},
                 check);
  Query homeless = database.query(kHomeless);
  while (homeless.step())
    check.faults.push_back(fault(homeless.integer(0), "it has ops and no head", "有记录却没有开头"));
  Query ownerless = database.query(kOwnerless);
  while (ownerless.step())
    check.faults.push_back(
        fault(ownerless.integer(0), "it belongs to no account and no group", "不属于任何账户或小组"));
  return check;
}

}  // namespace rehearse::sync
