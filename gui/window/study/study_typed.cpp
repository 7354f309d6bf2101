// Answers that are typed: blanks in a line, answers in a box, and what the check found in them.
#include <algorithm>
#include <cmath>

#include "gui/window/strings/study_words.h"
#include "gui/window/study/study_card.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kAfterAnswer = 18;
constexpr TextBoxRows kAnswerRows{4, 14};

const Tone& tone_of(const Theme& theme, PointVerdict verdict) {
  return verdict == PointVerdict::kRecalled ? theme.good : theme.hard;
}

/// What told of a point stands on a soft fill with a line under it.
void draw_found(Ui& ui, const TypedAnswerView& typed, const Rect& text, Font font) {
  const std::vector<TextLine>& lines = ui.paragraphs.lines(font, typed.text, text.width);
  const float height = std::round(kTextLine * ui.fonts.em(font));
  const std::string_view all = typed.text;
  float y = text.y;
  for (const TextLine& line : lines) {
    const std::size_t seen_end = line.begin + seen_part(all, line).size();
    for (const TypedAnswerView::Found& found : typed.found) {
      const std::size_t begin = std::max(found.begin, line.begin), end = std::min(found.end, seen_end);
      if (begin >= end) continue;
      const float left = text.x + ui.fonts.width(font, all.substr(line.begin, begin - line.begin));
      const float width = ui.fonts.width(font, all.substr(begin, end - begin));
      const Tone& tone = tone_of(ui.theme, found.verdict);
      const float inset = height * 0.1f;
      fill(ui, {left, y + inset, width, height - 2 * inset}, tone.fill, 3);
      fill(ui, {left, y + height - inset - ui.px(2), width, ui.px(2)}, tone.text);
    }
    y += height;
  }
}

void draw_checked(Ui& ui, const TypedAnswerView& typed, const Rect& area, float& y) {
  const Rect heading{area.x, y, area.width, ui.px(28)};
  draw_text(ui, Font::kLabel, heading, ui.theme.text, ui.tr(words::kStudyYourAnswer));
  draw_text(ui, Font::kSmall, heading, ui.theme.muted,
            ui.tr(words::kStudyCovers, {std::to_string(typed.recalled), std::to_string(typed.asked)}),
            Align::kRight);
  y += heading.height + ui.px(6);
  const float padding = ui.px(kGap);
  const Font font = Font::kDetail;
  const bool is_empty = typed.text.empty();
  const std::string_view said = is_empty ? ui.tr(words::kStudyNothingTyped) : std::string_view(typed.text);
  const float width = area.width - 2 * padding;
  const float height = paragraph_height(ui, font, width, said);
  fill(ui, {area.x, y, area.width, height + 2 * padding}, ui.theme.background, kRowRadius);
  const Rect text{area.x + padding, y + padding, width, height};
  if (!is_empty) draw_found(ui, typed, text, font);
  draw_paragraph(ui, font, text.x, text.y, width, is_empty ? ui.theme.faint : ui.theme.text, said);
  y += height + 2 * padding + ui.px(kAfterAnswer);
}

}  // namespace

StudyIntent draw_typed_answer(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  if (view.typed) return draw_checked(ui, *view.typed, area, y), StudyIntent{};
  const TextEditor& field = *view.field;
  const Rect box{area.x, y, area.width, text_box_height(ui, field, area.width, kAnswerRows)};
  TextBoxLook look;
  look.placeholder = ui.tr(words::kStudyTypePlaceholder);
  look.focus = TextBoxFocus::kAlways;
  const DrawnTextBox drawn = draw_text_box(ui, "answer", box, field, look);
  y = box.bottom() + ui.px(kAfterAnswer);
  return drawn.pointed ? StudyIntent{PointInAnswer{*drawn.pointed}} : StudyIntent{};
}

StudyIntent draw_fill(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  if (!view.field) return {};
  const Rect box{area.x, y, area.width, text_box_height(ui, *view.field, area.width, {1, 1})};
  const bool is_open = view.verdict == Verdict::kOpen;
  TextBoxLook look;
  look.focus = is_open ? TextBoxFocus::kAlways : TextBoxFocus::kNever;
  if (view.verdict == Verdict::kRight) look.border = ui.theme.good.text;
  if (view.verdict == Verdict::kWrong) look.border = ui.theme.again.text;
  const DrawnTextBox drawn = draw_text_box(ui, "answer", box, *view.field, look);
  y += box.height;
  if (is_open && view.blanks > 1) {
    y += ui.px(8);
    y += draw_paragraph(ui, Font::kSmall, area.x, y, area.width, ui.theme.muted,
                        ui.tr(words::kSeveralBlanks, {std::to_string(view.blanks)}));
  }
  return drawn.pointed ? StudyIntent{PointInAnswer{*drawn.pointed}} : StudyIntent{};
}

}  // namespace rehearse
