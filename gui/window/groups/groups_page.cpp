#include "gui/window/groups/groups_page.h"

#include <utility>

#include "gui/window/groups/groups_screen.h"
#include "gui/window/strings/groups_words.h"
#include "gui/window/strings/shell_words.h"
#include "sync/client/study_groups.h"

namespace rehearse {
namespace {

constexpr int kInviteUses = 1, kInviteDays = 7;
constexpr std::size_t kDayLength = 10;  // of 2026-12-01T01:30:00Z

}  // namespace

void GroupsPage::refresh() {
  tick();
  const auto& account = sync_.account();
  view_.is_signed_in = account && account->is_signed_in();
  desk_.attempt(words::kGroupsNotKept, [this] {
    const Library& library = desk_.library();
    std::vector<JoinedGroup> groups = library.groups();
    if (groups != view_.groups) view_.open = std::monostate();  // it names one by its place
    view_.groups = std::move(groups);
    view_.decks = library.deck_titles();
    view_.removals = library.offered_removals();
  });
}

bool GroupsPage::is_typing() const {
  return focus().current() == kGroupCodeField || focus().current() == kGroupNameField;
}

TextEditor* GroupsPage::editor_of(std::string_view id) {
  if (id == kGroupCodeField) return &code_;
  return id == kGroupNameField ? &name_ : nullptr;
}

bool GroupsPage::type(const Event& event) {
  TextEditor* const editor = editor_of(focus().current());
  if (editor == nullptr) return false;
  const bool is_taken = editor->take(event);
  if (auto copied = editor->take_copied()) desk_.copy(*std::move(copied));
  return is_taken;
}

void GroupsPage::press(const KeyPressed& press) { apply(groups_key(press, view_)); }

void GroupsPage::draw(Ui& ui) {
  view_.code = &code_;
  view_.name = &name_;
  view_.is_working = errand_.is_working();
  const GroupsIntent intent = draw_groups(ui, view_, scroll_);
  scroll_ = {};
  apply(intent);
}

std::vector<KeyLine> GroupsPage::keys(Language) const {
  return {{"PgUp/PgDn", words::kActScroll}, {"Esc", words::kGroupsCancel}};
}

Redraw GroupsPage::tick() {
  if (!errand_.is_done()) return Redraw::kNothing;
  desk_.attempt(words::kGroupsTrouble, [this] { errand_.finish(); });
  refresh();
  return Redraw::kUntilSettled;
}

void GroupsPage::apply(const GroupsIntent& intent) {
  if (std::holds_alternative<std::monostate>(intent)) return;
  desk_.attempt(words::kGroupsNotKept,
                [&] { std::visit([this](const auto& wanted) { act(wanted); }, intent); });
}

// --- what the server is asked ---

void GroupsPage::ask(const Work& work) {
  const auto& account = sync_.account();
  if (!account || errand_.is_working()) return;
  view_.trouble = {};
  errand_.begin(
      account->server, account->trust,
      [work, account = *account](sync::HttpClient& client) { return work(client, account); }, desk_.wake());
}

SyncErrand::Finish GroupsPage::failed(const sync::Trouble& trouble) {
  return [this, words = trouble.words] { view_.trouble = words; };
}

void GroupsPage::take(const std::vector<JoinedGroup>& groups) {
  desk_.library().set_groups(groups);
  sync_.sync_now();
}

void GroupsPage::enter(const Entry& entry, TextEditor& typed, const Phrase& news) {
  ask([this, entry, &typed, &news](sync::HttpClient& client, const sync::Account& account) {
    const auto entered = entry(client, account.token);
    if (const auto* trouble = std::get_if<sync::Trouble>(&entered)) return failed(*trouble);
    const auto all = sync::groups(client, account.token);
    if (const auto* trouble = std::get_if<sync::Trouble>(&all)) return failed(*trouble);
    return SyncErrand::Finish([this, &typed, &news, group = std::get<JoinedGroup>(entered),
                               groups = std::get<std::vector<JoinedGroup>>(all)] {
      typed = TextEditor(TextLines::kOne, "");
      desk_.library().hear_group(group.scope, desk_.now());
      take(groups);
      desk_.tell(NoticeKind::kNews, in_both(news, {group.name}));
    });
  });
}

void GroupsPage::act(const JoinGroup&) {
  if (code_.text().empty()) return focus().set(kGroupCodeField);
  enter([code = code_.text()](sync::HttpClient& client,
                              const std::string& token) { return sync::join_group(client, token, code); },
        code_, words::kGroupsJoined);
}

void GroupsPage::act(const MakeGroup&) {
  if (name_.text().empty()) return focus().set(kGroupNameField);
  enter([name = name_.text()](sync::HttpClient& client,
                              const std::string& token) { return sync::create_group(client, token, name); },
        name_, words::kGroupsMade);
}

void GroupsPage::act(const InviteToGroup& intent) {
  const JoinedGroup group = view_.groups.at(intent.group);
  ask([this, group, index = intent.group](sync::HttpClient& client, const sync::Account& account) {
    const auto made =
        sync::invite(client, account.token, group.scope, GroupRole::kReader, kInviteUses, kInviteDays);
    if (const auto* trouble = std::get_if<sync::Trouble>(&made)) return failed(*trouble);
    return SyncErrand::Finish([this, group, index, invite = std::get<sync::GroupInvite>(made)] {
      if (index >= view_.groups.size() || view_.groups[index] != group) return;
      view_.open = OpenInvite{index, invite.code, invite.ends.substr(0, kDayLength)};
    });
  });
}

void GroupsPage::act(const LeaveGroup&) {
  const auto* asked = std::get_if<AskedLeave>(&view_.open);
  if (asked == nullptr) return;
  const JoinedGroup group = view_.groups.at(asked->group);
  view_.open = std::monostate();
  ask([this, group](sync::HttpClient& client, const sync::Account& account) {
    if (const auto trouble = sync::remove_member(client, account.token, group.scope, account.id))
      return failed(*trouble);
    return SyncErrand::Finish([this, group] {
      desk_.library().leave_group(group.scope, LeftDecks::kKept, desk_.now());
      std::vector<JoinedGroup> groups = desk_.library().groups();
      std::erase_if(groups, [&](const JoinedGroup& other) { return other.scope == group.scope; });
      take(groups);
    });
  });
}

// --- what is done here ---

void GroupsPage::act(const PointInGroupField& intent) {
  (intent.field == GroupField::kCode ? code_ : name_).take(intent.pointed);
}

void GroupsPage::act(const CopyInvite&) {
  if (const auto* invite = std::get_if<OpenInvite>(&view_.open)) desk_.copy(invite->code);
}

void GroupsPage::act(const ChooseDeckToPublish& intent) { view_.open = OpenPublishing{intent.group}; }

void GroupsPage::act(const PreviewPublishing& intent) {
  auto* publishing = std::get_if<OpenPublishing>(&view_.open);
  if (publishing == nullptr) return;
  publishing->deck = view_.decks.at(intent.deck);
  publishing->report =
      desk_.library().what_to_publish(publishing->deck->id, view_.groups.at(publishing->group).scope);
}

void GroupsPage::act(const PublishDeck&) {
  const auto* publishing = std::get_if<OpenPublishing>(&view_.open);
  if (publishing == nullptr || !publishing->deck) return;
  const JoinedGroup group = view_.groups.at(publishing->group);
  desk_.library().publish(publishing->deck->id, group.scope, desk_.now());
  view_.open = std::monostate();
  sync_.sync_now();
  desk_.tell(NoticeKind::kNews, in_both(words::kGroupsPublished, {group.name}));
}

void GroupsPage::act(const AskLeaveGroup& intent) { view_.open = AskedLeave{intent.group}; }

void GroupsPage::act(const DecideRemoval& intent) {
  desk_.library().set_removed(intent.question, intent.is_removed, desk_.now());
  refresh();
}

}  // namespace rehearse
