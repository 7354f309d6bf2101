#include "sync/server/groups/groups.h"

#include <utility>

#include "sync/server/accounts/account_name.h"
#include "sync/server/groups/group_id.h"
#include "sync/server/groups/group_problems.h"

namespace rehearse::sync {
namespace {

// A write of this many rows keeps the others waiting for a few milliseconds.
constexpr std::size_t kRowsAtOnce = 2000;

Problem problem(ProblemKind kind, const char* detail) { return {kind, detail, std::nullopt}; }

Problem bad_name() { return problem(ProblemKind::kBadRequest, "the group's name cannot be used"); }
Problem last_owner() {
  return problem(ProblemKind::kConflict, "the group would have no owner: make another member one first");
}

}  // namespace

std::optional<Problem> problem_without(ServerDatabase& database, ScopeId group, std::int64_t account,
                                       GroupRole role) {
  const auto has = role_in_group(database, group, account);
  if (!has) return no_group();
  if (*has < role) return problem(ProblemKind::kForbidden, "your role in the group does not reach");
  return std::nullopt;
}

std::variant<MembershipRow, Problem> Groups::create(std::int64_t account, std::string_view name,
                                                    Instant now) {
  const auto shown = device_name(name);
  if (!shown) return bad_name();
  const MembershipRow made{{new_group_scope(), *shown, now}, GroupRole::kOwner, 1};
  std::variant<MembershipRow, Problem> result;
  writer_.run([&](ServerDatabase& database) {
    result = made;
    if (list_memberships(database, account).size() >= kMostGroups) {
      result = problem(ProblemKind::kQuota, "an account can be in no more groups");
      return;
    }
    add_group(database, made.group);
    add_member(database, made.group.scope, {account, {}, GroupRole::kOwner, now});
  });
  return result;
}

std::vector<MembershipRow> Groups::of_account(std::int64_t account) {
  ReaderPool::Lease reader(readers_);
  return list_memberships(reader.database(), account);
}

std::variant<std::vector<MemberRow>, Problem> Groups::members(std::int64_t account, ScopeId group) {
  ReaderPool::Lease reader(readers_);
  const ReadState state(reader.database());
  if (auto fault = problem_without(reader.database(), group, account, GroupRole::kReader)) return *fault;
  return list_members(reader.database(), group);
}

std::optional<Problem> Groups::rename(std::int64_t account, ScopeId group, std::string_view name) {
  const auto shown = device_name(name);
  std::optional<Problem> fault;
  writer_.run([&](ServerDatabase& database) {
    fault = problem_without(database, group, account, GroupRole::kOwner);
    if (fault) return;
    if (shown)
      rename_group(database, group, *shown);
    else
      fault = bad_name();
  });
  return fault;
}

std::optional<Problem> Groups::set_role(std::int64_t account, ScopeId group, std::int64_t member,
                                        GroupRole role) {
  std::optional<Problem> fault;
  writer_.run([&](ServerDatabase& database) {
    fault = problem_without(database, group, account, GroupRole::kOwner);
    if (fault) return;
    const auto before = role_in_group(database, group, member);
    if (!before)
      fault = no_member();
    else if (*before == GroupRole::kOwner && role != *before && count_owners(database, group) == 1)
      fault = last_owner();
    else
      sync::set_role(database, group, member, role);
  });
  return fault;
}

std::optional<Problem> Groups::remove(std::int64_t account, ScopeId group) {
  std::optional<Problem> fault;
  writer_.run([&](ServerDatabase& database) {
    fault = problem_without(database, group, account, GroupRole::kOwner);
    if (!fault) begin_group_deletion(database, group);
  });
  if (!fault) finish_group_deletions(writer_);
  return fault;
}

std::optional<Problem> Groups::remove_member(std::int64_t account, ScopeId group, std::int64_t member) {
  std::optional<Problem> fault;
  writer_.run([&](ServerDatabase& database) {
    const GroupRole needed = member == account ? GroupRole::kReader : GroupRole::kOwner;
    fault = problem_without(database, group, account, needed);
    if (fault) return;
    const auto role = role_in_group(database, group, member);
    if (!role)
      fault = no_member();
    else if (*role == GroupRole::kOwner && count_owners(database, group) == 1)
      fault = last_owner();
    else
      delete_member(database, group, member);
  });
  return fault;
}

void Groups::finish_deletions() { finish_group_deletions(writer_); }

void finish_group_deletions(Commits& writer) {
  std::vector<ScopeId> begun;
  writer.run([&](ServerDatabase& database) { begun = group_deletions_begun(database); });
  for (const ScopeId group : begun)
    for (bool is_done = false; !is_done;)
      writer.run(
          [&](ServerDatabase& database) { is_done = delete_group_rows(database, group, kRowsAtOnce); });
}

}  // namespace rehearse::sync
