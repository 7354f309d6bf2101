// What members of a group do, as keys of an op's line. README.md here describes them.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/group_act.h"
#include "core/store/op_keys.h"

namespace rehearse {

void write_group_act(const GroupAct& act, Fields& members);
/// Nothing for another kind, and for what this version does not know of one. Throws op_keys::BadKey.
std::optional<GroupAct> read_group_act(std::string_view kind, const op_keys::Json& json);

}  // namespace rehearse
