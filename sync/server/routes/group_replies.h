// What the routes of groups and of their invites have in common.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "sync/server/front/messages.h"
#include "sync/server/groups/groups.h"
#include "sync/server/routes/services.h"

namespace rehearse::sync {

using GroupHandler = Reply (*)(Services&, const Request&, const Sender&, ScopeId group);

/// For who is signed in, of the group that the path names. Whether it is one of his the handler asks.
Handler in_group(Services& services, GroupHandler handle);

/// The account that the path names, as author_name writes it; nothing for anything else.
std::optional<std::int64_t> account_in(const Request& request);

nlohmann::ordered_json json_of(const MembershipRow& membership);
/// 204, or the problem.
Reply done_or(const std::optional<Problem>& problem, const Request& request);

}  // namespace rehearse::sync
