#include "gui/window/statistics/statistics_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/statistics/panels.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/statistics_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"

namespace rehearse {
namespace {

constexpr float kTwoColumns = 760;  // logical width from which panels stand side by side
constexpr float kOneLine = 700;     // and from which deck, period and copy do
constexpr float kGapBetween = 16;

constexpr std::array kPeriodWords{words::kStatisticsWeek, words::kStatisticsMonth, words::kStatisticsQuarter,
                                  words::kStatisticsYear, words::kStatisticsAll};
static_assert(kPeriodWords.size() == kStatisticsPeriods);

/// Which deck, which period, and the copy. Moves `y` below.
StatisticsIntent draw_choices(Ui& ui, const StatisticsView& view, const Rect& column, float& y) {
  StatisticsIntent intent;
  const float gap = ui.px(10), height = ui.px(kControlHeight);
  std::array<std::string_view, kStatisticsPeriods> periods;
  float widest = 0;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    periods.at(i) = ui.tr(kPeriodWords.at(i));
    widest = std::max(widest, ui.fonts.width(Font::kDetailBold, periods.at(i)));
  }
  const bool is_one_line = column.width >= ui.px(kOneLine);
  const float copy_width =
      std::round(ui.fonts.width(Font::kDetail, ui.tr(words::kStatisticsCopy)) + ui.px(28));
  const float period_width = is_one_line ? (widest + ui.px(20)) * kStatisticsPeriods : column.width;
  const float deck_width = column.width - copy_width - gap - (is_one_line ? period_width + gap : 0);

  std::vector<std::string> decks = view.decks;
  for (std::string& deck : decks)
    if (deck.empty()) deck = ui.tr(words::kStatisticsAllDecks);
  if (const auto deck = dropdown(ui, "deck", {column.x, y, deck_width, height}, decks, view.deck))
    intent = ChooseDeck{*deck};
  if (form_button(ui, "copy", {column.right() - copy_width, y, copy_width, height},
                  ui.tr(words::kStatisticsCopy)))
    intent = CopyStatistics{};
  if (!is_one_line) y += height + gap;
  const float period_x = is_one_line ? column.x + deck_width + gap : column.x;
  if (const auto period = segments(ui, "period", {period_x, y, period_width, height}, periods,
                                   static_cast<std::size_t>(view.period)))
    intent = ChoosePeriod{static_cast<StatisticsPeriod>(*period)};
  y += height + ui.px(12);
  return intent;
}

void draw_panels(Ui& ui, const StatisticsView& view, const Rect& column, float& y) {
  const std::vector<Panel> panels = panels_of(ui, view);
  const float gap = ui.px(kGapBetween);
  const std::size_t columns = column.width >= ui.px(kTwoColumns) ? 2 : 1;
  const float width =
      std::round((column.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  for (std::size_t first = 0; first < panels.size(); first += columns) {
    float height = 0;
    for (std::size_t i = first; i < std::min(first + columns, panels.size()); ++i)
      height = std::max(height, panel_height(ui, panels[i]));
    for (std::size_t i = first; i < std::min(first + columns, panels.size()); ++i)
      draw_panel(ui, panels[i], {column.x + (width + gap) * static_cast<float>(i - first), y, width, height});
    y += height + gap;
  }
  const Panel calendar = calendar_panel(ui, view);
  draw_panel(ui, calendar, {column.x, y, column.width, panel_height(ui, calendar)});
  y += panel_height(ui, calendar) + gap;
}

}  // namespace

StatisticsIntent draw_statistics(Ui& ui, const StatisticsView& view, const ScrollWish& scroll) {
  const PageFrame frame = page_frame(ui, Breadth::kWide);
  StatisticsIntent intent;
  draw_heading(ui, frame, ui.tr(words::kPlaceStatistics), format_day(view.today));
  if (view.decks.size() < 2) {
    draw_empty_state(ui, frame.body, ui.tr(words::kStatisticsNone), ui.tr(words::kStatisticsNoneHint));
  } else {
    float top = frame.body.y;
    intent = draw_choices(ui, view, frame.body, top);
    const Rect area{frame.body.x, top, frame.body.width, frame.body.bottom() - top};
    if (view.is_being_read) {
      draw_empty_state(ui, area, ui.tr(words::kStatisticsBeingRead), ui.tr(words::kStatisticsBeingReadHint));
    } else if (!view.has_answers) {
      draw_empty_state(ui, area, ui.tr(words::kStatisticsNone), ui.tr(words::kStatisticsNoneHint));
    } else {
      ScrollRegion region(ui, "statistics", {ui.window.x, area.y, ui.window.width, area.height});
      float y = draw_figures(ui, view, area, region.content_top() + ui.px(4)) + ui.px(kGapBetween);
      draw_panels(ui, view, area, y);
      region.set_content_bottom(y);
      if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
      if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
    }
  }
  key_hints(ui, frame.hints,
            {{"1–5", ui.tr(words::kStatisticsPickPeriod)},
             {"↑/↓", ui.tr(words::kStatisticsPickDeck)},
             {"PgUp/PgDn", ui.tr(words::kActScroll)},
             {"Ctrl+C", ui.tr(words::kStatisticsCopy), KeyPressed{Key::kC, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

StatisticsIntent statistics_key(const StatisticsView& view, const KeyPressed& press) {
  if (press == KeyPressed{Key::kC, Modifier::kCtrl}) return CopyStatistics{};
  if (press.modifier != Modifier::kNone) return {};
  const int digit = digit_of(press.key);
  if (digit >= 1 && digit <= static_cast<int>(kStatisticsPeriods))
    return ChoosePeriod{static_cast<StatisticsPeriod>(digit - 1)};
  switch (press.key) {
    case Key::kUp: return view.deck > 0 ? StatisticsIntent{ChooseDeck{view.deck - 1}} : StatisticsIntent{};
    case Key::kDown:
      return view.deck + 1 < view.decks.size() ? StatisticsIntent{ChooseDeck{view.deck + 1}}
                                               : StatisticsIntent{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

}  // namespace rehearse
