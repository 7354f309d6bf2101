#include "gui/window/today/today_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kRowHeight = 60;
constexpr float kButtonHeight = 56;

bool has_work(const TodayView& view) { return view.due + view.fresh > 0; }

void draw_heading(Ui& ui, const TodayView& view, const Rect& column, float& y) {
  const Rect line{column.x, y, column.width, ui.px(44)};
  const float width = draw_text(ui, Font::kFigure, line, ui.theme.text, ui.tr(words::kToday));
  draw_text(ui, Font::kSmall, {line.x + width + ui.px(14), line.y + ui.px(6), line.width, line.height},
            ui.theme.muted, view.date);
  std::string habit;
  if (view.streak_days > 0) habit = ui.tr(words::kStreak, {std::to_string(view.streak_days)});
  if (view.answered_today > 0) {
    if (!habit.empty()) habit += " · ";
    habit += ui.tr(words::kDoneToday, {std::to_string(view.answered_today)});
  }
  draw_text(ui, Font::kSmall, {line.x, line.y + ui.px(6), line.width, line.height}, ui.theme.muted, habit,
            Align::kRight);
  y += line.height + ui.px(18);
}

/// The three numbers of the day, side by side on one sheet.
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
  y += sheet.height + ui.px(20);
}

std::string interview_text(const Ui& ui, int days) {
  if (days == 0) return std::string(ui.tr(words::kInterviewToday));
  if (days == 1) return std::string(ui.tr(words::kInterviewTomorrow));
  return ui.tr(words::kInterviewIn, {std::to_string(days)});
}

bool draw_row(Ui& ui, const DeckRowView& deck, std::size_t index, const Rect& row, std::size_t selected) {
  const Pointer pointer = click_area(ui, "deck " + std::to_string(index), row);
  const bool is_selected = index == selected;
  fill(ui, row, is_selected ? ui.theme.accent_soft : ui.theme.card, kRowRadius);
  const ImU32 quiet = pointer == Pointer::kAway ? ui.theme.border : ui.theme.faint;
  outline(ui, row, is_selected ? ui.theme.accent : quiet, kRowRadius);

  const float padding = ui.px(16);
  float right = row.right() - padding;
  const auto number = [&](std::size_t value, Phrase words, ImU32 colour) {
    const std::string text = std::to_string(value) + " " + std::string(ui.tr(words));
    const ImU32 ink = value > 0 ? colour : ui.theme.faint;
    right -= draw_text(ui, Font::kSmall, {row.x, row.y, right - row.x, row.height}, ink, text, Align::kRight);
    right -= ui.px(18);
  };
  number(deck.fresh, words::kNew, ui.theme.accent);
  number(deck.due, words::kDue, ui.theme.good.text);

  const float left = row.x + padding;
  const std::string title = deck.title.empty() ? std::string(ui.tr(words::kAllDecks)) : deck.title;
  std::string notes = deck.questions == 1 ? std::string(ui.tr(words::kDeckQuestion))
                                          : ui.tr(words::kDeckQuestions, {std::to_string(deck.questions)});
  if (deck.days_to_interview) notes += " · " + interview_text(ui, *deck.days_to_interview);
  const Rect upper{left, row.y + ui.px(7), right - left, ui.px(26)};
  const Rect lower{left, row.y + ui.px(33), right - left, ui.px(20)};
  draw_text_fitted(ui, Font::kLabel, upper, ui.theme.text, title);
  draw_text_fitted(ui, Font::kSmall, lower, deck.days_to_interview ? ui.theme.hard.text : ui.theme.muted,
                   notes);
  return pointer == Pointer::kClicked;
}

