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
  return view;
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
  GroupsView choosing = joined();
  choosing.open = OpenPublishing{1};
  add("groups and which deck to publish", choosing);
  GroupsView publishing = joined();
  publishing.open = OpenPublishing{1, publishing.decks[1], {1234, 567, 89, true, 12}};
  add("groups and what would be published", publishing);
  GroupsView leaving = joined();
  leaving.open = AskedLeave{1};
  add("groups and one that is left", leaving);
  return screens;
}

}  // namespace rehearse::test
