// What was done and what is known: has the statistics of a deck or of all read beside the window, and keeps
// deck and period.
#pragma once

#include <optional>
#include <vector>

#include "gui/window/jobs/job.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"
#include "gui/window/statistics/statistics_intent.h"
#include "gui/window/statistics/statistics_work.h"

namespace rehearse {

class StatisticsPage : public Page {
 public:
  explicit StatisticsPage(Desk& desk) : desk_(desk) {}

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  std::vector<PaletteEntry> palette() override;
  Redraw tick() override;
  void leave() override;

  const StatisticsView& view() const { return view_; }

 private:
  void apply(const StatisticsIntent& intent);
  std::optional<DeckId> deck() const;
  /// Has them read, when what is being read now is over.
  void read();
  void show();

  void act(const std::monostate&) {}
  void act(const ChoosePeriod& intent);
  void act(const ChooseDeck& intent);
  void act(const CopyStatistics&);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }

  Desk& desk_;
  std::vector<DeckTitle> decks_;
  std::size_t deck_ = 0;  // 0: all of them
  StatisticsPeriod period_ = StatisticsPeriod::kMonth;
  std::optional<FoundStatistics> found_;  // shown while they are read anew
  StatisticsView view_;
  ScrollWish scroll_;
  bool is_wanted_again_ = false;  // what reading_ finds is wanted no more
  std::optional<Job<FoundStatistics>> reading_;
};

}  // namespace rehearse
