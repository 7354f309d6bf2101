// What was done and what is known: reads the statistics of a deck or of all, and keeps deck and period.
#pragma once

#include <vector>

#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/statistics/statistics_intent.h"

namespace rehearse {

class StatisticsPage : public Page {
 public:
  explicit StatisticsPage(Desk& desk) : desk_(desk) {}

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  std::vector<PaletteEntry> palette() override;
  std::optional<std::chrono::milliseconds> next_tick() const override;
  bool tick() override;

  const StatisticsView& view() const { return view_; }

 private:
  void apply(const StatisticsIntent& intent);
  void show();

  void act(const std::monostate&) {}
  void act(const ChoosePeriod& intent);
  void act(const ChooseDeck& intent);
  void act(const CopyStatistics&);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }

  Desk& desk_;
  std::vector<DeckSummary> decks_;
  std::size_t deck_ = 0;  // 0: all of them
  StatisticsPeriod period_ = StatisticsPeriod::kMonth;
  StudyStatistics statistics_;
  std::vector<ReadyPart> parts_;
  std::size_t parts_read_ = 0;  // of the decks; read between frames
  StatisticsView view_;
  ScrollWish scroll_;
};

}  // namespace rehearse
