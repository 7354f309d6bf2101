// Why something was not done in a group, in the words that a client gets.
#pragma once

#include <cstdint>
#include <optional>

#include "sync/protocol/problem.h"
#include "sync/server/groups/group_role.h"
#include "sync/server/store/server_database.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// Of a group that is none to who asks.
inline Problem no_group() { return {ProblemKind::kNotFound, "no such group", std::nullopt}; }
inline Problem no_member() { return {ProblemKind::kNotFound, "no such member", std::nullopt}; }

/// not-found for who is no member, forbidden for a member whose role does not reach.
std::optional<Problem> problem_without(ServerDatabase& database, ScopeId group, std::int64_t account,
                                       GroupRole role);

}  // namespace rehearse::sync
