#include "sync/server/groups/group_role.h"

#include <algorithm>
#include <array>

namespace rehearse::sync {
namespace {

// What a deck says, and what is made of suggestions. Answers, settings and what is done with cards are each
// member's own.
constexpr std::array<std::string_view, 5> kEditorsKinds{"set", "alive", "order", "version", "verdict"};
// What changes nothing of a deck.
constexpr std::array<std::string_view, 3> kEverybodysKinds{"suggest", "withdraw", "week"};

bool is_one_of(const auto& kinds, std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

std::optional<GroupRole> role_to_push(std::string_view kind) {
  if (is_one_of(kEditorsKinds, kind)) return GroupRole::kEditor;
  if (is_one_of(kEverybodysKinds, kind)) return GroupRole::kReader;
  return std::nullopt;
}

}  // namespace rehearse::sync
