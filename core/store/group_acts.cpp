#include "core/store/group_acts.h"

#include <algorithm>
#include <utility>

#include "core/store/registers.h"

namespace rehearse {
namespace {

constexpr const char* kActs =
    "SELECT o.position, coalesce(s.n, ?2), coalesce(s.author, '') FROM op o"
    " LEFT JOIN shared_op s ON s.op = o.position WHERE o.scope = ?1 AND o.kind = 13 ORDER BY 2, 1";
constexpr const char* kBetween =
    "SELECT min(o.position) FROM op o LEFT JOIN shared_op s ON s.op = o.position"
    " WHERE o.scope = ?1 AND o.kind = 12 AND coalesce(s.n, ?4) > ?2 AND coalesce(s.n, ?4) <= ?3"
    " GROUP BY o.target ORDER BY 1";

}  // namespace

std::string own_account(const std::vector<ToldAct>& acts, const std::vector<GroupMember>& members) {
  const auto self =
      std::find_if(members.begin(), members.end(), [](const GroupMember& member) { return member.is_self; });
  if (self != members.end()) return self->account;
  const auto sent = std::find_if(acts.begin(), acts.end(),
                                 [](const ToldAct& told) { return told.is_own && !told.author.empty(); });
  return sent == acts.end() ? "" : sent->author;
}

bool is_by_self(const ToldAct& told, const std::string& account) {
  // A profile that somebody else cloned writes under this copy's name.
  return told.author.empty() ? told.is_own : told.author == account;
}

std::vector<ToldAct> read_group_acts(Database& database, const OpLog& log, Scope group) {
  std::vector<ToldAct> acts;
  Query row = database.query(kActs);
  row.bind(group, kStreamEnd);
  while (row.step()) {
    const auto stored = log.at(row.integer(0));
    const auto* op = stored ? std::get_if<GroupActOp>(&stored->op.body) : nullptr;
    if (op == nullptr || log.is_void(*stored)) continue;
    acts.push_back(
        {stored->id, op->act, row.integer(1), row.text(2), given_at(*stored), log.is_own(*stored)});
  }
  return acts;
}

std::vector<std::string> targets_between(Database& database, const OpLog& log, Scope group, StreamPoint from,
                                         StreamPoint until) {
  std::vector<std::string> targets;
  Query row = database.query(kBetween);
  row.bind(group, from, until, kStreamEnd);
  while (row.step())
    if (const auto stored = log.at(row.integer(0))) targets.push_back(target_of(stored->op));
  return targets;
}

Registers fold_group_at(Database& database, const OpLog& log, const std::string& target, Scope group,
                        StreamPoint until) {
  const SharedOps shared(database);
  std::vector<StoredOp> ops = log.about(target);
  std::erase_if(ops, [&](const StoredOp& stored) {
    return stored.op.envelope.scope != group || shared.n_of(stored.position).value_or(kStreamEnd) > until;
  });
  return fold_registers(log, ops);
}

}  // namespace rehearse
