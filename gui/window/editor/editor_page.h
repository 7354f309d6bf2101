// One question with its points, to be corrected.
#pragma once

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class EditorPage : public Page {
 public:
  EditorPage(Desk& desk, QuestionId question) : desk_(desk), question_(question) {}

  void refresh() override {}
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  Desk& desk_;
  QuestionId question_;
};

}  // namespace rehearse
