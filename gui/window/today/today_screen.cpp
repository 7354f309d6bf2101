#include "gui/window/today/today_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_parts.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kButtonHeight = 56, kLowButtonHeight = 44;
constexpr float kLowWindow = 520;

std::string habit_text(const Ui& ui, const TodayView& view) {
  std::string text = format_day(view.day);
  if (view.streak_days > 0) text += " · " + ui.tr(words::kStreak, {std::to_string(view.streak_days)});
  if (view.answered_today > 0)
    text += " · " + ui.tr(words::kDoneToday, {std::to_string(view.answered_today)});
  return text;
}

struct Action {
  std::string_view id;
  Phrase words;
  TodayIntent intent;
};

/// Buttons side by side, or below each other where the words have no room.
TodayIntent draw_actions(Ui& ui, std::span<const Action> actions, const Rect& column, float& y) {
  const float gap = ui.px(10), height = ui.px(kControlHeight);
  const auto count = static_cast<float>(actions.size());
  float widest = 0;
  for (const Action& action : actions)
    widest = std::max(widest, ui.fonts.width(Font::kDetail, ui.tr(action.words)) + ui.px(24));
  const bool is_row = widest * count + gap * (count - 1) <= column.width;
  const float width = is_row ? (column.width - gap * (count - 1)) / count : column.width;
  TodayIntent intent;
  float x = column.x;
  for (const Action& action : actions) {
    if (form_button(ui, action.id, {x, y, width, height}, ui.tr(action.words))) intent = action.intent;
    if (is_row)
      x += width + gap;
    else
      y += height + gap;
  }
  if (is_row) y += height + gap;
  return intent;
}

TodayIntent draw_body(Ui& ui, const TodayView& view, const ScrollWish& scroll, const Rect& area) {
  const std::array actions{Action{"interview date", words::kTodayDate, OpenDate{}},
                           Action{"custom study", words::kTodayCustom, OpenCustom{}},
                           Action{"import", words::kTodayImport, OpenImport{}}};
  TodayIntent intent;
  const auto take = [&](const TodayIntent& asked) {
    if (!is_nothing(asked)) intent = asked;
  };
  ScrollRegion region(ui, "today", {ui.window.x, area.y, ui.window.width, area.height});
  float y = region.content_top() + ui.px(4);
  draw_figures(ui, view, area, y);
  take(draw_advice(ui, view, area, y));
  float selected_top = y, selected_bottom = y;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    const Rect row{area.x, y, area.width, ui.px(kDeckRowHeight)};
    take(draw_deck_row(ui, view, i, row));
    y += row.height + ui.px(8);
    if (i != view.selected) continue;
    selected_top = i == 0 ? region.content_top() : row.y - ui.px(4);
    selected_bottom = row.bottom() + ui.px(4);
  }
  y += ui.px(8);
  take(draw_actions(ui, actions, area, y));
  y += ui.px(6);
  draw_habit(ui, view, area, y);
  region.set_content_bottom(y);
  if (scroll.to == ScrollWish::To::kNewest) region.bring_into_view(selected_top, selected_bottom);
  if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
  return intent;
}

TodayIntent draw_first_steps(Ui& ui, const Rect& area) {
  const std::array actions{Action{"import", words::kTodayImport, OpenImport{}},
                           Action{"bundled", words::kTodayBundled, OpenWelcome{}}};
  const Rect text{area.x, area.y, area.width, area.height - ui.px(110)};
  draw_empty_state(ui, text, ui.tr(words::kNoDecks), ui.tr(words::kNoDecksHint));
  const float width = std::min(area.width, ui.px(460));
  float y = area.bottom() - ui.px(100);
  return draw_actions(ui, actions, {area.x + (area.width - width) / 2, y, width, 0}, y);
}

void draw_nothing_due(Ui& ui, const Rect& button) {
  draw_text_fitted(ui, Font::kLabel, {button.x, button.y, button.width, button.height / 2}, ui.theme.text,
                   ui.tr(words::kNothingDue), Align::kCentre);
  draw_text_fitted(ui, Font::kSmall,
                   {button.x, button.y + button.height / 2, button.width, button.height / 2}, ui.theme.muted,
                   ui.tr(words::kNothingDueHint), Align::kCentre);
}

}  // namespace

TodayIntent today_key(const TodayView& view, const KeyPressed& press) {
  if (press.modifier == Modifier::kCtrl) {
    if (view.rows.empty()) return {};
    if (press.key == Key::kEnter) return OpenCustom{};
    if (press.key == Key::kD) return OpenDate{};
    if (press.key == Key::kB) {
      const auto row = view.advised_row();
      if (row && view.rows[*row].ahead->backlog) return OpenSpread{*row};
    }
    return {};
  }
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter:
    case Key::kSpace: return view.has_work() ? TodayIntent{StartStudy{}} : TodayIntent{};
    case Key::kUp: return view.selected > 0 ? TodayIntent{SelectDeck{view.selected - 1}} : TodayIntent{};
    case Key::kDown:
      return view.selected + 1 < view.rows.size() ? TodayIntent{SelectDeck{view.selected + 1}}
                                                  : TodayIntent{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

TodayIntent draw_today(Ui& ui, const TodayView& view, const ScrollWish& scroll) {
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  const bool is_low = ui.window.height < ui.px(kLowWindow);
  const Rect& body = frame.body;
  draw_heading(ui, frame, ui.tr(words::kToday), habit_text(ui, view));
  TodayIntent intent;
  if (view.rows.empty()) {
    intent = draw_first_steps(ui, body);
  } else {
    const float height = ui.px(is_low ? kLowButtonHeight : kButtonHeight);
    const Rect button{body.x, body.bottom() - height, body.width, height};
    intent = draw_body(ui, view, scroll, {body.x, body.y, body.width, button.y - ui.px(10) - body.y});
    if (!view.has_work())
      draw_nothing_due(ui, button);
    else if (main_button(ui, "start", button, ui.tr(words::kStart), ui.tr(words::kKeyEnter)))
      intent = StartStudy{};
  }
  std::vector<KeyHint> hints;
  if (view.rows.size() > 1) hints.push_back({"↑/↓", ui.tr(words::kActPick)});
  if (!view.rows.empty()) {
    hints.push_back({"Ctrl+D", ui.tr(words::kTodayDate), KeyPressed{Key::kD, Modifier::kCtrl}});
    hints.push_back({"Ctrl+Enter", ui.tr(words::kTodayCustom), KeyPressed{Key::kEnter, Modifier::kCtrl}});
  }
  hints.push_back({"Ctrl+K", ui.tr(words::kActPalette), KeyPressed{Key::kK, Modifier::kCtrl}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  key_hints(ui, frame.hints, std::move(hints));
  return intent;
}

}  // namespace rehearse
