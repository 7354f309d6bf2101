// The members of a group, and their week.
#include <algorithm>

#include "gui/window/groups/group_sheets.h"
#include "gui/window/strings/groups_words.h"
#include "gui/window/ui/controls.h"

namespace rehearse {
namespace {

constexpr std::size_t kNameShown = 32;  // code points

const Phrase& role_word(GroupRole role) {
  if (role == GroupRole::kReader) return words::kGroupsRoleReader;
  return role == GroupRole::kEditor ? words::kGroupsRoleEditor : words::kGroupsRoleOwner;
}

void draw_member(const GroupsPen& pen, const GroupMember& member, bool is_owner, bool is_muted) {
  using Act = ChangeMember::Act;
  Ui& ui = pen.ui;
  const std::string name = member.name.empty() ? std::string(ui.tr(words::kGroupsDeletedMember))
                                               : cut(ui, member.name, kNameShown);
  std::string line = ui.tr(words::kGroupsMember, {name, ui.tr(role_word(member.role))});
  if (member.is_self) line = ui.tr(words::kGroupsMemberSelf, {line});
  if (is_muted) line = ui.tr(words::kGroupsMemberMuted, {line});
  pen.text(line);
  if (member.is_self) return;
  const auto button = [&](const char* word, const Phrase& phrase, Act act) {
    pen.button(word + std::string(" ") + member.account, phrase, ChangeMember{member.account, act});
  };
  if (is_owner) {
    if (member.role != GroupRole::kReader) button("reader", words::kGroupsMakeReader, Act::kReader);
    if (member.role != GroupRole::kEditor) button("editor", words::kGroupsMakeEditor, Act::kEditor);
    if (member.role != GroupRole::kOwner) button("owner", words::kGroupsMakeOwner, Act::kOwner);
    button("put out", words::kGroupsPutOut, Act::kPutOut);
  }
  if (is_muted)
    button("unmute", words::kGroupsUnmute, Act::kUnmute);
  else
    button("mute", words::kGroupsMute, Act::kMute);
  pen.sheet.end_buttons();
}

}  // namespace

void draw_inviting(const GroupsPen& pen, const GroupsView& view, const OpenInviting& open) {
  constexpr float kChoiceWidth = 300;
  Ui& ui = pen.ui;
  OpenInviting terms = open;
  const auto choose = [&](const char* id, const Phrase& label, const auto& values, std::size_t& chosen,
                          const auto& name_of) {
    std::vector<std::string> names;
    for (const auto& value : values) names.push_back(std::string(name_of(value)));
    const std::vector<std::string_view> shown(names.begin(), names.end());
    if (const auto picked = segments(ui, id, pen.sheet.row(ui.tr(label), kChoiceWidth), shown, chosen)) {
      chosen = *picked;
      pen.intent = ChooseInvite{terms};
    }
  };
  choose("invite role", words::kGroupsInviteAs, kInviteRoles, terms.role,
         [&](GroupRole role) { return ui.tr(role_word(role)); });
  choose("invite uses", words::kGroupsInviteUses, kInviteUses, terms.uses,
         [](int uses) { return std::to_string(uses); });
  choose("invite days", words::kGroupsInviteDays, kInviteDays, terms.days,
         [](int days) { return std::to_string(days); });
  if (!view.is_working) pen.button("make invite", words::kGroupsInviteMake, MakeInvite{});
  pen.close_button(words::kGroupsCancel);
}

void draw_members(const GroupsPen& pen, const GroupsView& view, const OpenMembers& open) {
  const bool is_owner = view.groups.at(open.group).role == GroupRole::kOwner;
  const std::vector<GroupMember>& members = view.briefs.at(open.group).members;
  if (members.empty()) pen.text(pen.ui.tr(words::kGroupsMembersUnknown));
  for (const GroupMember& member : members) {
    const bool is_muted = std::find(open.muted.begin(), open.muted.end(), member.account) != open.muted.end();
    draw_member(pen, member, is_owner, is_muted);
  }
  if (members.size() > 1) pen.sheet.note(pen.ui.tr(words::kGroupsMuteHint));
  pen.close_button(words::kGroupsClose);
}

void draw_board(const GroupsPen& pen, const GroupsView& view, const OpenBoard& open) {
  Ui& ui = pen.ui;
  pen.sheet.note(ui.tr(open.is_on ? words::kGroupsOnBoard : words::kGroupsOffBoard));
  if (open.rows.empty()) pen.text(ui.tr(words::kGroupsBoardEmpty));
  for (const BoardRow& row : open.rows) {
    const std::string name =
        row.is_own ? std::string(ui.tr(words::kGroupsYou))
                   : cut(ui, member_name(ui, view.briefs.at(open.group), row.author), kNameShown);
    std::string line =
        ui.tr(words::kGroupsBoardRow, {name, std::to_string(row.reviews), std::to_string(row.minutes)});
    if (row.readiness) line = ui.tr(words::kGroupsBoardReady, {line, std::to_string(*row.readiness)});
    pen.sheet.paragraph(row.is_own ? Font::kDetailBold : Font::kDetail, ui.theme.text, line);
  }
  if (open.is_on)
    pen.button("leave board", words::kGroupsLeaveBoard, SetOnBoard{false});
  else
    pen.button("join board", words::kGroupsJoinBoard, SetOnBoard{true});
  pen.close_button(words::kGroupsClose);
}

}  // namespace rehearse
