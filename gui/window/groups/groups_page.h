// Study groups that share decks.
#pragma once

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class GroupsPage : public Page {
 public:
  explicit GroupsPage(Desk& desk) : desk_(desk) {}

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  Desk& desk_;
};

}  // namespace rehearse
