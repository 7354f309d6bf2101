#include "gui/window/statistics/statistics_page.h"

#include <algorithm>
#include <utility>

#include "gui/window/statistics/statistics_screen.h"
#include "gui/window/statistics/statistics_text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/statistics_words.h"

namespace rehearse {

void StatisticsPage::refresh() {
  decks_ = desk_.library().deck_titles();
  const auto at = std::find_if(decks_.begin(), decks_.end(),
                               [this](const DeckTitle& deck) { return deck.id == desk_.deck; });
  deck_ = at == decks_.end() ? 0 : static_cast<std::size_t>(at - decks_.begin()) + 1;
  read();
  show();
}

std::optional<DeckId> StatisticsPage::deck() const {
  return deck_ == 0 ? std::nullopt : std::optional(decks_[deck_ - 1].id);
}

void StatisticsPage::show() {
  const bool is_found = found_ && found_->deck == deck();
  StudyStatistics nothing;
  nothing.today = desk_.library().day_of(desk_.now());
  view_ = statistics_view(is_found ? found_->statistics : nothing, period_);
  view_.decks.emplace_back();
  for (const DeckTitle& deck : decks_) view_.decks.push_back(deck.title);
  view_.deck = deck_;
  if (is_found) view_.parts = found_->parts;
  view_.is_being_read = !is_found && reading_;
}

// --- what is read beside the window ---

void StatisticsPage::read() {
  if (reading_ && !reading_->is_done()) {
    // To wait for its thread would hold the window up.
    reading_->cancel();
    is_wanted_again_ = true;
    return;
  }
  is_wanted_again_ = false;
  reading_.reset();
  reading_.emplace([open = desk_.options().open_again, deck = deck(), now = desk_.now()](
                       const JobControl& control) { return find_statistics(open(), deck, now, control); },
                   desk_.wake());
}

Redraw StatisticsPage::tick() {
  if (!reading_ || !reading_->is_done()) return Redraw::kNothing;
  if (is_wanted_again_) return read(), Redraw::kNothing;
  desk_.attempt(words::kNotRead, [this] { found_ = reading_->take(); });
  reading_.reset();
  show();
  return Redraw::kUntilSettled;
}

void StatisticsPage::leave() {
  if (reading_) reading_->cancel();
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
  if (view_.is_being_read) return;
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
