#include "sync/server/store/postgres/postgres_transaction.h"

#include "sync/server/store/commits.h"
#include "sync/server/store/postgres/postgres_fault.h"

namespace rehearse::sync {
namespace {

constexpr const char* kBeginSerializable = "BEGIN ISOLATION LEVEL SERIALIZABLE";
constexpr const char* kBeginReadCommitted = "BEGIN ISOLATION LEVEL READ COMMITTED";
constexpr const char* kCommit = "COMMIT";
constexpr const char* kRollBack = "ROLLBACK";

}  // namespace

PostgresTransaction::PostgresTransaction(PostgresConnection& connection, Isolation isolation)
    : connection_(connection) {
  connection_.hold(isolation == Isolation::kSerializable ? kBeginSerializable : kBeginReadCommitted);
}

PostgresTransaction::~PostgresTransaction() {
  if (!is_open_) return;
  connection_.drop_held();
  if (connection_.is_idle()) return;  // it has not begun
  try {
    connection_.run(kRollBack);
  } catch (const StoreError&) {
    // The server rolls back what nobody commits.
  }
}

void PostgresTransaction::commit() {
  try {
    connection_.run(kCommit);
    is_open_ = false;
  } catch (const PostgresFault& fault) {
    if (fault.kind() != PostgresFault::Kind::kBroken) throw;
    throw CommitUnknown({"the connection broke before it was said whether the changes were kept",
                         "连接中断，不知道修改是否已保存"});
  }
}

}  // namespace rehearse::sync
