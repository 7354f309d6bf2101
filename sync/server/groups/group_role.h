// What it takes to write to a group's stream.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/group_role.h"

namespace rehearse::sync {

/// Who may put an op of this kind into a group's stream. Nothing: nobody, for it would be about somebody's
/// own progress, or is of a kind that this server cannot judge.
std::optional<GroupRole> role_to_push(std::string_view kind);

}  // namespace rehearse::sync
