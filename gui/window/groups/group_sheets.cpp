#include "gui/window/groups/group_sheets.h"

#include <algorithm>

#include "core/base/text.h"
#include "gui/window/strings/groups_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr std::size_t kDeckShown = 30;  // code points

void draw_choice_of_deck(const GroupsPen& pen, const std::vector<DeckTitle>& decks, const Phrase& question,
                         const auto& chosen) {
  pen.text(pen.ui.tr(decks.empty() ? words::kGroupsNoDecks : question));
  for (std::size_t i = 0; i < decks.size(); ++i) {
    pen.button("deck " + decks[i].id.hex(), cut(pen.ui, decks[i].title, kDeckShown), chosen(i));
    pen.sheet.end_buttons();
  }
  pen.close_button(words::kGroupsCancel);
}

void draw_note(const GroupsPen& pen, const GroupsView& view, const GroupsIntent& entered) {
  if (view.note != nullptr)
    draw_group_field(pen, kGroupNoteField, *view.note, GroupField::kNote, words::kGroupsNoteHint, entered);
}

}  // namespace

void GroupsPen::text(std::string_view words) const { sheet.paragraph(Font::kDetail, ui.theme.text, words); }

void GroupsPen::warn(std::string_view words) const {
  sheet.paragraph(Font::kDetail, ui.theme.again.text, words);
}

void GroupsPen::button(const std::string& id, std::string_view words, const GroupsIntent& wanted) const {
  if (form_button(ui, id, sheet.button(words), words)) intent = wanted;
}

void GroupsPen::button(const std::string& id, const Phrase& phrase, const GroupsIntent& wanted) const {
  button(id, ui.tr(phrase), wanted);
}

void GroupsPen::close_button(const Phrase& phrase) const {
  button("close group act", phrase, CloseGroupAct{});
  sheet.end_buttons();
}

void draw_group_field(const GroupsPen& pen, const char* id, const TextEditor& editor, GroupField field,
                      const Phrase& hint, const GroupsIntent& entered) {
  TextBoxLook look;
  look.placeholder = pen.ui.tr(hint);
  look.font = Font::kDetail;
  const DrawnTextBox drawn = draw_text_box(pen.ui, id, pen.sheet.line(kControlHeight + 4), editor, look);
  if (drawn.pointed) pen.intent = PointInGroupField{field, *drawn.pointed};
  if (drawn.is_entered) pen.intent = entered;
}

std::string cut(const Ui& ui, std::string_view text, std::size_t most) {
  std::string shown = shortened(text, most);
  const bool is_cut = shown.size() < text.size();
  // The font of Chinese draws its own dots in the middle of the line.
  if (is_cut && ui.language == Language::kEnglish)
    shown.replace(shown.rfind("…"), std::string_view("…").size(), "...");
  return shown;
}

const Phrase& words_of(GroupRole role) {
  if (role == GroupRole::kReader) return words::kGroupsReader;
  return role == GroupRole::kEditor ? words::kGroupsEditor : words::kGroupsOwner;
}

std::string member_name(const Ui& ui, const GroupBrief& brief, const std::string& account) {
  const auto found = std::find_if(brief.members.begin(), brief.members.end(),
                                  [&](const GroupMember& member) { return member.account == account; });
  if (account.empty() || (found != brief.members.end() && found->is_self))
    return std::string(ui.tr(words::kGroupsYou));
  if (found == brief.members.end() || found->name.empty()) return ui.tr(words::kGroupsSomebody, {account});
  return found->name;
}

void draw_publishing(const GroupsPen& pen, const GroupsView& view, const OpenPublishing& publishing) {
  Ui& ui = pen.ui;
  if (!publishing.deck)
    return draw_choice_of_deck(pen, view.decks, words::kGroupsWhichDeck,
                               [](std::size_t deck) { return PreviewPublishing{deck}; });
  const PublishReport& report = publishing.report;
  const std::string title = cut(ui, publishing.deck->title, kDeckShown);
  if (publishing.asks_withdraw) {
    pen.text(ui.tr(words::kGroupsWithdrawWhat, {title}));
    pen.button("really withdraw", words::kGroupsWithdraw, WithdrawDeck{});
    return pen.close_button(words::kGroupsCancel);
  }
  if (report.is_nothing())
    pen.text(ui.tr(words::kGroupsUpToDate, {title}));
  else
    pen.text(
        ui.tr(words::kGroupsWouldPublish, {title, std::to_string(report.added),
                                           std::to_string(report.changed), std::to_string(report.removed)}));
  if (report.undecided > 0) pen.warn(ui.tr(words::kGroupsUndecided, {std::to_string(report.undecided)}));
  if (!report.is_nothing()) {
    draw_note(pen, view, PublishDeck{});
    pen.button("publish now", words::kGroupsPublishNow, PublishDeck{});
  }
  if (publishing.is_published) pen.button("withdraw deck", words::kGroupsWithdraw, AskWithdraw{});
  pen.close_button(words::kGroupsCancel);
}

void draw_suggesting(const GroupsPen& pen, const GroupsView& view, const OpenSuggesting& open) {
  Ui& ui = pen.ui;
  if (!open.deck)
    return draw_choice_of_deck(pen, open.decks, words::kGroupsSuggestWhich,
                               [](std::size_t deck) { return PreviewSuggesting{deck}; });
  const std::string title = cut(ui, open.deck->title, kDeckShown);
  const bool is_any = open.report.suggested > 0;
  if (is_any)
    pen.text(ui.tr(words::kGroupsWouldSuggest, {title, std::to_string(open.report.suggested)}));
  else
    pen.text(ui.tr(words::kGroupsNothingToSuggest, {title}));
  if (open.report.waiting > 0)
    pen.text(ui.tr(words::kGroupsSuggestedBefore, {std::to_string(open.report.waiting)}));
  if (open.report.undecided > 0)
    pen.warn(ui.tr(words::kGroupsUndecided, {std::to_string(open.report.undecided)}));
  if (is_any) {
    draw_note(pen, view, SendSuggestions{});
    pen.button("suggest now", words::kGroupsSuggestNow, SendSuggestions{});
  }
  pen.close_button(words::kGroupsCancel);
}

}  // namespace rehearse
