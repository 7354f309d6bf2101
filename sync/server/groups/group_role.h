// What a member of a group may do, and what that takes.
#pragma once

#include <optional>
#include <string_view>

namespace rehearse::sync {

/// Each may do what the ones before it may.
enum class GroupRole {
  kReader,  // reads
  kEditor,  // changes the shared decks
  kOwner,   // changes who is a member
};

/// reader, editor, owner.
std::string_view word_of(GroupRole role);
std::optional<GroupRole> group_role_of(std::string_view word);

/// Who may put an op of this kind into a group's stream. Nothing: nobody, for it would be about somebody's
/// own progress, or is of a kind that this server cannot judge.
std::optional<GroupRole> role_to_push(std::string_view kind);

}  // namespace rehearse::sync
