#include "gui/window/groups/groups_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/groups/group_sheets.h"
#include "gui/window/strings/groups_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kRemovalsShown = 5;
constexpr std::size_t kStemShown = 120;  // code points

void draw_signed_out(Ui& ui, const PageFrame& frame, GroupsIntent& intent) {
  const Rect& body = frame.body;
  const float height = ui.px(52), width = std::min(body.width, ui.px(420));
  draw_empty_state(ui, {body.x, body.y, body.width, body.height - height - ui.px(10)},
                   ui.tr(words::kGroupsSignedOut), ui.tr(words::kGroupsSignedOutHint));
  const Rect button{std::round(body.x + (body.width - width) / 2), body.bottom() - height, width, height};
  if (quiet_button(ui, "to settings", button, ui.tr(words::kGroupsSettings), ui.tr(words::kKeyEnter)))
    intent = GoToSettings{};
}

void draw_removals(const GroupsPen& pen, const std::vector<OfferedRemoval>& removals) {
  pen.sheet.note(pen.ui.tr(words::kGroupsRemovedHint));
  for (std::size_t i = 0; i < std::min(removals.size(), kRemovalsShown); ++i) {
    const OfferedRemoval& removal = removals[i];
    pen.text(cut(pen.ui, removal.stem, kStemShown));
    pen.button("keep " + removal.question.hex(), words::kGroupsKeep, DecideRemoval{removal.question, false});
    pen.button("delete " + removal.question.hex(), words::kGroupsDelete,
               DecideRemoval{removal.question, true});
    pen.sheet.end_buttons();
  }
  if (removals.size() > kRemovalsShown)
    pen.sheet.note(pen.ui.tr(words::kGroupsAndMore, {std::to_string(removals.size() - kRemovalsShown)}));
}

void draw_acts(const GroupsPen& pen, const JoinedGroup& group, const GroupBrief& brief, std::size_t index) {
  Ui& ui = pen.ui;
  const std::string id = group_id(group.scope);
  const bool is_editor = group.role >= GroupRole::kEditor;
  if (is_editor)
    pen.button("publish " + id, words::kGroupsPublish, ChooseDeckToPublish{index});
  else
    pen.button("suggest " + id, words::kGroupsSuggest, ChooseDeckToSuggest{index});
  if (brief.news > 0)
    pen.button("versions " + id, ui.tr(words::kGroupsVersionsNews, {std::to_string(brief.news)}),
               ShowVersions{index});
  else
    pen.button("versions " + id, words::kGroupsVersions, ShowVersions{index});
  if (brief.waiting > 0)
    pen.button("suggestions " + id, ui.tr(words::kGroupsSuggestionsWait, {std::to_string(brief.waiting)}),
               ShowSuggestions{index});
  pen.sheet.end_buttons();
  pen.button("board " + id, words::kGroupsBoard, ShowBoard{index});
  pen.button("members " + id, words::kGroupsMembers, ShowMembers{index});
  if (group.role == GroupRole::kOwner) pen.button("invite " + id, words::kGroupsInvite, InviteToGroup{index});
  pen.button("leave " + id, words::kGroupsLeave, AskLeaveGroup{index});
  pen.sheet.end_buttons();
}

void draw_leaving(const GroupsPen& pen, const JoinedGroup& group) {
  pen.text(pen.ui.tr(words::kGroupsLeaveWhat, {group.name}));
  pen.button("really leave", words::kGroupsReallyLeave, LeaveGroup{});
  pen.button("close group act", words::kGroupsStay, CloseGroupAct{});
  pen.sheet.end_buttons();
}

/// What is open of a group in the place of its acts.
struct DrawOpen {
  const GroupsPen& pen;
  const GroupsView& view;
  std::size_t index;

