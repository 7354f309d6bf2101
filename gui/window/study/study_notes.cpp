// What is read under an answer: notes of the document, and the learner's own example.
#include <algorithm>

#include "gui/window/strings/study_words.h"
#include "gui/window/study/study_card.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kBetweenParts = 20;
constexpr float kTitleHeight = 26;
constexpr TextBoxRows kExampleRows{3, 10};

void draw_title(Ui& ui, const Phrase& title, const Rect& area, float& y) {
  draw_text(ui, Font::kSmall, {area.x, y, area.width, ui.px(kTitleHeight)}, ui.theme.faint, ui.tr(title));
  y += ui.px(kTitleHeight);
}

StudyIntent draw_example_field(Ui& ui, const TextEditor& field, const Rect& area, float& y) {
  const Rect box{area.x, y, area.width, text_box_height(ui, field, area.width, kExampleRows, Font::kDetail)};
  TextBoxLook look;
  look.placeholder = ui.tr(words::kStudyExamplePlaceholder);
  look.focus = TextBoxFocus::kAlways;
  look.font = Font::kDetail;
  const DrawnTextBox drawn = draw_text_box(ui, "example", box, field, look);
  y = box.bottom() + ui.px(8);
  const float height = ui.px(28);
  const float half = area.width / 2;
  StudyIntent intent;
  if (link_button(ui, "keep example", {area.x, y, half, height}, ui.tr(words::kStudyKeepExample)))
    intent = KeepExample{};
  if (link_button(ui, "leave example", {area.x + half, y, half, height}, ui.tr(words::kStudyLeaveExample),
                  Align::kRight))
    intent = LeaveExample{};
  y += height;
  return drawn.pointed ? StudyIntent{PointInExample{*drawn.pointed}} : intent;
}

}  // namespace

void draw_notes(Ui& ui, const AnswerView& answer, AskedAs asked_as, const Rect& area, float& y) {
  const bool has_text = asked_as != AskedAs::kWhole && !answer.text.empty();
  if (!has_text && answer.criteria.empty() && answer.analysis.empty()) return;
  y += ui.px(kBetweenParts);
  horizontal_line(ui, area.x, y, area.width);
  y += ui.px(kBetweenParts) * 0.6f;
  const TextStyle style{Font::kDetail, ui.theme.muted};
  const auto part = [&](const Phrase& title, const FormattedText& text) {
    draw_title(ui, title, area, y);
    y += draw_formatted(ui, style, area.x, y, area.width, text) + ui.px(8);
  };
  if (has_text) part(words::kReferenceAnswer, answer.text);
  if (!answer.criteria.empty()) {
    draw_title(ui, words::kCriteria, area, y);
    for (const std::string& criterion : answer.criteria)
      y += draw_paragraph(ui, style.font, area.x, y, area.width, style.colour, criterion);
    y += ui.px(8);
  }
  if (!answer.analysis.empty()) part(words::kAnalysis, answer.analysis);
}

StudyIntent draw_example(Ui& ui, const ExampleView& example, const Rect& area, float& y,
                         float& newest_bottom) {
  y += ui.px(kBetweenParts);
  horizontal_line(ui, area.x, y, area.width);
  y += ui.px(kBetweenParts) * 0.6f;
  if (example.field) {
    draw_title(ui, words::kStudyExample, area, y);
    const StudyIntent intent = draw_example_field(ui, *example.field, area, y);
    newest_bottom = y;
    return intent;
  }
  const float height = ui.px(kTitleHeight);
  if (example.text.empty()) {
    const bool is_clicked =
        link_button(ui, "write example", {area.x, y, area.width, height}, ui.tr(words::kStudyWriteExample));
    y += height;
    return is_clicked ? StudyIntent{WriteExample{}} : StudyIntent{};
  }
  const std::string_view change = ui.tr(words::kStudyChangeExample);
  const float width = ui.fonts.width(Font::kDetail, change) + ui.px(4);
  const bool is_clicked =
      link_button(ui, "write example", {area.right() - width, y, width, height}, change, Align::kRight);
  draw_title(ui, words::kStudyExample, area, y);
  y += draw_formatted(ui, {Font::kDetail, ui.theme.text}, area.x, y, area.width, example.text);
  return is_clicked ? StudyIntent{WriteExample{}} : StudyIntent{};
}

}  // namespace rehearse
