#include <algorithm>

#include "sync/server/accounts/secrets.h"
#include "sync/server/groups/group_problems.h"
#include "sync/server/groups/groups.h"
#include "sync/server/store/account_rows.h"

namespace rehearse::sync {
namespace {

Problem problem(ProblemKind kind, const char* detail) { return {kind, detail, std::nullopt}; }

Problem no_invite() { return problem(ProblemKind::kForbidden, "no such invite, or it is used up or over"); }

std::optional<Problem> problem_of(const GroupInviteTerms& terms) {
  if (terms.role == GroupRole::kOwner)
    return problem(ProblemKind::kBadRequest, "an invite makes no owner: owners choose owners among members");
  if (terms.uses < 1 || terms.uses > kMostInviteUses)
    return problem(ProblemKind::kBadRequest, "an invite has 1 to 500 uses");
  if (terms.days < std::chrono::days{1} || terms.days > kMostInviteDays)
    return problem(ProblemKind::kBadRequest, "an invite lasts 1 to 365 days");
  return std::nullopt;
}

/// One that opens a group now.
std::optional<GroupInviteRow> open_invite(ServerDatabase& database, const SecretHash& code, Instant now) {
  const auto invite = find_group_invite(database, code);
  return invite && invite->is_open(now) && find_group(database, invite->scope) ? invite : std::nullopt;
}

std::int64_t count_members(ServerDatabase& database, ScopeId group) {
  return static_cast<std::int64_t>(list_members(database, group).size());
}

}  // namespace

std::variant<MadeInvite, Problem> Groups::invite(std::int64_t account, ScopeId group,
                                                 const GroupInviteTerms& terms, Instant now) {
  if (auto fault = problem_of(terms)) return *fault;
  const Secret code = make_invite_code();
  std::variant<MadeInvite, Problem> result;
  writer_.run([&](ServerDatabase& database) {
    if (auto fault = problem_without(database, group, account, GroupRole::kOwner)) {
      result = *fault;
      return;
    }
    const std::vector<GroupInviteRow> before = list_group_invites(database, group);
    const auto open = std::count_if(before.begin(), before.end(),
                                    [&](const GroupInviteRow& each) { return each.is_open(now); });
    if (open >= static_cast<std::ptrdiff_t>(kMostOpenInvites)) {
      result = problem(ProblemKind::kQuota, "the group has too many open invites: revoke some");
      return;
    }
    const Instant ends = now + terms.days;
    const std::int64_t id =
        add_group_invite(database, {0, group, terms.role, terms.uses, account, now, ends}, code.hash);
    result = MadeInvite{id, code.text, ends};
  });
  return result;
}

std::variant<std::vector<GroupInviteRow>, Problem> Groups::invites(std::int64_t account, ScopeId group) {
  ReaderPool::Lease reader(readers_);
  const ReadState state(reader.database());
  if (auto fault = problem_without(reader.database(), group, account, GroupRole::kOwner)) return *fault;
  return list_group_invites(reader.database(), group);
}

std::optional<Problem> Groups::revoke_invite(std::int64_t account, ScopeId group, std::int64_t invite) {
  std::optional<Problem> fault;
  writer_.run([&](ServerDatabase& database) {
    fault = problem_without(database, group, account, GroupRole::kOwner);
    if (!fault && !delete_group_invite(database, group, invite))
      fault = problem(ProblemKind::kNotFound, "no such invite");
  });
  return fault;
}

std::variant<GroupOffer, Problem> Groups::offer(std::string_view code, Instant now) {
  const auto hash = hash_of_invite_code(code);
  if (!hash) return no_invite();
  ReaderPool::Lease reader(readers_);
  ServerDatabase& database = reader.database();
  const ReadState state(database);
  const auto invite = open_invite(database, *hash, now);
  if (!invite) return no_invite();
  const auto by = find_account(database, invite->by);
  return GroupOffer{*find_group(database, invite->scope), invite->role, by ? by->name : std::string(),
                    count_members(database, invite->scope)};
}

std::variant<MembershipRow, Problem> Groups::accept(std::int64_t account, std::string_view code,
                                                    Instant now) {
  const auto hash = hash_of_invite_code(code);
  if (!hash) return no_invite();
  std::variant<MembershipRow, Problem> result;
  writer_.run([&](ServerDatabase& database) {
    result = no_invite();
    const auto invite = open_invite(database, *hash, now);
    if (!invite) return;
    const GroupRow group = *find_group(database, invite->scope);
    const auto before = role_in_group(database, group.scope, account);
    const std::int64_t members = count_members(database, group.scope);
    if (before) {
      result = MembershipRow{group, *before, members};
    } else if (members >= static_cast<std::int64_t>(kMostMembers)) {
      result = problem(ProblemKind::kQuota, "the group is full");
    } else if (list_memberships(database, account).size() >= kMostGroups) {
      result = problem(ProblemKind::kQuota, "an account can be in no more groups");
    } else {
      use_group_invite(database, invite->id);
      add_member(database, group.scope, {account, {}, invite->role, now});
      result = MembershipRow{group, invite->role, members + 1};
    }
  });
  return result;
}

}  // namespace rehearse::sync