TodayIntent draw_decks(Ui& ui, const TodayView& view, const ScrollWish& scroll, const Rect& column,
                       const Rect& area) {
  TodayIntent intent;
  ScrollRegion region(ui, "decks", {ui.window.x, area.y, ui.window.width, area.height});
  float y = region.content_top() + ui.px(2);
  float selected_bottom = y;
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    const Rect row{column.x, y, column.width, ui.px(kRowHeight)};
    if (draw_row(ui, view.rows[i], i, row, view.selected)) intent = SelectDeck{i};
    y += row.height + ui.px(8);
    if (i == view.selected) selected_bottom = y;
  }
  region.set_content_bottom(y);
  if (scroll.to == ScrollWish::To::kNewest)
    region.bring_into_view(selected_bottom - ui.px(kRowHeight + 10), selected_bottom);
  return intent;
}

/// Nothing to do: say so in the middle, and what one can do about it.
void draw_message(Ui& ui, const Rect& column, float middle, Phrase title, Phrase advice) {
  const float width = std::min(column.width, ui.px(560));
  const float x = column.x + (column.width - width) / 2;
  draw_text(ui, Font::kStem, {x, middle - ui.px(52), width, ui.px(40)}, ui.theme.text, ui.tr(title),
            Align::kCentre);
  const std::string_view text = ui.tr(advice);
  const std::vector<TextLine> lines = ui.paragraphs.lines(Font::kBody, text, width);
  const float height = std::round(ui.fonts.em(Font::kBody) * kTextLine);
  for (std::size_t i = 0; i < lines.size(); ++i)
    draw_text(ui, Font::kBody, {x, middle + height * static_cast<float>(i), width, height}, ui.theme.muted,
              seen_part(text, lines[i]), Align::kCentre);
}

}  // namespace

TodayIntent today_key(const TodayView& view, const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter:
    case Key::kSpace: return has_work(view) ? TodayIntent{StartStudy{}} : TodayIntent{};
    case Key::kUp: return view.selected > 0 ? TodayIntent{SelectDeck{view.selected - 1}} : TodayIntent{};
    case Key::kDown:
      return view.selected + 1 < view.rows.size() ? TodayIntent{SelectDeck{view.selected + 1}}
                                                  : TodayIntent{};
    default: return {};
  }
}

TodayIntent draw_today(Ui& ui, const TodayView& view, const ScrollWish& scroll) {
  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hint_line{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11),
                       ui.window.width - 2 * ui.px(12), hint_height};
  const Rect button{column.x, hint_line.y - ui.px(10) - ui.px(kButtonHeight), column.width,
                    ui.px(kButtonHeight)};

  TodayIntent intent;
  float y = ui.window.y + std::round(ui.px(28));
  draw_heading(ui, view, column, y);
  if (view.rows.empty()) {
    draw_message(ui, column, (y + button.y) / 2, words::kNoDecks, words::kNoDecksHint);
  } else {
    if (ui.window.height > ui.px(480)) draw_figures(ui, view, column, y);
    intent = draw_decks(ui, view, scroll, column, {column.x, y, column.width, button.y - ui.px(16) - y});
    if (has_work(view)) {
      if (main_button(ui, "start", button, ui.tr(words::kStart), ui.tr(words::kKeyEnter)))
        intent = StartStudy{};
    } else {
      draw_text(ui, Font::kLabel, {button.x, button.y, button.width, button.height / 2}, ui.theme.text,
                ui.tr(words::kNothingDue), Align::kCentre);
      draw_text_fitted(ui, Font::kSmall,
                       {button.x, button.y + button.height / 2, button.width, button.height / 2},
                       ui.theme.muted, ui.tr(words::kNothingDueHint), Align::kCentre);
    }
  }
  std::vector<KeyHint> hints;
  if (view.rows.size() > 1) hints.push_back({"↑/↓", ui.tr(words::kActPick)});
  hints.push_back({"Ctrl+T", ui.tr(words::kActTheme), KeyPressed{Key::kT, Modifier::kCtrl}});
  hints.push_back({"Ctrl+L", ui.tr(words::kActLanguage), KeyPressed{Key::kL, Modifier::kCtrl}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  key_hints(ui, hint_line, std::move(hints));
  return intent;
}

}  // namespace rehearse
