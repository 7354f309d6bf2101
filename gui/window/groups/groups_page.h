// Study groups that share decks.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "gui/window/groups/groups_view.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/sync/sync_errand.h"
#include "gui/window/sync/sync_keeper.h"
#include "gui/window/ui/scroll_wish.h"

namespace rehearse {

class GroupsPage : public Page {
 public:
  GroupsPage(Desk& desk, SyncKeeper& sync) : desk_(desk), sync_(sync) {}

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  bool is_typing() const override;
  bool type(const Event& event) override;
  Redraw tick() override;

 private:
  using Work = std::function<SyncErrand::Finish(sync::HttpClient&, const sync::Account&)>;
  /// By the token of who is signed in.
  using Entry =
      std::function<std::variant<JoinedGroup, sync::Trouble>(sync::HttpClient&, const std::string&)>;

  void apply(const GroupsIntent& intent);
  void act(std::monostate) {}
  void act(const GoToSettings&) { desk_.go(Place::kSettings); }
  void act(const PointInGroupField& intent);
  void act(const JoinGroup&);
  void act(const MakeGroup&);
  void act(const InviteToGroup& intent) { view_.open = OpenInviting{intent.group}; }
  void act(const ChooseInvite& intent) { view_.open = intent.terms; }
  void act(const MakeInvite&);
  void act(const CopyInvite&);
  void act(const ChooseDeckToPublish& intent);
  void act(const PreviewPublishing& intent);
  void act(const PublishDeck&);
  void act(const AskWithdraw&);
  void act(const WithdrawDeck&);
  void act(const ShowVersions& intent);
  void act(const ShowVersion& intent);
  void act(const GoBackToVersion&);
  void act(const ChooseDeckToSuggest& intent);
  void act(const PreviewSuggesting& intent);
  void act(const SendSuggestions&);
  void act(const ShowSuggestions& intent);
  void act(const SettleSuggestion& intent);
  void act(const ShowMembers& intent);
  void act(const ChangeMember& intent);
  void act(const ShowBoard& intent);
  void act(const SetOnBoard& intent);
  void act(const AskLeaveGroup& intent);
  void act(const LeaveGroup&);
  void act(const CloseGroupAct&);
  void act(const DecideRemoval& intent);
  void act(const ScrollGroups& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }

  TextEditor* editor_of(std::string_view id);
  void read_briefs();
  /// What is open says what the library says now.
  void read_open();
  /// Asks who is in the group, so that names can be shown.
  void ask_members(const JoinedGroup& group);
  /// What was written for a group is on its way, and its sheet says so.
  void written(const Phrase& news, const std::string& name);
  template <class Open>
  Open* opened() {
    return std::get_if<Open>(&view_.open);
  }
  /// What a server is asked for: an act, or only to look something up.
  enum class Errand { kAct, kLook };
  /// Asks the server in the background; what the work gives back is done here once it is over. An act breaks
  /// off a look, and is not begun while another is under way.
  void ask(const Work& work, Errand errand = Errand::kAct);
  /// The same to be in a group; empties what was typed for it and tells the news of it.
  void enter(const Entry& entry, TextEditor& typed, const Phrase& news);
  /// In the library too; and syncs, so that decks come.
  void take(const std::vector<JoinedGroup>& groups);
  SyncErrand::Finish failed(const sync::Trouble& trouble);

  Desk& desk_;
  SyncKeeper& sync_;
  GroupsView view_;
  TextEditor code_{TextLines::kOne, ""}, name_{TextLines::kOne, ""}, note_{TextLines::kOne, ""};
  bool is_looking_ = false;          // what is under way is a look
  Scope are_members_old_ = kOwnOps;  // of a group of which they were changed
  ScrollWish scroll_;
  SyncErrand errand_;  // last: it uses the above
};

}  // namespace rehearse
