// Versions of a group's decks, and suggestions: what each changes.
#include <algorithm>

#include "gui/window/editor/field_names.h"
#include "gui/window/groups/group_sheets.h"
#include "gui/window/shell/local_minute.h"
#include "gui/window/strings/groups_words.h"

namespace rehearse {
namespace {

constexpr std::size_t kVersionsShown = 20;
constexpr std::size_t kChangesShown = 30;
constexpr std::size_t kSuggestionsShown = 20;
// Code points.
constexpr std::size_t kStemShown = 120;
constexpr std::size_t kFieldShown = 400;
constexpr std::size_t kNameShown = 24;

void and_more(const GroupsPen& pen, std::size_t all, std::size_t shown) {
  if (all > shown) pen.sheet.note(pen.ui.tr(words::kGroupsAndMore, {std::to_string(all - shown)}));
}

void draw_list(const GroupsPen& pen, const std::vector<QuestionChange>& questions, const Phrase& heading,
               ImU32 colour) {
  if (questions.empty()) return;
  pen.sheet.note(pen.ui.tr(heading, {std::to_string(questions.size())}));
  for (std::size_t i = 0; i < std::min(questions.size(), kChangesShown); ++i) {
    pen.sheet.paragraph(Font::kDetail, colour, cut(pen.ui, questions[i].stem, kStemShown));
    draw_field_changes(pen, questions[i].fields);
  }
  and_more(pen, questions.size(), kChangesShown);
}

std::string title_of(const GroupsPen& pen, const GroupsView& view, const OpenVersions& open,
                     const GroupVersion& version) {
  Ui& ui = pen.ui;
  const std::string author = cut(ui, member_name(ui, view.briefs.at(open.group), version.author), kNameShown);
  std::string line =
      ui.tr(words::kGroupsVersion, {cut(ui, version.title, kNameShown), std::to_string(version.number),
                                    author, local_minute(version.at, view.utc_offset)});
  if (version.is_news) line = ui.tr(words::kGroupsIsNews, {line});
  return line;
}

void draw_version(const GroupsPen& pen, const GroupsView& view, const OpenVersions& open, std::size_t index) {
  Ui& ui = pen.ui;
  const GroupVersion& version = open.versions[index];
  const bool is_editor = view.groups.at(open.group).role >= GroupRole::kEditor;
  pen.sheet.paragraph(Font::kDetailBold, version.is_news ? ui.theme.accent : ui.theme.text,
                      title_of(pen, view, open, version));
  if (version.back_to) pen.text(ui.tr(words::kGroupsBackTo, {std::to_string(*version.back_to)}));
  if (!version.note.empty()) pen.text(version.note);
  pen.sheet.note(ui.tr(words::kGroupsCounts, {std::to_string(version.added), std::to_string(version.changed),
                                              std::to_string(version.removed)}));
  if (open.shown == index) {
    if (open.asks_back) pen.text(ui.tr(words::kGroupsWouldGoBack, {std::to_string(version.number)}));
    draw_changes(pen, open.changes);
    if (open.asks_back && !open.changes.is_nothing())
      pen.button("really go back", words::kGroupsReallyBack, GoBackToVersion{});
    return pen.close_button(open.asks_back ? words::kGroupsCancel : words::kGroupsClose);
  }
  const std::string id = version.id.hex();
  pen.button("show " + id, words::kGroupsShowChanges, ShowVersion{index, false});
  if (is_editor && index > 0) pen.button("back " + id, words::kGroupsBack, ShowVersion{index, true});
  pen.sheet.end_buttons();
}

const Phrase& words_of(SuggestedChange::Kind kind) {
  if (kind == SuggestedChange::Kind::kAdd) return words::kGroupsSuggestsNew;
  return kind == SuggestedChange::Kind::kChange ? words::kGroupsSuggestsChange
                                                : words::kGroupsSuggestsRemoval;
}

void draw_suggestion(const GroupsPen& pen, const GroupsView& view, const OpenSuggestions& open,
                     const SuggestedChange& one) {
  using Act = SettleSuggestion::Act;
  Ui& ui = pen.ui;
  const std::string author = cut(ui, member_name(ui, view.briefs.at(open.group), one.author), kNameShown);
  const std::string id = one.id.hex();
  pen.sheet.paragraph(Font::kDetailBold, ui.theme.text,
                      ui.tr(words_of(one.kind), {author, local_minute(one.at, view.utc_offset)}));
  if (!one.note.empty()) pen.sheet.note(one.note);
  pen.text(cut(ui, one.change.stem, kStemShown));
  draw_field_changes(pen, one.change.fields);
  if (view.groups.at(open.group).role >= GroupRole::kEditor) {
    pen.button("accept " + id, words::kGroupsAccept, SettleSuggestion{one.id, Act::kAccept});
    pen.button("decline " + id, words::kGroupsDecline, SettleSuggestion{one.id, Act::kDecline});
  }
  if (one.is_own)
    pen.button("take back " + id, words::kGroupsTakeBack, SettleSuggestion{one.id, Act::kWithdraw});
  pen.sheet.end_buttons();
}

}  // namespace

void draw_field_changes(const GroupsPen& pen, const std::vector<FieldChange>& fields) {
  Ui& ui = pen.ui;
  for (const FieldChange& field : fields) {
    if (field.before.empty() && field.after.empty()) {
      pen.sheet.note(ui.tr(words::kGroupsPointsMoved));
      continue;
    }
    pen.sheet.note(name_of_field(ui.language, field.field));
    const auto side = [&](std::string_view text, const Tone& tone, const Phrase& phrase) {
      if (!text.empty())
        pen.sheet.paragraph(Font::kDetail, tone.text, ui.tr(phrase, {cut(ui, text, kFieldShown)}));
    };
    side(field.before, ui.theme.again, words::kGroupsBefore);
    side(field.after, ui.theme.good, words::kGroupsAfter);
  }
}

void draw_changes(const GroupsPen& pen, const DeckChanges& changes) {
  const Theme& theme = pen.ui.theme;
  if (changes.is_nothing()) pen.text(pen.ui.tr(words::kGroupsNoChanges));
  if (changes.is_deck_changed) pen.sheet.note(pen.ui.tr(words::kGroupsDeckChanged));
  draw_list(pen, changes.added, words::kGroupsAdded, theme.good.text);
  draw_list(pen, changes.changed, words::kGroupsChanged, theme.text);
  draw_list(pen, changes.removed, words::kGroupsGone, theme.again.text);
}

void draw_versions(const GroupsPen& pen, const GroupsView& view, const OpenVersions& open) {
  if (open.versions.empty()) pen.text(pen.ui.tr(words::kGroupsNoVersions));
  for (std::size_t i = 0; i < std::min(open.versions.size(), kVersionsShown); ++i)
    draw_version(pen, view, open, i);
  and_more(pen, open.versions.size(), kVersionsShown);
  if (!open.shown) pen.close_button(words::kGroupsClose);
}

void draw_suggestions(const GroupsPen& pen, const GroupsView& view, const OpenSuggestions& open) {
  if (open.waiting.empty()) pen.text(pen.ui.tr(words::kGroupsNoSuggestions));
  for (std::size_t i = 0; i < std::min(open.waiting.size(), kSuggestionsShown); ++i)
    draw_suggestion(pen, view, open, open.waiting[i]);
  and_more(pen, open.waiting.size(), kSuggestionsShown);
  pen.close_button(words::kGroupsClose);
}

}  // namespace rehearse
