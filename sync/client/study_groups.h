// What a person does with study groups on a server: make, join and leave one, invite, look at the members.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/library_groups.h"
#include "sync/client/http_client.h"
#include "sync/client/trouble.h"

namespace rehearse::sync {

/// What a code offers, before it is used.
struct OfferedGroup {
  std::string name;
  GroupRole role = GroupRole::kReader;
  std::string by;  // who invites; empty: he is no more
  std::int64_t members = 0;
};

struct GroupInvite {
  std::string code;
  std::string ends;  // 2026-12-01T01:30:00Z
};

// `token`: of who is signed in.
std::variant<std::vector<JoinedGroup>, Trouble> groups(HttpClient& client, const std::string& token);
/// Who makes it is its owner.
std::variant<JoinedGroup, Trouble> create_group(HttpClient& client, const std::string& token,
                                                const std::string& name);
std::variant<OfferedGroup, Trouble> look_at_invite(HttpClient& client, const std::string& token,
                                                   const std::string& code);
std::variant<JoinedGroup, Trouble> join_group(HttpClient& client, const std::string& token,
                                              const std::string& code);
/// For its owners: for so many people and days.
std::variant<GroupInvite, Trouble> invite(HttpClient& client, const std::string& token, Scope group,
                                          GroupRole role, int uses, int days);
std::variant<std::vector<GroupMember>, Trouble> members(HttpClient& client, const std::string& token,
                                                        Scope group);
/// For its owners.
std::optional<Trouble> set_role(HttpClient& client, const std::string& token, Scope group,
                                const std::string& account, GroupRole role);
/// Owners put others out; who names himself leaves.
std::optional<Trouble> remove_member(HttpClient& client, const std::string& token, Scope group,
                                     const std::string& account);
/// For its owners: with its stream. What members have of it stays theirs.
std::optional<Trouble> delete_group(HttpClient& client, const std::string& token, Scope group);

}  // namespace rehearse::sync
