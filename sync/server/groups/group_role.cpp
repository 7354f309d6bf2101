#include "sync/server/groups/group_role.h"

#include <algorithm>
#include <array>

namespace rehearse::sync {
namespace {

// What a deck says. Answers, settings and what is done with cards are each member's own.
constexpr std::array<std::string_view, 4> kContentKinds{"set", "alive", "order", "void"};

}  // namespace

std::string_view word_of(GroupRole role) {
  switch (role) {
    case GroupRole::kReader: return "reader";
    case GroupRole::kEditor: return "editor";
    case GroupRole::kOwner: break;
  }
  return "owner";
}

std::optional<GroupRole> group_role_of(std::string_view word) {
  for (const auto each : {GroupRole::kReader, GroupRole::kEditor, GroupRole::kOwner})
    if (word_of(each) == word) return each;
  return std::nullopt;
}

std::optional<GroupRole> role_to_push(std::string_view kind) {
  if (std::find(kContentKinds.begin(), kContentKinds.end(), kind) != kContentKinds.end())
    return GroupRole::kEditor;
  return std::nullopt;
}

}  // namespace rehearse::sync
