#include "gui/window/statistics/statistics_page.h"

#include <algorithm>
#include <utility>

#include "gui/window/statistics/statistics_screen.h"
#include "gui/window/statistics/statistics_text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/statistics_words.h"

namespace rehearse {

void StatisticsPage::refresh() {
  const LocalInstant now = desk_.now();
  decks_ = desk_.library().decks(now);
  const auto at = std::find_if(decks_.begin(), decks_.end(),
                               [this](const DeckSummary& deck) { return deck.id == desk_.deck; });
  deck_ = at == decks_.end() ? 0 : static_cast<std::size_t>(at - decks_.begin()) + 1;
  parts_.clear();
  parts_read_ = 0;
  if (deck_ == 0) {
    statistics_ = desk_.library().statistics(now);
  } else {
    const DeckId deck = decks_[deck_ - 1].id;
    statistics_ = desk_.library().statistics(deck, now).value_or(StudyStatistics{});
    if (const auto outlook = desk_.library().outlook(deck, now))
      for (std::size_t i = 0; i < outlook->readiness.sections.size(); ++i)
        parts_.push_back({outlook->sections[i], outlook->readiness.sections[i].share()});
    parts_read_ = decks_.size();
  }
  show();
}

void StatisticsPage::show() {
  view_ = statistics_view(statistics_, period_);
  view_.decks.emplace_back();
  for (const DeckSummary& deck : decks_) view_.decks.push_back(deck.title);
  view_.deck = deck_;
  view_.parts = parts_;
}

// --- how ready one is in each deck, one after the other ---

std::optional<std::chrono::milliseconds> StatisticsPage::next_tick() const {
  if (parts_read_ >= decks_.size()) return std::nullopt;
  return std::chrono::milliseconds{0};
}

bool StatisticsPage::tick() {
  if (!next_tick()) return false;
  const DeckSummary& deck = decks_[parts_read_++];
  desk_.attempt(words::kNotRead, [&] {
    if (const auto outlook = desk_.library().outlook(deck.id, desk_.now()))
      parts_.push_back({deck.title, outlook->readiness.all.share()});
  });
  view_.parts = parts_;
  return true;
}

// --- what is asked for ---

void StatisticsPage::apply(const StatisticsIntent& intent) {
  desk_.attempt(words::kNotRead, [&] { std::visit([this](const auto& wanted) { act(wanted); }, intent); });
}

void StatisticsPage::act(const ChoosePeriod& intent) {
  period_ = intent.period;
  show();
}

void StatisticsPage::act(const ChooseDeck& intent) {
  if (intent.deck > decks_.size()) return;
  desk_.deck = intent.deck == 0 ? std::nullopt : std::optional(decks_[intent.deck - 1].id);
  refresh();
}

void StatisticsPage::act(const CopyStatistics&) {
  desk_.copy(statistics_text(view_, desk_.language()));
  desk_.tell(NoticeKind::kNews, in_both(words::kStatisticsCopied));
}

void StatisticsPage::press(const KeyPressed& press) { apply(statistics_key(view_, press)); }

void StatisticsPage::draw(Ui& ui) { apply(draw_statistics(ui, view_, std::exchange(scroll_, {}))); }

std::vector<KeyLine> StatisticsPage::keys(Language) const {
  return {{"1–5", words::kStatisticsPickPeriod},
          {"↑/↓", words::kStatisticsPickDeck},
          {"PgUp/PgDn", words::kActScroll},
          {"Ctrl+C", words::kStatisticsCopy},
          {"Tab ←/→", words::kStatisticsExplore}};
}

std::vector<PaletteEntry> StatisticsPage::palette() {
  return {{in_both(words::kStatisticsCopy), "Ctrl+C", [this] { apply(CopyStatistics{}); }}};
}

}  // namespace rehearse
