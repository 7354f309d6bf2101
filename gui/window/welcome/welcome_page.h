// The first start: language, decks, the day of the interview.
#pragma once

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class WelcomePage : public Page {
 public:
  explicit WelcomePage(Desk& desk) : desk_(desk) {}

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  Desk& desk_;
};

}  // namespace rehearse
