#include "core/store/shared_ops.h"

namespace rehearse {
namespace {

constexpr const char* kNote =
    "INSERT INTO shared_op (op, n, author) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (op) DO UPDATE SET n = ?2, author = ?3 WHERE n <> ?2 OR author <> ?3";
constexpr const char* kAuthor = "SELECT author FROM shared_op WHERE op = ?1";
constexpr const char* kNumber = "SELECT n FROM shared_op WHERE op = ?1";
constexpr const char* kCounts =
    "SELECT NOT EXISTS (SELECT 1 FROM sync_refused WHERE op = ?2) AND NOT EXISTS (SELECT 1 FROM setting"
    " WHERE target = ?1 AND value = 'true'"
    " AND (name = ?3 OR name = (SELECT ?4 || author FROM shared_op WHERE op = ?2)))";

}  // namespace

std::string group_target(Scope group) { return std::string(kGroupTarget) + group_id(group); }

bool SharedOps::note(std::int64_t position, const SharedBy& by) {
  return database_.query(kNote).bind(position, by.n, by.author).run() > 0;
}

std::string SharedOps::author_of(std::int64_t position) const {
  Query row = database_.query(kAuthor);
  return row.bind(position).step() ? row.text(0) : std::string();
}

std::optional<std::int64_t> SharedOps::n_of(std::int64_t position) const {
  Query row = database_.query(kNumber);
  return row.bind(position).step() ? std::optional(row.integer(0)) : std::nullopt;
}

bool SharedOps::counts(const StoredOp& shared) const {
  Query row = database_.query(kCounts);
  row.bind(group_target(shared.op.envelope.scope), shared.position, kLeftField, kMutedPrefix).step();
  return row.integer(0) != 0;
}

}  // namespace rehearse
