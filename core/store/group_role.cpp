#include "core/store/group_role.h"

#include <array>

namespace rehearse {
namespace {

// By GroupRole.
constexpr std::array<std::string_view, 3> kWords{"reader", "editor", "owner"};

}  // namespace

std::string_view word_of(GroupRole role) { return kWords[static_cast<std::size_t>(role)]; }

std::optional<GroupRole> group_role_of(std::string_view word) {
  for (const auto role : {GroupRole::kReader, GroupRole::kEditor, GroupRole::kOwner})
    if (word_of(role) == word) return role;
  return std::nullopt;
}

}  // namespace rehearse
