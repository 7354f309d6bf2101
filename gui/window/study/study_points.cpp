// The key points of a card: marks, texts, and bars for what is still hidden.
#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/strings/study_words.h"
#include "gui/window/study/study_card.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kTextIndent = 36;
constexpr float kBetweenPoints = 12;
constexpr float kBarHeight = 26;
// Bars of unequal length look like lines of text; they say nothing of the hidden text's length.
constexpr std::array kBarLengths{0.71f, 0.54f, 0.64f, 0.47f};

bool is_hidden(const PointView& point) {
  return point.state == PointState::kHidden || point.state == PointState::kNext;
}

Mark mark_of(PointState state) {
  switch (state) {
    case PointState::kRecalled: return Mark::kTick;
    case PointState::kHint: return Mark::kHint;
    case PointState::kMissed: return Mark::kCross;
    default: return Mark::kEmpty;
  }
}

/// The key that ticks the point in this row.
std::string key_of(std::size_t row) { return row < 9 ? std::to_string(row + 1) : row == 9 ? "0" : ""; }

void draw_heading(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  const Rect line{area.x, y, area.width, ui.px(28)};
  if (view.asked_point) {
    draw_text(ui, Font::kLabel, line, ui.theme.text,
              ui.tr(words::kPointOf,
                    {std::to_string(*view.asked_point + 1), std::to_string(view.points_of_question)}));
  } else {
    const auto shown = std::count_if(view.points.begin(), view.points.end(),
                                     [](const PointView& point) { return !is_hidden(point); });
    const auto recalled = std::count_if(view.points.begin(), view.points.end(), [](const PointView& point) {
      return point.state == PointState::kRecalled;
    });
    draw_text(ui, Font::kLabel, line, ui.theme.text, ui.tr(words::kPoints));
    std::string count = ui.tr(words::kShownOf, {std::to_string(shown), std::to_string(view.points.size())});
    // What is only read is not recalled.
    if (view.meeting == Meeting::kAgain || recalled > 0)
      count += " · " + ui.tr(words::kRecalledCount, {std::to_string(recalled)});
    draw_text(ui, Font::kSmall, line, ui.theme.muted, count, Align::kRight);
  }
  y += line.height + ui.px(6);
}

/// `advice` says how to go on, where nothing was told of the point.
void draw_bar(Ui& ui, const PointView& point, std::size_t row, const Rect& line, const Phrase& advice) {
  const float length = line.width * kBarLengths[row % kBarLengths.size()];
  const float height = ui.px(kBarHeight);
  Rect bar{line.x, std::round(line.y + (line.height - height) / 2), length, height};
  if (point.state == PointState::kHidden) {
    fill(ui, bar, ui.theme.placeholder, kRowRadius);
    return;
  }
  const bool is_hinted = !point.hint.empty();
  const std::string hint = is_hinted ? ui.tr(words::kStudyHint, {point.hint}) : std::string(ui.tr(advice));
  const Tone tone = is_hinted ? ui.theme.hard : Tone{ui.theme.accent, ui.theme.accent_soft};
  const float padding = ui.px(kGap);
  bar.width = std::min(line.width, std::max(length, ui.fonts.width(Font::kSmall, hint) + 2 * padding));
  fill(ui, bar, tone.fill, kRowRadius);
  draw_text_fitted(ui, Font::kSmall, {bar.x + padding, bar.y, bar.width - 2 * padding, bar.height}, tone.text,
                   hint);
}

/// What of a typed answer told of the point, quoted.
std::string found_text(const Ui& ui, const PointView& point) {
  if (!point.verdict) return {};
  if (*point.verdict == PointVerdict::kMissed) return std::string(ui.tr(words::kStudyNotFound));
  std::string quoted;
  for (const std::string& piece : point.found) quoted += ui.tr(words::kStudyQuoted, {piece});
  const Phrase& phrase =
      *point.verdict == PointVerdict::kRecalled ? words::kStudyFound : words::kStudyFoundPartly;
  return ui.tr(phrase, {quoted});
}

ImU32 found_colour(const Theme& theme, PointVerdict verdict) {
  switch (verdict) {
    case PointVerdict::kRecalled: return theme.good.text;
    case PointVerdict::kPartly: return theme.hard.text;
    case PointVerdict::kMissed: break;
  }
  return theme.faint;
}

/// A shown point's text, below each other: cue, detail, and what told of it.
float shown_height(Ui& ui, const PointView& point, const std::string& found, float width) {
  float height = paragraph_height(ui, Font::kBody, width, point.cue);
  height += formatted_height(ui, {Font::kDetail, ui.theme.muted}, width, point.detail);
  if (!found.empty()) height += paragraph_height(ui, Font::kSmall, width, found);
  return height;
}

void draw_shown(Ui& ui, const PointView& point, const std::string& found, float x, float y, float width) {
  y += draw_paragraph(ui, Font::kBody, x, y, width, ui.theme.text, point.cue);
  y += draw_formatted(ui, {Font::kDetail, ui.theme.muted}, x, y, width, point.detail);
  if (!found.empty())
    draw_paragraph(ui, Font::kSmall, x, y, width, found_colour(ui.theme, *point.verdict), found);
}

}  // namespace

StudyIntent draw_points(Ui& ui, const StudyView& view, const Rect& area, float& y, float& newest_bottom) {
  draw_heading(ui, view, area, y);
  const float indent = ui.px(kTextIndent);
  const float line_height = std::round(ui.fonts.em(Font::kBody) * kTextLine);
  const float text_width = area.width - indent;
  const float between = ui.px(kBetweenPoints);
  // Where one types, Space is a blank.
  const Phrase& advice = is_typing_answer(view) ? words::kStudyHintKey
                         : view.asked_point     ? words::kRevealPoint
                                                : words::kRevealHint;
  StudyIntent intent;
  for (std::size_t row = 0; row < view.points.size(); ++row) {
    const PointView& point = view.points[row];
    const std::string id = "point " + std::to_string(row);
    const std::string found = found_text(ui, point);
    const float height = is_hidden(point) ? line_height : shown_height(ui, point, found, text_width);
    const Pointer pointer = click_area(ui, id, {area.x, y, area.width, height});
    round_mark(ui, {area.x, y, ui.px(22), line_height}, mark_of(point.state),
               // Under the number of the point that is asked another number would confuse.
               view.asked_point ? std::string() : key_of(row));
    const float x = area.x + indent;
    if (is_hidden(point)) {
      draw_bar(ui, point, row, {x, y, text_width, line_height}, advice);
      if (pointer == Pointer::kClicked) intent = RevealNext{};
    } else {
      draw_shown(ui, point, found, x, y, text_width);
      if (pointer == Pointer::kClicked) intent = TickPoint{point.index};
    }
    y += height;
    // The next bar stays in sight too: it says how to go on.
    if (point.state != PointState::kHidden) newest_bottom = y + between;
    y += between;
  }
  y -= between;
  return intent;
}

}  // namespace rehearse
