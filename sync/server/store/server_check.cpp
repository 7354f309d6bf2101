#include "sync/server/store/server_check.h"

#include "core/store/backup.h"
#include "core/store/op.h"
#include "sync/server/store/postgres/postgres_connection.h"
#include "sync/server/store/segment_rows.h"
#include "sync/server/store/sqlite_database.h"
#include "sync/server/store/stored_instant.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::sync {
namespace {

constexpr const char* kAccounts = "SELECT count(*) FROM account WHERE name IS NOT NULL";
constexpr const char* kScopes = "SELECT n, chain, admitted_ms, bytes, scope_id FROM scope ORDER BY scope_id";
constexpr const char* kOps =
    "SELECT n, op_id, chain, admitted_ms, author, line FROM op WHERE scope_id = ?1 AND n > ?2"
    " ORDER BY n LIMIT 1000";  // a database that is asked for more sends it all at once
constexpr const char* kTwice = "SELECT n FROM op WHERE scope_id = ?1 AND n <= ?2 ORDER BY n LIMIT 1";
constexpr const char* kHomeless =
    "SELECT scope_id FROM op WHERE scope_id NOT IN (SELECT scope_id FROM scope)"
    " UNION SELECT scope_id FROM segment WHERE scope_id NOT IN (SELECT scope_id FROM scope)";
// A device that is looked for in a segment that is not there.
constexpr const char* kLost =
    "SELECT DISTINCT d.scope_id FROM segment_device d LEFT JOIN segment s"
    " ON s.scope_id = d.scope_id AND s.last_n = d.last_n WHERE s.scope_id IS NULL";
constexpr const char* kOwnerless =
    "SELECT scope_id FROM scope WHERE scope_id NOT IN (SELECT account_id FROM account)"
    " AND scope_id NOT IN (SELECT scope_id FROM study_group)";

Words fault(std::int64_t scope, const std::string& english, const std::string& chinese) {
  const std::string number = std::to_string(scope);
  return {"stream " + number + ": " + english, "流 " + number + "：" + chinese};
}

// However long it takes: all of a large table is read.
constexpr const char* kNoTimeout = "SET statement_timeout = 0";

/// Walks through one stream, and computes its head from what it meets.
class StreamWalk {
 public:
  StreamWalk(ScopeId scope, ServerCheck& check) : scope_(scope), check_(check) {}

  const StreamHead& head() const { return head_; }
  /// All three are false at the first fault: behind it everything would be one.
  bool take(const Statement& row) {
    const std::string at = std::to_string(row.integer(0));
    const auto id = row.id<OpId>(1);
    const std::string line = row.text(5);
    if (row.integer(0) != head_.end.n + 1) return fail("an op is missing before " + at, at + " 之前缺少记录");
    if (op_id(line) != id) return fail("op " + at + " is not what its id says", "记录 " + at + " 与编号不符");
    if (!move_behind(id, row.integer(3), row.integer(4), line.size())) return false;
    if (head_.end.chain != as_chain(row.integer(2)))
      return fail("the chain breaks at op " + at, "链在记录 " + at + " 处断开");
    return true;
  }
  bool take(const Segment& segment) {
    const std::string at = std::to_string(segment.before.n + 1), end = std::to_string(segment.end.n);
    if (segment.before != head_.end)
      return fail("the segment from op " + at + " does not follow", "从记录 " + at + " 开始的压缩段不连续");
    for (const SealedOp& op : segment.ops)
      if (!move_behind(op_id(op.line), op.admitted_ms, op.author, op.line.size())) return false;
    if (head_.end != segment.end)
      return fail("the chain breaks in the segment that ends with op " + end,
                  "链在以记录 " + end + " 结尾的压缩段中断开");
    return true;
  }
  bool fail(const std::string& english, const std::string& chinese) {
    check_.faults.push_back(fault(scope_, english, chinese));
    return false;
  }

 private:
  bool move_behind(const OpId& id, std::int64_t admitted_ms, std::int64_t author, std::size_t bytes) {
    const std::string at = std::to_string(head_.end.n + 1);
    if (admitted_ms < head_.admitted_ms)
      return fail("the times fall at op " + at, "记录 " + at + " 的时间倒退");
    head_.admitted_ms = admitted_ms;
    head_.end = behind(head_.end, id, instant(admitted_ms), author_name(author));
    head_.bytes += static_cast<std::int64_t>(bytes);
    ++check_.ops;
    return true;
  }

  ScopeId scope_;
  ServerCheck& check_;
  StreamHead head_;
};

bool check_segments(ServerDatabase& database, ScopeId scope, StreamWalk& walk) try {
  while (const auto segment = segment_behind(database, scope, walk.head().end.n)) {
    if (!walk.take(*segment)) return false;
    const std::string end = std::to_string(segment->end.n);
    if (!is_found_by_device(database, scope, *segment))
      return walk.fail("ops of the segment that ends with op " + end + " would not be found",
                       "以记录 " + end + " 结尾的压缩段的索引不符");
  }
  Statement twice = database.query(kTwice);
  if (!twice.bind(scope, walk.head().end.n).step()) return true;
  const std::string at = std::to_string(twice.integer(0));
  return walk.fail("op " + at + " stands there twice", "记录 " + at + " 出现两次");
} catch (const SegmentDamaged&) {
  const std::string at = std::to_string(walk.head().end.n + 1);
  return walk.fail("the segment from op " + at + " is damaged", "从记录 " + at + " 开始的压缩段已损坏");
}

void check_stream(ServerDatabase& database, ScopeId scope, const StreamHead& head, ServerCheck& check) {
  StreamWalk walk(scope, check);
  if (!check_segments(database, scope, walk)) return;
  for (std::int64_t before = -1; before < walk.head().end.n;) {
    before = walk.head().end.n;
    Statement row = database.query(kOps);
    row.bind(scope, before);
    while (row.step())
      if (!walk.take(row)) return;
  }
  const StreamHead& found = walk.head();
  const bool is_whole =
      found.end == head.end && found.admitted_ms == head.admitted_ms && found.bytes == head.bytes;
  if (!is_whole)
    check.faults.push_back(fault(scope, "its end is not what its head says", "结尾与开头的记载不符"));
}

void check_data(ServerDatabase& database, ServerCheck& check) {
  const ReadState state(database);
  {
    Statement row = database.query(kAccounts);
    if (row.step()) check.accounts = row.integer(0);
  }
  Statement scope = database.query(kScopes);
  while (scope.step()) check_stream(database, scope.integer(4), head_in(scope), check);
  Statement homeless = database.query(kHomeless);
  while (homeless.step())
    check.faults.push_back(fault(homeless.integer(0), "it has ops and no head", "有记录却没有开头"));
  Statement lost = database.query(kLost);
  while (lost.step()) check.faults.push_back(fault(lost.integer(0), "a segment is missing", "缺少压缩段"));
  Statement ownerless = database.query(kOwnerless);
  while (ownerless.step())
    check.faults.push_back(
        fault(ownerless.integer(0), "it belongs to no account and no group", "不属于任何账户或小组"));
}

}  // namespace

ServerCheck check_server(const std::filesystem::path& file) {
  ServerCheck check;
  if (!is_sound(file)) check.faults.push_back({"the file is damaged", "文件已损坏"});
  SqliteDatabase database(file);
  check_data(database, check);
  return check;
}

ServerCheck check_server(const PostgresAddress& address) {
  ServerCheck check;
  PostgresConnection database(address);
  database.execute(kNoTimeout);
  check_data(database, check);
  return check;
}

}  // namespace rehearse::sync
