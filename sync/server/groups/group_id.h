// What a group is called by programs: in addresses, and as a scope of POST /v1/sync.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// A group's stream has a number below 0, which is no account's. By chance: a server that is split hands out
/// numbers in many places, and a group that was deleted is never met again.
ScopeId new_group_scope();

/// g_ and 16 hexadecimal digits.
std::string group_id(ScopeId scope);
/// Nothing for what group_id does not write.
std::optional<ScopeId> group_scope(std::string_view id);

}  // namespace rehearse::sync
