// Of the Groups page: what is done in the library itself. What a server is asked stands in groups_page.cpp.
#include <algorithm>

#include "gui/window/groups/groups_page.h"
#include "gui/window/strings/groups_words.h"

namespace rehearse {

void GroupsPage::read_briefs() {
  const Library& library = desk_.library();
  view_.briefs.clear();
  for (const JoinedGroup& group : view_.groups) {
    GroupBrief brief;
    for (const GroupVersion& version : library.group_versions(group.scope))
      if (version.is_news) ++brief.news;
    brief.waiting = library.suggestions(group.scope).size();
    brief.members = library.members(group.scope);
    view_.briefs.push_back(std::move(brief));
  }
}

void GroupsPage::read_open() {
  const Library& library = desk_.library();
  const auto scope = [&](std::size_t group) { return view_.groups.at(group).scope; };
  if (auto* open = opened<OpenVersions>()) {
    const auto shown = open->shown ? std::optional(open->versions.at(*open->shown).id) : std::nullopt;
    open->versions = library.group_versions(scope(open->group));
    const auto found = std::find_if(open->versions.begin(), open->versions.end(),
                                    [&](const GroupVersion& version) { return version.id == shown; });
    open->shown.reset();
    if (found != open->versions.end()) open->shown = static_cast<std::size_t>(found - open->versions.begin());
  }
  if (auto* open = opened<OpenSuggestions>()) open->waiting = library.suggestions(scope(open->group));
  if (auto* open = opened<OpenMembers>()) open->muted = library.muted(scope(open->group));
  if (auto* open = opened<OpenBoard>()) {
    open->is_on = library.is_on_board(scope(open->group));
    open->rows = library.board(scope(open->group), desk_.now());
  }
}

void GroupsPage::written(const Phrase& news, const std::string& name) {
  view_.open = std::monostate();
  note_ = TextEditor(TextLines::kOne, "");
  sync_.sync_now();
  desk_.tell(NoticeKind::kNews, in_both(news, {name}));
  refresh();
}

void GroupsPage::act(const PointInGroupField& intent) {
  TextEditor& editor = intent.field == GroupField::kCode   ? code_
                       : intent.field == GroupField::kName ? name_
                                                           : note_;
  editor.take(intent.pointed);
}

void GroupsPage::act(const CopyInvite&) {
  if (const auto* invite = opened<OpenInvite>()) desk_.copy(invite->code);
}

void GroupsPage::act(const CloseGroupAct&) {
  // What was looked at closes first.
  if (auto* open = opened<OpenVersions>(); open != nullptr && open->shown)
    open->shown.reset();
  else
    view_.open = std::monostate();
}

// --- publishing ---

void GroupsPage::act(const ChooseDeckToPublish& intent) { view_.open = OpenPublishing{intent.group}; }

void GroupsPage::act(const PreviewPublishing& intent) {
  auto* publishing = opened<OpenPublishing>();
  if (publishing == nullptr) return;
  const Scope group = view_.groups.at(publishing->group).scope;
  const DeckTitle& deck = publishing->deck.emplace(view_.decks.at(intent.deck));
  publishing->report = desk_.library().what_to_publish(deck.id, group);
  const auto versions = desk_.library().group_versions(group);
  publishing->is_published = std::any_of(
      versions.begin(), versions.end(), [&](const GroupVersion& version) { return version.deck == deck.id; });
}

void GroupsPage::act(const PublishDeck&) {
  const auto* publishing = opened<OpenPublishing>();
  if (publishing == nullptr || !publishing->deck) return;
  const JoinedGroup group = view_.groups.at(publishing->group);
  desk_.library().publish(publishing->deck->id, group.scope, desk_.now(), note_.text());
  written(words::kGroupsPublished, group.name);
}

void GroupsPage::act(const AskWithdraw&) {
  if (auto* publishing = opened<OpenPublishing>()) publishing->asks_withdraw = true;
}

void GroupsPage::act(const WithdrawDeck&) {
  const auto* publishing = opened<OpenPublishing>();
  if (publishing == nullptr || !publishing->deck) return;
  const JoinedGroup group = view_.groups.at(publishing->group);
  desk_.library().withdraw(publishing->deck->id, group.scope, desk_.now());
  written(words::kGroupsWithdrawn, group.name);
}

// --- versions ---

void GroupsPage::act(const ShowVersions& intent) {
  const JoinedGroup group = view_.groups.at(intent.group);
  OpenVersions open{intent.group};
  open.versions = desk_.library().group_versions(group.scope);
  desk_.library().set_news_seen(group.scope, desk_.now());
  view_.open = std::move(open);
  read_briefs();
  ask_members(group);
}

void GroupsPage::act(const ShowVersion& intent) {
  auto* open = opened<OpenVersions>();
  if (open == nullptr) return;
  const Scope group = view_.groups.at(open->group).scope;
  const OpId version = open->versions.at(intent.version).id;
  const auto changes = intent.asks_back ? desk_.library().changes_back_to(group, version)
                                        : desk_.library().changes_of(group, version);
  if (!changes) return;
  open->shown = intent.version;
  open->asks_back = intent.asks_back;
  open->changes = *changes;
}

void GroupsPage::act(const GoBackToVersion&) {
  const auto* open = opened<OpenVersions>();
  if (open == nullptr || !open->shown) return;
  const GroupVersion version = open->versions.at(*open->shown);
  desk_.library().go_back(view_.groups.at(open->group).scope, version.id, desk_.now());
  written(words::kGroupsWentBack, std::to_string(version.number));
}

// --- suggestions ---

void GroupsPage::act(const ChooseDeckToSuggest& intent) {
  OpenSuggesting open{intent.group};
  const auto versions = desk_.library().group_versions(view_.groups.at(intent.group).scope);
  for (const DeckTitle& deck : view_.decks)
    if (std::any_of(versions.begin(), versions.end(),
                    [&](const GroupVersion& version) { return version.deck == deck.id; }))
      open.decks.push_back(deck);
  view_.open = std::move(open);
}

void GroupsPage::act(const PreviewSuggesting& intent) {
  auto* open = opened<OpenSuggesting>();
  if (open == nullptr) return;
  open->deck = open->decks.at(intent.deck);
  open->report = desk_.library().what_to_suggest(open->deck->id, view_.groups.at(open->group).scope);
}

void GroupsPage::act(const SendSuggestions&) {
  const auto* open = opened<OpenSuggesting>();
  if (open == nullptr || !open->deck) return;
  const JoinedGroup group = view_.groups.at(open->group);
  desk_.library().suggest(open->deck->id, group.scope, note_.text(), desk_.now());
  written(words::kGroupsSuggested, group.name);
}

void GroupsPage::act(const ShowSuggestions& intent) {
  view_.open = OpenSuggestions{intent.group};
  read_open();
  ask_members(view_.groups.at(intent.group));
}

void GroupsPage::act(const SettleSuggestion& intent) {
  using Act = SettleSuggestion::Act;
  const auto* open = opened<OpenSuggestions>();
  if (open == nullptr) return;
  const Scope group = view_.groups.at(open->group).scope;
  Library& library = desk_.library();
  if (intent.act == Act::kWithdraw)
    library.withdraw_suggestion(group, intent.suggestion, desk_.now());
  else if (intent.act == Act::kDecline)
    library.decline_suggestion(group, intent.suggestion, desk_.now());
  else if (const auto error = library.accept_suggestion(group, intent.suggestion, desk_.now()))
    view_.trouble = error->what;
  sync_.sync_now();
  refresh();
}

// --- people ---

void GroupsPage::act(const ShowMembers& intent) {
  view_.open = OpenMembers{intent.group};
  read_open();
  ask_members(view_.groups.at(intent.group));
}

void GroupsPage::act(const ShowBoard& intent) {
  view_.open = OpenBoard{intent.group};
  read_open();
  ask_members(view_.groups.at(intent.group));
}

void GroupsPage::act(const SetOnBoard& intent) {
  const auto* open = opened<OpenBoard>();
  if (open == nullptr) return;
  desk_.library().set_on_board(view_.groups.at(open->group).scope, intent.is_on, desk_.now());
  desk_.library().post_to_boards(desk_.now());
  sync_.sync_now();
  refresh();
}

void GroupsPage::act(const AskLeaveGroup& intent) { view_.open = AskedLeave{intent.group}; }

void GroupsPage::act(const DecideRemoval& intent) {
  desk_.library().set_removed(intent.question, intent.is_removed, desk_.now());
  refresh();
}

}  // namespace rehearse
