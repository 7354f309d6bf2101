#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_parts.h"
#include "gui/window/ui/charts.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kNarrow = 520;  // a row of this logical width has no room for words beside its numbers
constexpr double kReady = 0.8;  // from here on the ring is green

std::string interview_text(const Ui& ui, int days) {
  if (days == 0) return std::string(ui.tr(words::kInterviewToday));
  if (days == 1) return std::string(ui.tr(words::kInterviewTomorrow));
  return ui.tr(words::kInterviewIn, {std::to_string(days)});
}

/// Ends at `right`; returns where it begins.
float draw_counts(Ui& ui, const DeckRowView& deck, const Rect& row, float right) {
  const auto number = [&](std::size_t value, Phrase words, ImU32 colour) {
    const std::string text = std::to_string(value) + " " + std::string(ui.tr(words));
    const ImU32 ink = value > 0 ? colour : ui.theme.faint;
    right -= draw_text(ui, Font::kSmall, {row.x, row.y, right - row.x, row.height}, ink, text, Align::kRight);
    right -= ui.px(row.width < ui.px(kNarrow) ? 10 : 18);
  };
  number(deck.fresh, words::kNew, ui.theme.accent);
  number(deck.due, words::kDue, ui.theme.good.text);
  return right;
}

}  // namespace

void draw_figures(Ui& ui, const TodayView& view, const Rect& column, float& y) {
  const Rect sheet{column.x, y, column.width, ui.px(108)};
  card_sheet(ui, sheet);
  struct Figure {
    std::size_t value;
    Phrase words;
    ImU32 colour;
  };
  const std::array figures{Figure{view.due, words::kDue, ui.theme.good.text},
                           Figure{view.fresh, words::kNew, ui.theme.accent},
                           Figure{view.minutes, words::kMinutes, ui.theme.text}};
  const float width = sheet.width / static_cast<float>(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Rect cell{sheet.x + width * static_cast<float>(i), sheet.y, width, sheet.height};
    draw_text(ui, Font::kFigure, {cell.x, cell.y + ui.px(18), cell.width, ui.px(44)}, figures[i].colour,
              std::to_string(figures[i].value), Align::kCentre);
    draw_text(ui, Font::kSmall, {cell.x, cell.y + ui.px(64), cell.width, ui.px(24)}, ui.theme.muted,
              ui.tr(figures[i].words), Align::kCentre);
    if (i > 0)
      fill(ui, {cell.x, sheet.y + ui.px(28), std::max(1.0f, ui.px(1)), sheet.height - ui.px(56)},
           ui.theme.border);
  }
  y += sheet.height + ui.px(16);
}

TodayIntent draw_deck_row(Ui& ui, const TodayView& view, std::size_t index, const Rect& row) {
  const DeckRowView& deck = view.rows[index];
  // Up and Down go through the decks: as stops of Tab many decks would be a long way.
  const Pointer pointer = click_area(ui, "deck " + std::to_string(index), row, TabStop::kNo);
  const bool is_selected = index == view.selected;
  fill(ui, row, is_selected ? ui.theme.accent_soft : ui.theme.card, kRowRadius);
  const ImU32 quiet = pointer == Pointer::kAway ? ui.theme.border : ui.theme.faint;
  outline(ui, row, is_selected ? ui.theme.accent : quiet, kRowRadius);

  const float padding = ui.px(16);
  float left = row.x + padding;
  if (deck.ahead && deck.ahead->has_interview) {
    const float side = ui.px(42);
    const ImU32 colour = !deck.ahead->is_met               ? ui.theme.hard.text
                         : deck.ahead->readiness >= kReady ? ui.theme.good.text
                                                           : ui.theme.accent;
    share_ring(ui, {row.x + ui.px(12), row.y + (row.height - side) / 2, side, side}, deck.ahead->readiness,
               colour);
    left = row.x + ui.px(12) + side + ui.px(12);
  }
  const float right = draw_counts(ui, deck, row, row.right() - padding);
  const std::string title = deck.title.empty() ? std::string(ui.tr(words::kAllDecks)) : deck.title;
  std::string notes;
  if (deck.days_to_interview) notes = interview_text(ui, *deck.days_to_interview);
  if (deck.ahead && deck.ahead->has_interview)
    notes += " · " + ui.tr(words::kTodayReady, {std::to_string(std::lround(deck.ahead->readiness * 100))});
  if (!notes.empty()) notes += " · ";
  notes += deck.questions == 1 ? std::string(ui.tr(words::kDeckQuestion))
                               : ui.tr(words::kDeckQuestions, {std::to_string(deck.questions)});
  const Rect upper{left, row.y + ui.px(7), right - left, ui.px(26)};
  const Rect lower{left, row.y + ui.px(33), right - left, ui.px(20)};
  draw_text_fitted(ui, Font::kLabel, upper, ui.theme.text, title);
  const bool is_in_trouble = deck.ahead && deck.ahead->has_interview && !deck.ahead->is_met;
  draw_text_fitted(ui, Font::kSmall, lower, is_in_trouble ? ui.theme.hard.text : ui.theme.muted, notes);
  return pointer == Pointer::kClicked ? TodayIntent{SelectDeck{index}} : TodayIntent{};
}

}  // namespace rehearse
