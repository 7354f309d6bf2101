#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/library/deck_sheet.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kWidth = 620;
constexpr float kHeight = 560;
constexpr float kHeading = 44;
constexpr float kRow = 48;
constexpr float kLabelWidth = 170;
constexpr int kFreshStep = 1, kReviewsStep = 10, kMinutesStep = 5;

template <class Number>
Number stepped(Number value, int steps, int step, Number lowest, Number highest) {
  const auto wanted = static_cast<std::int64_t>(value) + static_cast<std::int64_t>(steps) * step;
  return static_cast<Number>(
      std::clamp(wanted, static_cast<std::int64_t>(lowest), static_cast<std::int64_t>(highest)));
}

/// A label, and the place of the control beside it.
Rect labelled(Ui& ui, const Rect& area, float y, std::string_view label) {
  const float height = ui.px(kControlHeight), width = std::min(ui.px(kLabelWidth), area.width * 0.36f);
  draw_text_fitted(ui, Font::kDetail, {area.x, y, width - ui.px(8), height}, ui.theme.muted, label);
  return {area.x + width, y, area.width - width, height};
}

}  // namespace

void DeckSheet::draw(Ui& ui) {
  const float padding = ui.px(22);
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(kWidth), ui.px(kHeight));
  Focus* const below = ui.focus;
  ui.focus = &focus_;
  focus_.begin_frame();
  {
    const Overlay overlay(ui, "deck sheet", sheet);
    if (overlay.was_left()) is_left_ = true;
    const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding,
                     sheet.height - 2 * padding};
    const Rect heading{inner.x, inner.y, inner.width, ui.px(28)};
    const float esc = draw_text(ui, Font::kSmall, heading, ui.theme.faint,
                                "Esc " + std::string(ui.tr(words::kActCancel)), Align::kRight);
    draw_text_fitted(ui, Font::kLabel,
                     {heading.x, heading.y, heading.width - esc - ui.px(12), heading.height}, ui.theme.text,
                     title_);
    const Rect area{inner.x, inner.y + ui.px(kHeading), inner.width, inner.height - ui.px(kHeading)};
    ScrollRegion region(ui, "deck options", area, ui.theme.card);
    const Rect column{area.x + ui.px(3), area.y, area.width - ui.px(18), area.height};
    float y = region.content_top() + ui.px(3);
    y = draw_settings(ui, column, y);
    horizontal_line(ui, column.x, y, column.width);
    y = draw_export(ui, column, y + ui.px(16));
    region.set_content_bottom(y);
  }
  focus_.end_frame();
  ui.focus = below;
}

float DeckSheet::draw_settings(Ui& ui, const Rect& area, float y) {
  DayIntent day;
  const Rect date = labelled(ui, area, y, ui.tr(words::kLibraryInterview));
  y += interview_.draw(ui, "interview", date.x, date.y, date.width, day) + ui.px(2);
  interview_.take(day);
  if (!interview_.empty()) {
    const float width = ui.fonts.width(Font::kDetail, ui.tr(words::kLibraryClear));
    if (link_button(ui, "clear interview", {date.x, y - ui.px(2), width + ui.px(2), ui.px(24)},
                    ui.tr(words::kLibraryClear)))
      interview_ = DayField(StudyDay{});
    y += ui.px(28);
  }
  const auto row = [&](Phrase label) {
    const Rect rect = labelled(ui, area, y, ui.tr(label));
    y += ui.px(kRow);
    return Rect{rect.x, rect.y, std::min(rect.width, ui.px(240)), rect.height};
  };
  if (const int steps =
          stepper(ui, "fresh", row(words::kLibraryFreshPerDay), std::to_string(options_.fresh_per_day)))
    options_.fresh_per_day =
        stepped<std::size_t>(options_.fresh_per_day, steps, kFreshStep, 0, kMostCardsPerDay);
  const std::string reviews = options_.reviews_per_day ? std::to_string(*options_.reviews_per_day)
                                                       : std::string(ui.tr(words::kLibraryNoLimit));
  if (const int steps = stepper(ui, "reviews", row(words::kLibraryReviewsPerDay), reviews)) {
    // Below none lies no limit.
    const std::int64_t before =
        options_.reviews_per_day ? static_cast<std::int64_t>(*options_.reviews_per_day) : -kReviewsStep;
    const std::int64_t wanted = std::min<std::int64_t>(before + steps * kReviewsStep, kMostCardsPerDay);
    options_.reviews_per_day = wanted < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(wanted));
  }
  const auto minutes = options_.minutes_per_day.count();
  if (const int steps = stepper(ui, "minutes", row(words::kLibraryMinutesPerDay), std::to_string(minutes)))
    options_.minutes_per_day = std::chrono::minutes{
        stepped<std::int64_t>(minutes, steps, kMinutesStep, kFewestMinutes.count(), kMostMinutes.count())};
  const std::array<std::string_view, 2> choices{ui.tr(words::kLibraryKeepsComing),
                                                ui.tr(words::kLibraryGoesQuiet)};
  const std::size_t chosen = options_.after_interview == AfterInterview::kQuiet ? 1 : 0;
  if (const auto other = segments(ui, "after", row(words::kLibraryAfterInterview), choices, chosen))
    options_.after_interview = *other == 1 ? AfterInterview::kQuiet : AfterInterview::kMaintenance;
  const float button = std::min(area.width, ui.px(200));
  if (main_button(ui, "save", {area.right() - button, y, button, ui.px(42)}, ui.tr(words::kLibrarySave),
                  "Ctrl+S"))
    save();
  return y + ui.px(42 + 14);
}

float DeckSheet::draw_export(Ui& ui, const Rect& area, float y) {
  const std::array<std::string_view, 5> formats{".md", ".apkg", ".json", ".csv", ".html"};
  const Rect choice = labelled(ui, area, y, ui.tr(words::kLibraryExport));
  if (const auto other = segments(ui, "format", choice, formats, format_)) choose_format(*other);
  y += ui.px(kRow);
  const float button = ui.px(110);
  TextBoxLook look;
  look.font = Font::kDetail;
  if (file_fault_) look.border = ui.theme.again.text;
  const DrawnTextBox drawn = draw_text_box(
      ui, "file", {area.x, y, area.width - button - ui.px(10), ui.px(kControlHeight)}, file_, look);
  if (drawn.pointed) file_.take(*drawn.pointed);
  if (form_button(ui, "export", {area.right() - button, y, button, ui.px(kControlHeight)},
                  ui.tr(words::kLibraryExportNow)))
    export_file();
  y += ui.px(kControlHeight + 4);
  if (file_fault_)
    y += draw_paragraph(ui, Font::kSmall, area.x, y, area.width, ui.theme.again.text,
                        file_fault_->in(ui.language));
  return y + ui.px(8);
}

}  // namespace rehearse
