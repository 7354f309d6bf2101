#include "gui/window/groups/groups_screen.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/settings/form.h"
#include "gui/window/strings/groups_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr std::size_t kRemovalsShown = 5;
constexpr std::size_t kStemShown = 120;  // code points
constexpr std::size_t kDeckShown = 30;

/// The font of Chinese draws its own dots in the middle of the line.
std::string cut(const Ui& ui, std::string_view text, std::size_t most) {
  std::string shown = shortened(text, most);
  const bool is_cut = shown.size() < text.size();
  if (is_cut && ui.language == Language::kEnglish)
    shown.replace(shown.rfind("…"), std::string_view("…").size(), "...");
  return shown;
}

struct GroupsPen {
  Ui& ui;
  FormSheet& sheet;
  GroupsIntent& intent;

  void text(std::string_view words) const { sheet.paragraph(Font::kDetail, ui.theme.text, words); }
  void button(const std::string& id, std::string_view words, const GroupsIntent& wanted) const {
    if (form_button(ui, id, sheet.button(words), words)) intent = wanted;
  }
  void button(const std::string& id, const Phrase& phrase, const GroupsIntent& wanted) const {
    button(id, ui.tr(phrase), wanted);
  }
};

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

const Phrase& words_of(GroupRole role) {
  if (role == GroupRole::kReader) return words::kGroupsReader;
  return role == GroupRole::kEditor ? words::kGroupsEditor : words::kGroupsOwner;
}

void draw_choice_of_deck(const GroupsPen& pen, const GroupsView& view) {
  pen.text(pen.ui.tr(view.decks.empty() ? words::kGroupsNoDecks : words::kGroupsWhichDeck));
  for (std::size_t i = 0; i < view.decks.size(); ++i) {
    pen.button("deck " + view.decks[i].id.hex(), cut(pen.ui, view.decks[i].title, kDeckShown),
               PreviewPublishing{i});
    pen.sheet.end_buttons();
  }
  pen.button("close group act", words::kGroupsCancel, CloseGroupAct{});
  pen.sheet.end_buttons();
}

void draw_publishing(const GroupsPen& pen, const OpenPublishing& publishing) {
  Ui& ui = pen.ui;
  const PublishReport& report = publishing.report;
  const std::string title = cut(ui, publishing.deck->title, kDeckShown);
  if (report.is_nothing())
    pen.text(ui.tr(words::kGroupsUpToDate, {title}));
  else
    pen.text(
        ui.tr(words::kGroupsWouldPublish, {title, std::to_string(report.added),
                                           std::to_string(report.changed), std::to_string(report.removed)}));
  if (report.undecided > 0)
    pen.sheet.paragraph(Font::kDetail, ui.theme.again.text,
                        ui.tr(words::kGroupsUndecided, {std::to_string(report.undecided)}));
  if (!report.is_nothing()) pen.button("publish now", words::kGroupsPublishNow, PublishDeck{});
  pen.button("close group act", words::kGroupsCancel, CloseGroupAct{});
  pen.sheet.end_buttons();
}

void draw_acts(const GroupsPen& pen, const JoinedGroup& group, std::size_t index) {
  const std::string id = group_id(group.scope);
  if (group.role >= GroupRole::kEditor)
    pen.button("publish " + id, words::kGroupsPublish, ChooseDeckToPublish{index});
  if (group.role == GroupRole::kOwner) pen.button("invite " + id, words::kGroupsInvite, InviteToGroup{index});
  pen.button("leave " + id, words::kGroupsLeave, AskLeaveGroup{index});
  pen.sheet.end_buttons();
}

void draw_group(const GroupsPen& pen, const GroupsView& view, std::size_t index) {
  Ui& ui = pen.ui;
  const JoinedGroup& group = view.groups[index];
  pen.sheet.note(ui.tr(words_of(group.role)));
  const auto* publishing = std::get_if<OpenPublishing>(&view.open);
  const auto* invite = std::get_if<OpenInvite>(&view.open);
  const auto* leave = std::get_if<AskedLeave>(&view.open);
  if (publishing != nullptr && publishing->group == index)
    return publishing->deck ? draw_publishing(pen, *publishing) : draw_choice_of_deck(pen, view);
  if (leave != nullptr && leave->group == index) {
    pen.text(ui.tr(words::kGroupsLeaveWhat, {group.name}));
    pen.button("really leave", words::kGroupsReallyLeave, LeaveGroup{});
    pen.button("close group act", words::kGroupsStay, CloseGroupAct{});
    return pen.sheet.end_buttons();
  }
  if (invite != nullptr && invite->group == index) {
    pen.sheet.note(ui.tr(words::kGroupsCode, {invite->ends}));
    pen.sheet.paragraph(Font::kDetailBold, ui.theme.text, invite->code);
    pen.button("copy invite", words::kGroupsCopy, CopyInvite{});
    pen.sheet.end_buttons();
  }
  draw_acts(pen, group, index);
}

void draw_field(const GroupsPen& pen, const char* id, const TextEditor& editor, GroupField field,
                const Phrase& hint, const GroupsIntent& entered) {
  TextBoxLook look;
  look.placeholder = pen.ui.tr(hint);
  look.font = Font::kDetail;
  const DrawnTextBox drawn = draw_text_box(pen.ui, id, pen.sheet.line(kControlHeight + 4), editor, look);
  if (drawn.pointed) pen.intent = PointInGroupField{field, *drawn.pointed};
  if (drawn.is_entered) pen.intent = entered;
}

void draw_joining(const GroupsPen& pen, const GroupsView& view) {
  Ui& ui = pen.ui;
  if (!view.trouble.empty())
    pen.sheet.paragraph(Font::kDetail, ui.theme.again.text,
                        ui.tr(words::kGroupsTrouble, {view.trouble.in(ui.language)}));
  if (view.is_working) pen.sheet.paragraph(Font::kDetail, ui.theme.accent, ui.tr(words::kGroupsAsking));
  draw_field(pen, kGroupCodeField, *view.code, GroupField::kCode, words::kGroupsJoinHint, JoinGroup{});
  pen.button("join group", words::kGroupsJoinNow, JoinGroup{});
  pen.sheet.end_buttons();
  pen.sheet.gap(8);
  draw_field(pen, kGroupNameField, *view.name, GroupField::kName, words::kGroupsCreateHint, MakeGroup{});
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
