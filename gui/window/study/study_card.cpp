#include "gui/window/study/study_card.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "gui/window/strings/study_words.h"
#include "gui/window/ui/flag_colours.h"
#include "gui/window/ui/icons.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongStem = 110;  // code points; a longer one is a text to read, not a headline
constexpr float kBetweenParts = 20;

std::string plain_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

std::string time_limit_text(const Ui& ui, std::chrono::seconds limit) {
  const auto seconds = limit.count();
  if (seconds % 60 != 0) return ui.tr(words::kSeconds, {std::to_string(seconds)});
  return ui.tr(words::kTimeLimit, {std::to_string(seconds / 60)});
}

/// Marks, time and history, at the right of the first line.
std::string meta_text(const Ui& ui, const StudyView& view) {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
  if (view.marks == 1)
    add(std::string(ui.tr(words::kMark)));
  else if (view.marks)
    add(ui.tr(words::kMarks, {plain_number(*view.marks)}));
  if (view.time_limit) add(time_limit_text(ui, *view.time_limit));
  if (view.times_answered > 0) add(ui.tr(words::kTimesAnswered, {std::to_string(view.times_answered + 1)}));
  return text;
}

std::optional<Phrase> kind_text(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kSingle: return words::kChooseOne;
    case QuestionKind::kMultiple: return words::kChooseSeveral;
    case QuestionKind::kTrueFalse: return words::kTrueOrFalse;
    case QuestionKind::kFill: return words::kFillIn;
    default: return std::nullopt;
  }
}

void draw_first_line(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  const float gap = ui.px(8);
  const std::string meta = meta_text(ui, view);
  const Rect line{area.x, y, area.width, chip_height(ui)};
  const float meta_width = draw_text(ui, Font::kSmall, line, ui.theme.faint, meta, Align::kRight);
  float x = area.x;
  if (view.flag > 0) {
    const float side = ui.px(18);
    draw_icon(ui, Icon::kFlag, {x, y + (line.height - side) / 2, side, side},
              flag_colour(ui.theme, view.flag));
    x += side + gap;
  }
  const auto add = [&](const Tone& tone, std::string_view text) {
    const float widest = area.right() - meta_width - 2 * gap - x;
    if (widest > ui.px(40)) x += chip(ui, x, y, widest, tone, text) + gap;
  };
  const Tone accent{ui.theme.accent, ui.theme.accent_soft};
  // The short ones first: a long section title gives way.
  if (view.meeting == Meeting::kFirst) add(ui.theme.good, ui.tr(words::kFirstMeeting));
  if (const std::optional<Phrase> kind = kind_text(view.kind)) add(accent, ui.tr(*kind));
  if (!view.section.empty()) add(accent, view.section);
  const bool is_empty = x == area.x && meta.empty();
  if (!is_empty) y += line.height + ui.px(10);
}

void draw_stem(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  const bool is_long = view.stem_length > kLongStem;
  const TextStyle style{is_long ? Font::kLabel : Font::kStem, ui.theme.text,
                        is_long ? kTextLine : kHeadingLine};
  y += draw_formatted(ui, style, area.x, y, area.width, view.stem);
  if (view.code.empty()) return;
  y += ui.px(kGap);
  y += draw_formatted(ui, style, area.x, y, area.width, view.code);
}

void draw_advice(Ui& ui, const Rect& area, float& y) {
  const float padding = ui.px(10);
  const std::string_view advice = ui.tr(words::kFirstMeetingAdvice);
  const float inner_width = area.width - 2 * padding;
  const float height = paragraph_height(ui, Font::kSmall, inner_width, advice) + 2 * ui.px(6);
  fill(ui, {area.x, y, area.width, height}, ui.theme.good.fill, kRowRadius);
  draw_paragraph(ui, Font::kSmall, area.x + padding, y + ui.px(6), inner_width, ui.theme.good.text, advice);
  y += height + ui.px(kGap);
}

/// A document's answer without points: one block to say aloud, then to compare with.
StudyIntent draw_whole_answer(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  const float heading = ui.px(28);
  draw_text(ui, Font::kLabel, {area.x, y, area.width, heading}, ui.theme.text,
            ui.tr(words::kReferenceAnswer));
  y += heading + ui.px(8);
  if (view.answer) {
    y += draw_formatted(ui, {Font::kBody, ui.theme.text}, area.x, y, area.width, view.answer->text);
    return {};
  }
  const Rect bar{area.x, y, area.width, ui.px(44)};
  const Pointer pointer = click_area(ui, "reveal answer", bar);
  fill(ui, bar, ui.theme.accent_soft, kRowRadius);
  draw_text_fitted(ui, Font::kSmall, {bar.x + ui.px(kGap), bar.y, bar.width - 2 * ui.px(kGap), bar.height},
                   ui.theme.accent, ui.tr(words::kRevealAnswer));
  y += bar.height;
  return pointer == Pointer::kClicked ? StudyIntent{RevealNext{}} : StudyIntent{};
}

}  // namespace

DrawnCard draw_study_card(Ui& ui, const StudyView& view, const Rect& column, float top) {
  const float padding = std::min(ui.px(kCardPadding), column.width * 0.06f);
  const Rect area{column.x + padding, 0, column.width - 2 * padding, 0};
  DrawnCard drawn;
  // The sheet is as high as what it holds, which is known only when that is drawn.
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSplit(2);
  list.ChannelsSetCurrent(1);

  float y = top + std::round(padding * 0.85f);
  draw_first_line(ui, view, area, y);
  draw_stem(ui, view, area, y);
  y += std::round(ui.px(kBetweenParts));
  horizontal_line(ui, area.x, y, area.width);
  y += std::round(ui.px(kBetweenParts));
  if (view.meeting == Meeting::kFirst) draw_advice(ui, area, y);
  drawn.newest_bottom = y;
  const auto take = [&](const StudyIntent& intent) {
    if (!is_nothing(intent)) drawn.intent = intent;
  };
  if (is_typing_answer(view) || view.typed) take(draw_typed_answer(ui, view, area, y));
  switch (view.asked_as) {
    case AskedAs::kPoints: take(draw_points(ui, view, area, y, drawn.newest_bottom)); break;
    case AskedAs::kWhole: take(draw_whole_answer(ui, view, area, y)); break;
    case AskedAs::kChoice: take(draw_choices(ui, view, area, y)); break;
    case AskedAs::kFill: take(draw_fill(ui, view, area, y)); break;
  }
  if (view.verdict != Verdict::kOpen) {
    draw_verdict(ui, view, area, y);
    drawn.newest_bottom = y;
  }
  if (view.answer) draw_notes(ui, *view.answer, view.asked_as, area, y);
  if (view.example) take(draw_example(ui, *view.example, area, y, drawn.newest_bottom));
  drawn.bottom = y + padding;

  list.ChannelsSetCurrent(0);
  card_sheet(ui, {column.x, top, column.width, drawn.bottom - top});
  list.ChannelsMerge();
  return drawn;
}

}  // namespace rehearse
