// Mock interviews: set one up, answer against the clock, score it, look back.
#pragma once

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class InterviewPage : public Page {
 public:
  explicit InterviewPage(Desk& desk) : desk_(desk) {}

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  Desk& desk_;
};

}  // namespace rehearse
