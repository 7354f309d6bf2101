// The first screen: reads what there is to do today, and does what is asked for on it.
#pragma once

#include <vector>

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/today/today_intent.h"
#include "gui/window/today/today_view.h"

namespace rehearse {

class TodayPage : public Page {
 public:
  explicit TodayPage(Desk& desk) : desk_(desk) {}

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  std::vector<PaletteEntry> palette() override;
  bool is_typing() const override { return sheet_.index() != 0; }
  bool type(const Event& event) override;
  std::optional<std::chrono::milliseconds> next_tick() const override;
  Redraw tick() override;

  const TodayView& view() const { return view_; }

 private:
  void apply(const TodayIntent& intent);
  void select_row(std::size_t row);
  void read_next();
  void read_ahead(std::size_t row);
  void open(TodaySheet sheet);
  /// Of the sheet of custom study.
  void read_sections(CustomSheet& sheet);
  StudyRequest request_of(const CustomSheet& sheet);
  /// Does it to the deck of a row, then reads anew and says what was done.
  void change(std::size_t row, const std::function<Words(DeckId)>& act);

  // One for each intent.
  void act(const std::monostate&) {}
  void act(const SelectDeck& intent) { select_row(intent.row); }
  void act(const StartStudy&) { desk_.open(StudyRequest{{StudyChoice{desk_.deck}, {}}}); }
  void act(const OpenImport&) { desk_.open(ImportRequest{}); }
  void act(const OpenWelcome&) { desk_.open(WelcomeRequest{}); }
  void act(const OpenDate& intent);
  void act(const OpenCustom&);
  void act(const OpenSpread& intent);
  void act(const TakeMoreMinutes& intent);
  void act(const LeaveQuestionsOut& intent);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }
  void act(const ChangeSheet& intent);
  void act(const CloseTodaySheet&) { open({}); }
  void act(const SetInterview& intent);
  void act(const StartCustom&);
  void act(const SpreadBacklog&);

  Desk& desk_;
  std::vector<std::optional<DeckId>> deck_of_row_;
  TodayView view_;
  std::vector<std::size_t> not_read_;  // rows whose days ahead are read between frames
  bool is_habit_read_ = true;
  std::size_t sheet_row_ = 0;  // that the sheet is about
  TodaySheet sheet_;
  Focus sheet_focus_;
  ScrollWish scroll_;
};

}  // namespace rehearse
