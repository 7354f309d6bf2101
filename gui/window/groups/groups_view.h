// What the Groups screen shows, and what can be asked for on it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/library.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

/// Under which group something is open.
struct OpenInvite {
  std::size_t group = 0;
  std::string code, ends;  // the day
};
struct OpenPublishing {
  std::size_t group = 0;
  std::optional<DeckTitle> deck{};  // chosen
  PublishReport report{};           // what publishing it would do
};
struct AskedLeave {
  std::size_t group = 0;
};

struct GroupsView {
  bool is_signed_in = false;
  bool is_working = false;  // a server is asked
  Words trouble;
  std::vector<JoinedGroup> groups;
  std::vector<DeckTitle> decks;
  std::vector<OfferedRemoval> removals;
  std::variant<std::monostate, OpenInvite, OpenPublishing, AskedLeave> open;
  const TextEditor* code = nullptr;
  const TextEditor* name = nullptr;
};

struct GoToSettings {};
enum class GroupField { kCode, kName };
struct PointInGroupField {
  GroupField field = GroupField::kCode;
  TextPointed pointed;
};
struct JoinGroup {};
struct MakeGroup {};
struct InviteToGroup {
  std::size_t group = 0;
};
struct CopyInvite {};
struct ChooseDeckToPublish {
  std::size_t group = 0;
};
struct PreviewPublishing {
  std::size_t deck = 0;
};
struct PublishDeck {};
struct AskLeaveGroup {
  std::size_t group = 0;
};
struct LeaveGroup {};
struct CloseGroupAct {};
struct DecideRemoval {
  QuestionId question;
  bool is_removed = false;
};
struct ScrollGroups {
  int pages = 0;
};

using GroupsIntent =
    std::variant<std::monostate, GoToSettings, PointInGroupField, JoinGroup, MakeGroup, InviteToGroup,
                 CopyInvite, ChooseDeckToPublish, PreviewPublishing, PublishDeck, AskLeaveGroup, LeaveGroup,
                 CloseGroupAct, DecideRemoval, ScrollGroups>;

}  // namespace rehearse
