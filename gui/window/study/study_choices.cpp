// Options to choose from, and what the check of a card that checks itself found.
#include <algorithm>
#include <cmath>

#include "gui/window/strings/study_words.h"
#include "gui/window/study/study_card.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

struct ChoiceColours {
  ImU32 fill, border, letter;
};

ChoiceColours colours_of(const Theme& theme, ChoiceState state) {
  switch (state) {
    case ChoiceState::kChosen: return {theme.accent_soft, theme.accent, theme.accent};
    case ChoiceState::kRight: return {theme.good.fill, theme.good.text, theme.good.text};
    case ChoiceState::kOverlooked: return {theme.card, theme.good.text, theme.good.text};
    case ChoiceState::kWrong: return {theme.again.fill, theme.again.text, theme.again.text};
    case ChoiceState::kOpen: break;
  }
  return {theme.card, theme.border, theme.muted};
}

ImU32 colour_of(const Ui& ui, Verdict verdict) {
  switch (verdict) {
    case Verdict::kRight: return ui.theme.good.text;
    case Verdict::kWrong: return ui.theme.again.text;
    default: return ui.theme.muted;
  }
}

}  // namespace

StudyIntent draw_choices(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  const float padding = ui.px(kGap);
  const float indent = ui.px(34);
  const float key_width = ui.px(30);
  const float text_width = area.width - 2 * padding - indent - key_width;
  const float line_height = std::round(ui.fonts.em(Font::kBody) * kTextLine);
  StudyIntent intent;
  for (std::size_t i = 0; i < view.choices.size(); ++i) {
    ChoiceView choice = view.choices[i];
    if (view.kind == QuestionKind::kTrueFalse) choice.text = ui.tr(i == 0 ? words::kTrue : words::kFalse);
    const float text_height =
        std::max(line_height, paragraph_height(ui, Font::kBody, text_width, choice.text));
    const Rect row{area.x, y, area.width, text_height + ui.px(16)};
    const Pointer pointer =
        view.verdict == Verdict::kOpen ? click_area(ui, "choice " + std::to_string(i), row) : Pointer::kAway;
    const ChoiceColours colours = colours_of(ui.theme, choice.state);
    fill(ui, row, colours.fill, kRowRadius);
    outline(ui, row, pointer == Pointer::kAway ? colours.border : ui.theme.accent, kRowRadius);
    const float text_y = y + ui.px(8);
    draw_text(ui, Font::kLabel, {area.x + padding, text_y, indent, line_height}, colours.letter,
              choice.letter);
    draw_paragraph(ui, Font::kBody, area.x + padding + indent, text_y, text_width, ui.theme.text,
                   choice.text);
    const std::string key = std::to_string(i + 1);
    const Rect key_box{row.right() - padding - ui.px(18), text_y + (line_height - ui.px(18)) / 2, ui.px(18),
                       ui.px(18)};
    const bool is_plain = choice.state == ChoiceState::kOpen;
    outline(ui, key_box, is_plain ? ui.theme.border : with_opacity(colours.letter, 0.4f), 5);
    draw_text(ui, Font::kTiny, key_box, is_plain ? ui.theme.faint : colours.letter, key, Align::kCentre);
    if (pointer == Pointer::kClicked) intent = ChooseOption{i};
    y += row.height + ui.px(10);
  }
  y -= ui.px(10);
  return intent;
}

void draw_verdict(Ui& ui, const StudyView& view, const Rect& area, float& y) {
  y += ui.px(16);
  if (view.verdict == Verdict::kNoKey) {
    y += draw_paragraph(ui, Font::kBody, area.x, y, area.width, colour_of(ui, view.verdict),
                        std::string(ui.tr(words::kNoKey)));
    return;
  }
  const bool is_right = view.verdict == Verdict::kRight;
  const Rect line{area.x, y, area.width, ui.px(26)};
  const float width = draw_text(ui, Font::kLabel, line, colour_of(ui, view.verdict),
                                ui.tr(is_right ? words::kRight : words::kWrong)) +
                      ui.px(kGap);
  const bool truth = view.kind == QuestionKind::kTrueFalse;
  const bool is_true = !view.choices.empty() && (view.choices.front().state == ChoiceState::kRight ||
                                                 view.choices.front().state == ChoiceState::kOverlooked);
  const std::string answer =
      ui.tr(words::kRightAnswer,
            {truth ? std::string(ui.tr(is_true ? words::kTrue : words::kFalse)) : view.right_answer});
  const float height =
      draw_paragraph(ui, Font::kBody, area.x + width, y, area.width - width, ui.theme.text, answer);
  y += std::max(line.height, height);
}

}  // namespace rehearse
