#include "gui/window/study/summary_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestStem = 80;  // characters: three stems must fit the card

void draw_figures(Ui& ui, const SittingSummary& summary, const Rect& area, float& y) {
  struct Figure {
    std::string value;
    Phrase words;
    ImU32 colour;
  };
  const std::string recalled =
      std::to_string(summary.points_recalled) + " / " + std::to_string(summary.points_asked);
  const std::array figures{
      Figure{std::to_string(summary.studied), words::kStudied, ui.theme.text},
      Figure{recalled, words::kPointsRecalled, ui.theme.good.text},
      Figure{std::to_string(summary.due_tomorrow), words::kDueTomorrow, ui.theme.accent},
  };
  const float width = area.width / static_cast<float>(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Rect cell{area.x + width * static_cast<float>(i), y, width, 0};
    draw_text(ui, Font::kFigure, {cell.x, y, width, ui.px(44)}, figures[i].colour, figures[i].value,
              Align::kCentre);
    draw_text(ui, Font::kSmall, {cell.x, y + ui.px(46), width, ui.px(24)}, ui.theme.muted,
              ui.tr(figures[i].words), Align::kCentre);
  }
  y += ui.px(46 + 24);
}

void draw_weakest(Ui& ui, const SittingSummary& summary, const Rect& area, float& y) {
  const float heading = ui.px(32);
  if (summary.weakest.empty()) {
    draw_text_fitted(ui, Font::kBody, {area.x, y, area.width, heading}, ui.theme.muted, ui.tr(words::kNoWeak),
                     Align::kCentre);
    y += heading;
    return;
  }
  draw_text(ui, Font::kLabel, {area.x, y, area.width, heading}, ui.theme.text, ui.tr(words::kWeakest));
  y += heading + ui.px(6);
  const float indent = ui.px(36);
  const float line_height = std::round(ui.fonts.em(Font::kBody) * kTextLine);
  for (const SittingSummary::Weak& weak : summary.weakest) {
    const Tone& tone = passed(weak.quality) ? ui.theme.hard : ui.theme.again;
    const Rect badge{area.x, y + (line_height - ui.px(24)) / 2, ui.px(24), ui.px(24)};
    fill(ui, badge, tone.fill, kRowRadius);
    draw_text(ui, Font::kSmall, badge, tone.text, std::to_string(static_cast<int>(weak.quality)),
              Align::kCentre);
    y += draw_paragraph(ui, Font::kBody, area.x + indent, y, area.width - indent, ui.theme.text,
                        shortened(weak.stem, kLongestStem));
    y += ui.px(8);
  }
}

}  // namespace

StudyIntent summary_key(const SittingSummary&, const KeyPressed& press) {
  if (press == KeyPressed{Key::kZ, Modifier::kCtrl}) return UndoAnswer{};
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter:
    case Key::kEscape: return LeaveStudy{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

StudyIntent draw_summary(Ui& ui, const SittingSummary& summary, const ScrollWish& scroll) {
  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hint_line{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11),
                       ui.window.width - 2 * ui.px(12), hint_height};
  const float button_height = ui.px(56);
  const Rect button{column.x, hint_line.y - ui.px(10) - button_height, column.width, button_height};
  StudyIntent intent;
  {
    ScrollRegion region(ui, "summary", {ui.window.x, ui.window.y, ui.window.width, button.y - ui.px(12)});
    const float padding = std::min(ui.px(kCardPadding), column.width * 0.06f);
    const Rect area{column.x + padding, 0, column.width - 2 * padding, 0};
    const float top = region.content_top() + ui.px(kCardTop);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    float y = top + padding;
    draw_text(ui, Font::kStem, {area.x, y, area.width, ui.px(40)}, ui.theme.text, ui.tr(words::kSessionDone),
              Align::kCentre);
    y += ui.px(40);
    if (summary.waiting > 0) {
      const std::string words = ui.tr(words::kMinutesUp, {std::to_string(summary.waiting)});
      draw_text_fitted(ui, Font::kSmall, {area.x, y, area.width, ui.px(24)}, ui.theme.muted, words,
                       Align::kCentre);
      y += ui.px(24);
    }
    y += ui.px(20);
    draw_figures(ui, summary, area, y);
    y += ui.px(22);
    horizontal_line(ui, area.x, y, area.width);
    y += ui.px(18);
    draw_weakest(ui, summary, area, y);
    const float bottom = y + padding;
    list.ChannelsSetCurrent(0);
    card_sheet(ui, {column.x, top, column.width, bottom - top});
    list.ChannelsMerge();
    region.set_content_bottom(bottom + ui.px(10));
    if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
  }
  if (main_button(ui, "back", button, ui.tr(words::kBackToToday), ui.tr(words::kKeyEnter)))
    intent = LeaveStudy{};
  key_hints(ui, hint_line,
            {{"Ctrl+Z", ui.tr(words::kActUndo), KeyPressed{Key::kZ, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

}  // namespace rehearse
