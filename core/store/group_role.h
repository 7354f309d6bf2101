// What a member of a study group may do.
#pragma once

#include <optional>
#include <string_view>

namespace rehearse {

/// DO NOT RENUMBER: in library files and servers' data. Each may do what the ones before it may.
enum class GroupRole {
  kReader = 0,  // gets what is published
  kEditor = 1,  // publishes
  kOwner = 2,   // says who is a member
};

/// reader, editor, owner.
std::string_view word_of(GroupRole role);
std::optional<GroupRole> group_role_of(std::string_view word);

}  // namespace rehearse
