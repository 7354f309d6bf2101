#include "gui/window/groups/groups_page.h"

#include <utility>

#include "gui/window/groups/group_sheets.h"
#include "gui/window/groups/groups_screen.h"
#include "gui/window/strings/groups_words.h"
#include "gui/window/strings/shell_words.h"
#include "sync/client/study_groups.h"

namespace rehearse {
namespace {

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
    view_.utc_offset = desk_.now().utc_offset;
    read_briefs();
    read_open();
  });
}

bool GroupsPage::is_typing() const {
  return focus().current() == kGroupCodeField || focus().current() == kGroupNameField ||
         focus().current() == kGroupNoteField;
}

TextEditor* GroupsPage::editor_of(std::string_view id) {
  if (id == kGroupCodeField) return &code_;
  if (id == kGroupNameField) return &name_;
  return id == kGroupNoteField ? &note_ : nullptr;
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
  view_.note = &note_;
  view_.is_working = errand_.is_working() && !is_looking_;
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
  const Scope old = std::exchange(are_members_old_, kOwnOps);
  for (const JoinedGroup& group : view_.groups)
    if (group.scope == old) ask_members(group);
  return Redraw::kUntilSettled;
}

void GroupsPage::apply(const GroupsIntent& intent) {
  if (std::holds_alternative<std::monostate>(intent)) return;
  desk_.attempt(words::kGroupsNotKept,
                [&] { std::visit([this](const auto& wanted) { act(wanted); }, intent); });
}

// --- what the server is asked ---

void GroupsPage::ask(const Work& work, Errand errand) {
  const auto& account = sync_.account();
  // Nobody waits for names to be looked up.
  if (is_looking_ && errand == Errand::kAct) errand_.stop();
  if (!account || errand_.is_working()) return;
  is_looking_ = errand == Errand::kLook;
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

void GroupsPage::act(const MakeInvite&) {
  const auto* open = opened<OpenInviting>();
  if (open == nullptr) return;
  const JoinedGroup group = view_.groups.at(open->group);
  ask([this, group, terms = *open](sync::HttpClient& client, const sync::Account& account) {
    const int uses = kInviteUses.at(terms.uses);
    const auto made = sync::invite(client, account.token, group.scope, kInviteRoles.at(terms.role), uses,
                                   kInviteDays.at(terms.days));
    if (const auto* trouble = std::get_if<sync::Trouble>(&made)) return failed(*trouble);
    return SyncErrand::Finish(
        [this, group, uses, index = terms.group, invite = std::get<sync::GroupInvite>(made)] {
          if (index >= view_.groups.size() || view_.groups[index] != group) return;
          view_.open = OpenInvite{index, invite.code, invite.ends.substr(0, kDayLength), uses};
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

void GroupsPage::ask_members(const JoinedGroup& group) {
  ask(
      [this, group](sync::HttpClient& client, const sync::Account& account) {
        const auto asked = sync::members(client, account.token, group.scope);
        const auto* members = std::get_if<std::vector<GroupMember>>(&asked);
        // Without a network they stay as they were known.
        if (members == nullptr) return SyncErrand::Finish([] {});
        return SyncErrand::Finish(
            [this, group, members = *members] { desk_.library().set_members(group.scope, members); });
      },
      Errand::kLook);
}

void GroupsPage::act(const ChangeMember& intent) {
  using Act = ChangeMember::Act;
  const auto* open = opened<OpenMembers>();
  if (open == nullptr) return;
  const JoinedGroup group = view_.groups.at(open->group);
  if (intent.act == Act::kMute || intent.act == Act::kUnmute) {
    desk_.library().set_muted(group.scope, intent.account, intent.act == Act::kMute, desk_.now());
    return refresh();
  }
  const GroupRole role = intent.act == Act::kOwner    ? GroupRole::kOwner
                         : intent.act == Act::kEditor ? GroupRole::kEditor
                                                      : GroupRole::kReader;
  ask([this, group, intent, role](sync::HttpClient& client, const sync::Account& account) {
    const auto trouble = intent.act == Act::kPutOut
                             ? sync::remove_member(client, account.token, group.scope, intent.account)
                             : sync::set_role(client, account.token, group.scope, intent.account, role);
    if (trouble) return failed(*trouble);
    return SyncErrand::Finish([this, group] { are_members_old_ = group.scope; });
  });
}

}  // namespace rehearse