  bool operator()(std::monostate) const { return false; }
  bool operator()(const OpenInvite& invite) const {
    if (invite.group != index) return false;
    pen.sheet.note(pen.ui.tr(words::kGroupsCode, {std::to_string(invite.uses), invite.ends}));
    pen.sheet.paragraph(Font::kDetailBold, pen.ui.theme.text, invite.code);
    pen.button("copy invite", words::kGroupsCopy, CopyInvite{});
    pen.sheet.end_buttons();
    return false;
  }
  bool operator()(const AskedLeave& open) const {
    if (open.group != index) return false;
    draw_leaving(pen, view.groups[index]);
    return true;
  }
  bool operator()(const OpenInviting& open) const { return draw(open, draw_inviting); }
  bool operator()(const OpenPublishing& open) const { return draw(open, draw_publishing); }
  bool operator()(const OpenVersions& open) const { return draw(open, draw_versions); }
  bool operator()(const OpenSuggesting& open) const { return draw(open, draw_suggesting); }
  bool operator()(const OpenSuggestions& open) const { return draw(open, draw_suggestions); }
  bool operator()(const OpenMembers& open) const { return draw(open, draw_members); }
  bool operator()(const OpenBoard& open) const { return draw(open, draw_board); }

 private:
  template <class Open>
  bool draw(const Open& open, void (*sheet)(const GroupsPen&, const GroupsView&, const Open&)) const {
    if (open.group != index) return false;
    sheet(pen, view, open);
    return true;
  }
};

void draw_group(const GroupsPen& pen, const GroupsView& view, std::size_t index) {
  const JoinedGroup& group = view.groups[index];
  pen.sheet.note(pen.ui.tr(words_of(group.role)));
  if (!std::visit(DrawOpen{pen, view, index}, view.open))
    draw_acts(pen, group, index < view.briefs.size() ? view.briefs[index] : GroupBrief(), index);
}

void draw_joining(const GroupsPen& pen, const GroupsView& view) {
  Ui& ui = pen.ui;
  if (!view.trouble.empty()) pen.warn(ui.tr(words::kGroupsTrouble, {view.trouble.in(ui.language)}));
  if (view.is_working) pen.sheet.paragraph(Font::kDetail, ui.theme.accent, ui.tr(words::kGroupsAsking));
  draw_group_field(pen, kGroupCodeField, *view.code, GroupField::kCode, words::kGroupsJoinHint, JoinGroup{});
  pen.button("join group", words::kGroupsJoinNow, JoinGroup{});
  pen.sheet.end_buttons();
  pen.sheet.gap(8);
  draw_group_field(pen, kGroupNameField, *view.name, GroupField::kName, words::kGroupsCreateHint,
                   MakeGroup{});
  pen.button("make group", words::kGroupsCreateNow, MakeGroup{});
  pen.sheet.end_buttons();
}

}  // namespace

GroupsIntent groups_key(const KeyPressed& press, const GroupsView& view) {
  if (press == KeyPressed{Key::kPageDown}) return ScrollGroups{1};
  if (press == KeyPressed{Key::kPageUp}) return ScrollGroups{-1};
  if (!view.is_signed_in && press == KeyPressed{Key::kEnter}) return GoToSettings{};
  if (press == KeyPressed{Key::kEscape}) return CloseGroupAct{};
  return {};
}

GroupsIntent draw_groups(Ui& ui, const GroupsView& view, const ScrollWish& scroll) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPlaceGroups));
  GroupsIntent intent;
  if (!view.is_signed_in) {
    draw_signed_out(ui, frame, intent);
    key_hints(ui, frame.hints, {{"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
    return intent;
  }
  {
    ScrollRegion region(ui, "groups", {ui.window.x, frame.body.y, ui.window.width, frame.body.height});
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
    float y = region.content_top() + ui.px(3);
    if (!view.removals.empty()) {
      FormSheet sheet(ui, frame.body, y, ui.tr(words::kGroupsRemoved));
      draw_removals({ui, sheet, intent}, view.removals);
    }
    for (std::size_t i = 0; i < view.groups.size(); ++i) {
      FormSheet sheet(ui, frame.body, y, view.groups[i].name);
      draw_group({ui, sheet, intent}, view, i);
    }
    {
      FormSheet sheet(ui, frame.body, y, ui.tr(words::kGroupsJoin));
      draw_joining({ui, sheet, intent}, view);
    }
    region.set_content_bottom(y);
  }
  key_hints(ui, frame.hints,
            {{"Tab", ui.tr(words::kGroupsNext), KeyPressed{Key::kTab}},
             {"PgUp/PgDn", ui.tr(words::kActScroll)},
             {"Ctrl+Z", ui.tr(words::kActUndo), KeyPressed{Key::kZ, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

}  // namespace rehearse
