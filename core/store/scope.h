// Whose an op is: the learner's alone, or of a group whose members read it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse {

/// 0: the learner's own. Below 0: a group, by the number its server gave it.
using Scope = std::int64_t;

inline constexpr Scope kOwnOps = 0;

/// How ops and addresses name a group: g_ and 16 hexadecimal digits. Precondition: `group` is below 0.
std::string group_id(Scope group);
/// Nothing for what group_id does not write.
std::optional<Scope> group_scope(std::string_view id);

}  // namespace rehearse
