#include <algorithm>
#include <vector>

#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_parts.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

struct Offer {
  std::string id, text;
  TodayIntent intent;
};

/// What one can do about it, side by side or below each other.
TodayIntent draw_offers(Ui& ui, const std::vector<Offer>& offers, const Rect& inner, float& y) {
  TodayIntent intent;
  const float gap = ui.px(10), height = ui.px(kControlHeight);
  float x = inner.x;
  for (const Offer& offer : offers) {
    const float width = std::min(inner.width, ui.fonts.width(Font::kDetail, offer.text) + ui.px(32));
    if (x > inner.x && x + width > inner.right()) {
      x = inner.x;
      y += height + gap;
    }
    if (form_button(ui, offer.id, {x, y, width, height}, offer.text)) intent = offer.intent;
    x += width + gap;
  }
  y += height;
  return intent;
}

std::vector<Offer> offers_for(const Ui& ui, const DeckAhead& ahead, std::size_t row) {
  std::vector<Offer> offers;
  if (!ahead.is_met) {
    if (ahead.minutes)
      offers.push_back({"more minutes", ui.tr(words::kTodayMoreMinutes, {std::to_string(*ahead.minutes)}),
                        TakeMoreMinutes{row}});
    if (ahead.leave_out == 1)
      offers.push_back({"leave out", std::string(ui.tr(words::kTodayLeaveOutOne)), LeaveQuestionsOut{row}});
    else if (ahead.leave_out > 1)
      offers.push_back({"leave out", ui.tr(words::kTodayLeaveOut, {std::to_string(ahead.leave_out)}),
                        LeaveQuestionsOut{row}});
    offers.push_back({"move date", std::string(ui.tr(words::kTodayChangeDate)), OpenDate{row}});
  }
  if (ahead.backlog) offers.push_back({"spread", std::string(ui.tr(words::kTodaySpread)), OpenSpread{row}});
  return offers;
}

}  // namespace

std::optional<std::size_t> TodayView::advised_row() const {
  if (selected >= rows.size()) return std::nullopt;
  if (!rows[selected].title.empty()) return rows[selected].ahead ? std::optional(selected) : std::nullopt;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].ahead && rows[i].ahead->has_trouble()) return i;
  return std::nullopt;
}

TodayIntent draw_advice(Ui& ui, const TodayView& view, const Rect& column, float& y) {
  const auto row = view.advised_row();
  if (!row) return {};
  const DeckAhead& ahead = *view.rows[*row].ahead;
  if (!ahead.has_interview && !ahead.has_trouble()) return {};

  Sheet sheet(ui, column, y, 18);
  const Rect& inner = sheet.inner();
  const float mark_width = ui.px(34);
  const auto say = [&](const std::string& text, Mark mark) {
    const Rect lines{inner.x + mark_width, inner.y, inner.width - mark_width, 0};
    round_mark(ui, {inner.x, y, ui.px(22), ui.px(26)}, mark, {});
    y += draw_paragraph(ui, Font::kDetail, lines.x, y, lines.width, ui.theme.text, text);
  };
  const auto with_deck = [&](const Words& said) {
    const std::string& text = said.in(ui.language);
    return *row == view.selected ? text : ui.tr(words::kTodayOfDeck, {view.rows[*row].title, text});
  };
  y = inner.y;
  if (ahead.has_interview) say(with_deck(ahead.plan), ahead.is_met ? Mark::kTick : Mark::kCross);
  if (ahead.backlog) {
    if (ahead.has_interview) y += ui.px(6);
    say(with_deck(ahead.backlog->words), Mark::kHint);
  }
  TodayIntent intent;
  if (const std::vector<Offer> offers = offers_for(ui, ahead, *row); !offers.empty()) {
    y += ui.px(12);
    intent = draw_offers(ui, offers, {inner.x + mark_width, y, inner.width - mark_width, 0}, y);
  }
  y = sheet.close(y) + ui.px(16);
  return intent;
}

}  // namespace rehearse
