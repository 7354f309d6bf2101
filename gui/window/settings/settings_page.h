// What the learner can set, for the window and for studying.
#pragma once

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class SettingsPage : public Page {
 public:
  explicit SettingsPage(Desk& desk) : desk_(desk) {}

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  Desk& desk_;
};

}  // namespace rehearse
