#include "sync/server/groups/group_role.h"

#include <algorithm>
#include <array>

namespace rehearse::sync {
namespace {

// What a deck says. Answers, settings and what is done with cards are each member's own.
constexpr std::array<std::string_view, 3> kContentKinds{"set", "alive", "order"};

}  // namespace

std::optional<GroupRole> role_to_push(std::string_view kind) {
  if (std::find(kContentKinds.begin(), kContentKinds.end(), kind) != kContentKinds.end())
    return GroupRole::kEditor;
  return std::nullopt;
}

}  // namespace rehearse::sync
