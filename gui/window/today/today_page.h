// The first screen: reads what there is to do today.
#pragma once

#include <vector>

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/today/today_screen.h"

namespace rehearse {

class TodayPage : public Page {
 public:
  explicit TodayPage(Desk& desk) : desk_(desk) {}

  void refresh() override;
  void press(const KeyPressed& press) override { apply(today_key(view_, press)); }
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;

 private:
  void apply(const TodayIntent& intent);
  void select_row(std::size_t row);

  Desk& desk_;
  std::vector<std::optional<DeckId>> deck_of_row_;
  TodayView view_;
  ScrollWish scroll_;
};

}  // namespace rehearse
