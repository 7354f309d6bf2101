// The number a new group gets: its name for programs is made of it (core/store/scope.h).
#pragma once

#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

/// A group's stream has a number below 0, which is no account's. By chance: a server that is split hands out
/// numbers in many places, and a group that was deleted is never met again.
ScopeId new_group_scope();

}  // namespace rehearse::sync
