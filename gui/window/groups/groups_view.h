// What the Groups screen shows, and what can be asked for on it.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/library.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

// What an invite may be for.
inline constexpr std::array kInviteRoles{GroupRole::kReader, GroupRole::kEditor, GroupRole::kOwner};
inline constexpr std::array kInviteUses{1, 10, 50};
inline constexpr std::array kInviteDays{1, 7, 30};

/// Under which group something is open.
struct OpenInviting {
  std::size_t group = 0;
  std::size_t role = 0, uses = 0, days = 1;  // of the above
};
struct OpenInvite {
  std::size_t group = 0;
  std::string code, ends;  // the day
  int uses = 1;
};
struct OpenPublishing {
  std::size_t group = 0;
  std::optional<DeckTitle> deck{};  // chosen
  PublishReport report{};           // what publishing it would do
  bool is_published = false;        // the group has a version of it
  bool asks_withdraw = false;
};
struct AskedLeave {
  std::size_t group = 0;
};
struct OpenVersions {
  std::size_t group = 0;
  std::vector<GroupVersion> versions{};
  std::optional<std::size_t> shown{};  // of them: its changes are below it
  DeckChanges changes{};
  bool asks_back = false;  // the changes are those of going back to it
};
struct OpenSuggesting {
  std::size_t group = 0;
  std::vector<DeckTitle> decks{};   // that the group has
  std::optional<DeckTitle> deck{};  // chosen
  SuggestReport report{};           // what suggesting its changes would do
};
struct OpenSuggestions {
  std::size_t group = 0;
  std::vector<SuggestedChange> waiting{};
};
struct OpenMembers {
  std::size_t group = 0;
  std::vector<std::string> muted{};
};
struct OpenBoard {
  std::size_t group = 0;
  bool is_on = false;
  std::vector<BoardRow> rows{};
};

/// What a group tells before anything of it is opened.
struct GroupBrief {
  std::size_t news = 0;     // versions that were not looked at
  std::size_t waiting = 0;  // suggestions
  std::vector<GroupMember> members{};
};

struct GroupsView {
  bool is_signed_in = false;
  bool is_working = false;  // a server is asked
  Words trouble;
  std::vector<JoinedGroup> groups;
  std::vector<DeckTitle> decks;
  std::vector<OfferedRemoval> removals;
  std::vector<GroupBrief> briefs;  // of the groups
  std::variant<std::monostate, OpenInviting, OpenInvite, OpenPublishing, AskedLeave, OpenVersions,
               OpenSuggesting, OpenSuggestions, OpenMembers, OpenBoard>
      open;
  std::chrono::minutes utc_offset{0};
  const TextEditor* code = nullptr;
  const TextEditor* name = nullptr;
  const TextEditor* note = nullptr;  // of what is published or suggested
};

struct GoToSettings {};
enum class GroupField { kCode, kName, kNote };
struct PointInGroupField {
  GroupField field = GroupField::kCode;
  TextPointed pointed;
};
struct JoinGroup {};
struct MakeGroup {};
struct InviteToGroup {
  std::size_t group = 0;
};
struct ChooseInvite {
  OpenInviting terms;
};
struct MakeInvite {};
struct CopyInvite {};
struct ChooseDeckToPublish {
  std::size_t group = 0;
};
struct PreviewPublishing {
  std::size_t deck = 0;
};
struct PublishDeck {};
struct AskWithdraw {};
struct WithdrawDeck {};
struct ShowVersions {
  std::size_t group = 0;
};
struct ShowVersion {
  std::size_t version = 0;
  bool asks_back = false;
};
struct GoBackToVersion {};
struct ChooseDeckToSuggest {
  std::size_t group = 0;
};
struct PreviewSuggesting {
  std::size_t deck = 0;
};
struct SendSuggestions {};
struct ShowSuggestions {
  std::size_t group = 0;
};
struct SettleSuggestion {
  enum class Act { kAccept, kDecline, kWithdraw };

  OpId suggestion;
  Act act = Act::kAccept;
};
struct ShowMembers {
  std::size_t group = 0;
};
struct ChangeMember {
  enum class Act { kReader, kEditor, kOwner, kPutOut, kMute, kUnmute };

  std::string account;
  Act act = Act::kReader;
};
struct ShowBoard {
  std::size_t group = 0;
};
struct SetOnBoard {
  bool is_on = false;
};
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
                 ChooseInvite, MakeInvite, CopyInvite, ChooseDeckToPublish, PreviewPublishing, PublishDeck,
                 AskWithdraw, WithdrawDeck, ShowVersions, ShowVersion, GoBackToVersion, ChooseDeckToSuggest,
                 PreviewSuggesting, SendSuggestions, ShowSuggestions, SettleSuggestion, ShowMembers,
                 ChangeMember, ShowBoard, SetOnBoard, AskLeaveGroup, LeaveGroup, CloseGroupAct, DecideRemoval,
                 ScrollGroups>;

}  // namespace rehearse
