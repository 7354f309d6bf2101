// The Groups screen in its states.
#include "gui/window/groups/groups_screen.h"

#include "core/deck/identity.h"
#include "gui/window/ui/text_editor.h"
#include "tests/gui/sample_screens.h"

namespace rehearse::test {
namespace {

const TextEditor kEmpty;
const TextEditor kTyped(TextLines::kOne, "okte-7abo-vrqd-hoke-23c2-hkph-5qmd");

GroupsView joined() {
  GroupsView view;
  view.is_signed_in = true;
  view.code = &kEmpty;
  view.name = &kEmpty;
  view.groups = {{-1, "面试 周三", GroupRole::kOwner},
                 {-2, "A study group with a name as long as it may be, and longer", GroupRole::kEditor},
                 {-3, "读者", GroupRole::kReader}};
  view.decks = {{derive_deck_id("客服经理面试"), "客服经理面试"},
                {derive_deck_id("w"), std::string(120, 'w')}};
  const std::vector<GroupMember> members{
      {"a_1", "anna", GroupRole::kOwner, true},
      {"a_2", "一个名字很长很长很长很长很长很长很长的同学", GroupRole::kEditor, false},
      {"a_3", "bert", GroupRole::kReader, false},
      {"a_4", "", GroupRole::kReader, false}};
  view.briefs = {{3, 12, members}, {0, 1, members}, {0, 0, {}}};
  view.note = &kEmpty;
  return view;
}

QuestionId question(std::size_t i) { return derive_question_id(DeckId{}, Question{}, i); }

DeckChanges changes() {
  const std::string stem = "一位老客户说：“你们的客服现在越来越像机器人。”你怎么听这句话，又怎么改？";
  const std::string long_answer(900, 'w');
  DeckChanges changes;
  changes.is_deck_changed = true;
  changes.added = {{question(1), 0, stem, {}}};
  changes.removed = {{question(2), 0, "How would you calm somebody down?", {}}};
  changes.changed = {{question(3), 0, stem, {{"answer", "先解释", "先听完，再致歉"}, {"points", "", ""}}},
                     {question(4), 0, long_answer, {{"analysis", "", long_answer}, {"point", "致歉", ""}}}};
  return changes;
}

std::vector<GroupVersion> versions() {
  std::vector<GroupVersion> versions;
  for (std::size_t i = 0; i < 25; ++i) {
    GroupVersion version;
    version.id = op_id("version " + std::to_string(i));
    version.number = 25 - i;
    version.title = i == 1 ? std::string(120, 'w') : "客服经理面试";
    version.author = i % 2 == 0 ? "a_2" : "a_9";
    version.note = i == 0 ? "统一了致歉的说法，时限都写成两小时；删掉了一道重复的题" : "";
    version.changed = i;
    if (i == 2) version.back_to = 7;
    version.is_news = i < 3;
    versions.push_back(version);
  }
  return versions;
}

std::vector<SuggestedChange> suggestions() {
  std::vector<SuggestedChange> waiting;
  for (const auto kind :
       {SuggestedChange::Kind::kChange, SuggestedChange::Kind::kAdd, SuggestedChange::Kind::kRemove}) {
    SuggestedChange one;
    one.id = op_id("suggestion " + std::to_string(waiting.size()));
    one.author = "a_3";
    one.is_own = kind == SuggestedChange::Kind::kAdd;
    one.note = "时限要具体";
    one.kind = kind;
    one.change = changes().changed[0];
    waiting.push_back(one);
  }
  return waiting;
}

std::vector<BoardRow> board() {
  return {{"a_2", false, {}, 1234, 567, 71},
          {"a_1", true, {}, 240, 95, std::nullopt},
          {"a_9", false, {}, 1, 0, 0}};
}

}  // namespace

std::vector<NamedScreen> groups_screens() {
  std::vector<NamedScreen> screens;
  const auto add = [&](const char* name, const GroupsView& view) {
    screens.push_back({name, [view](Ui& ui) {
                         return !std::holds_alternative<std::monostate>(draw_groups(ui, view, {}));
                       }});
  };
  add("groups signed out", {});
  GroupsView none = joined();
  none.groups.clear();
  add("groups without any", none);
  add("groups", joined());
  GroupsView asking = joined();
  asking.is_working = true;
  asking.trouble = {"the invite is not valid, or was used up", "邀请码无效，或已用完"};
  asking.code = &kTyped;
  for (int i = 0; i < 8; ++i)
    asking.removals.push_back({derive_question_id(DeckId{}, Question{}, static_cast<std::size_t>(i)),
                               "一位老客户说：“你们的客服现在越来越像机器人。”你怎么听这句话，又怎么改？"});
  add("groups that have removed questions", asking);
  GroupsView invite = joined();
  invite.open = OpenInvite{0, "okte-7abo-vrqd-hoke-23c2-hkph-5qmd", "2026-11-30"};
  add("groups with an invite", invite);
  GroupsView inviting = joined();
  inviting.open = OpenInviting{0, 1, 2, 0};
  add("groups and whom to invite", inviting);
  GroupsView choosing = joined();
  choosing.open = OpenPublishing{1};
  add("groups and which deck to publish", choosing);
  GroupsView publishing = joined();
  publishing.open = OpenPublishing{1, publishing.decks[1], {1234, 567, 89, true, 12}, true};
  add("groups and what would be published", publishing);
  GroupsView leaving = joined();
  leaving.open = AskedLeave{1};
  add("groups and one that is left", leaving);
  const auto with = [](auto open) {
    GroupsView view = joined();
    view.open = std::move(open);
    return view;
  };
  add("groups and what was published", with(OpenVersions{0, versions()}));
  add("groups and what a version changed", with(OpenVersions{0, versions(), 0, changes()}));
  add("groups and going back", with(OpenVersions{1, versions(), 1, changes(), true}));
  add("groups and nothing published", with(OpenVersions{2}));
  add("groups and withdrawing a deck", with(OpenPublishing{1, joined().decks[1], {}, true, true}));
  add("groups and which deck to suggest for", with(OpenSuggesting{2, joined().decks}));
  add("groups and what would be suggested",
      with(OpenSuggesting{2, joined().decks, joined().decks[0], {12, 3, 1}}));
  add("groups and suggestions", with(OpenSuggestions{1, suggestions()}));
  add("groups and no suggestion", with(OpenSuggestions{0}));
  add("groups and their members", with(OpenMembers{0, {"a_3"}}));
  add("groups and the board", with(OpenBoard{0, true, board()}));
  add("groups and an empty board", with(OpenBoard{2}));
  return screens;
}

}  // namespace rehearse::test
