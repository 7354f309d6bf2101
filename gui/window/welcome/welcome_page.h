// The first start: offers decks and asks for the plan, once. Whatever way it is left, it does not come again
// by itself.
#pragma once

#include <vector>

#include "core/deck/document.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/welcome/welcome_view.h"

namespace rehearse {

/// True when a start with this library begins with the welcome.
bool is_to_be_welcomed(Desk& desk);

class WelcomePage : public Page {
 public:
  explicit WelcomePage(Desk& desk);

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  Extent extent() const override { return Extent::kWholeWindow; }
  bool drop(const std::vector<std::string>& paths) override;
  bool ask_for_documents() override { return leave_for_document({}), true; }

  const WelcomeView& view() const { return view_; }

 private:
  void apply(const WelcomeIntent& intent);
  void choose_by_language();
  void keep_chosen();
  void finish();
  void leave_for_document(std::vector<std::string> paths);

  void act(const std::monostate&) {}
  void act(const SpeakLanguage& intent);
  void act(const ToggleDeck& intent);
  void act(const InterviewIn& intent) { view_.days_to_interview = intent.days; }
  void act(const MinutesADay& intent) { view_.minutes = intent.minutes; }
  void act(const PickDocument&) { leave_for_document({}); }
  void act(const FinishWelcome&);
  void act(const SkipWelcome&) { finish(); }

  Desk& desk_;
  std::vector<Document> bundled_;
  Language language_;        // that the decks were chosen for
  bool was_chosen_ = false;  // by the learner, not by the language
  WelcomeView view_;
};

}  // namespace rehearse
