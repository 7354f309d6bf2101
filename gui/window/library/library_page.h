// Every deck, section and question, found by a search or by looking through.
#pragma once

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class LibraryPage : public Page {
 public:
  explicit LibraryPage(Desk& desk) : desk_(desk) {}

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  Desk& desk_;
};

}  // namespace rehearse
