// Study groups: who is in them, as what, and by which invites. What they share is in their streams.
// Any thread; every change is durable when the call returns. Who is no member hears of a group what he would
// hear of none.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/problem.h"
#include "sync/server/groups/group_role.h"
#include "sync/server/store/commits.h"
#include "sync/server/store/group_rows.h"
#include "sync/server/store/reader_pool.h"

namespace rehearse::sync {

inline constexpr std::size_t kMostGroups = kMostScopes - 1;  // of an account: one request syncs them all
inline constexpr std::size_t kMostMembers = 500;             // of a group
inline constexpr std::size_t kMostOpenInvites = 50;          // of a group
inline constexpr std::int64_t kMostInviteUses = 500;
inline constexpr std::chrono::days kMostInviteDays{365};

struct GroupInviteTerms {
  GroupRole role = GroupRole::kReader;
  std::int64_t uses = 1;
  std::chrono::days days{7};
};

struct MadeInvite {
  std::int64_t id = 0;
  std::string code;  // is nowhere else: the server keeps its hash
  Instant ends{};
};

/// What an invite says to who is about to use it.
struct GroupOffer {
  GroupRow group;
  GroupRole role = GroupRole::kReader;
  std::string by;  // the account's name; empty: it is no more
  std::int64_t members = 0;
};

class Groups {
 public:
  /// `writer` is of the same data, and outlives it.
  Groups(DataSource source, Commits& writer) : writer_(writer), readers_(std::move(source)) {}

  /// Its owner is who makes it.
  std::variant<MembershipRow, Problem> create(std::int64_t account, std::string_view name, Instant now);
  std::vector<MembershipRow> of_account(std::int64_t account);
  std::variant<std::vector<MemberRow>, Problem> members(std::int64_t account, ScopeId group);

  // For owners.
  std::optional<Problem> rename(std::int64_t account, ScopeId group, std::string_view name);
  std::optional<Problem> set_role(std::int64_t account, ScopeId group, std::int64_t member, GroupRole role);
  /// With everything in it. What members have of it stays theirs.
  std::optional<Problem> remove(std::int64_t account, ScopeId group);

  /// Owners put others out; everybody may leave. The last owner may not: nobody could invite any more.
  std::optional<Problem> remove_member(std::int64_t account, ScopeId group, std::int64_t member);

  // Invites: owners make, see and revoke them.
  std::variant<MadeInvite, Problem> invite(std::int64_t account, ScopeId group, const GroupInviteTerms& terms,
                                           Instant now);
  std::variant<std::vector<GroupInviteRow>, Problem> invites(std::int64_t account, ScopeId group);
  std::optional<Problem> revoke_invite(std::int64_t account, ScopeId group, std::int64_t invite);
  /// The same words whatever is wrong with the code: they tell nobody which there are.
  std::variant<GroupOffer, Problem> offer(std::string_view code, Instant now);
  /// Who is a member already stays what he is, and takes no use of the invite.
  std::variant<MembershipRow, Problem> accept(std::int64_t account, std::string_view code, Instant now);

  /// Goes on with deletions that a stop of the server has cut short.
  void finish_deletions();

 private:
  Commits& writer_;
  ReaderPool readers_;
};

/// Deletes groups whose deletion was begun, a little at a time: others may write in between.
void finish_group_deletions(Commits& writer);

}  // namespace rehearse::sync
