#include "gui/window/interview/report_parts.h"

#include <algorithm>
#include <cmath>

#include "core/interview/interview_text.h"
#include "gui/window/interview/past_interviews.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kPadding = 24;
constexpr float kBetweenSheets = 16;
constexpr float kBarHeight = 8;
constexpr float kMarksWidth = 76;
constexpr float kNumberWidth = 26;
constexpr float kRowInset = 8;

double share_of(double earned, double marks) { return marks > 0 ? earned / marks : 0; }

void draw_bar(Ui& ui, const Rect& rect, double share) {
  fill(ui, rect, ui.theme.placeholder, kBarHeight / 2);
  const float width = rect.width * static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (width >= rect.height)
    fill(ui, {rect.x, rect.y, width, rect.height}, tone_of_share(ui.theme, share).text, kBarHeight / 2);
}

std::string of_marks(double earned, double marks) { return marks_text(earned) + " / " + marks_text(marks); }

void draw_heading(Ui& ui, const Rect& area, float& y, std::string_view title) {
  const float height = ui.px(30);
  draw_text_fitted(ui, Font::kLabel, {area.x, y, area.width, height}, ui.theme.text, title);
  y += height + ui.px(4);
}

std::string change_text(const Ui& ui, const ReportView& view) {
  if (!view.previous) return {};
  const long change = std::lround(view.total) - std::lround(*view.previous);
  if (change == 0) return std::string(ui.tr(words::kInterviewSame));
  return ui.tr(change > 0 ? words::kInterviewBetter : words::kInterviewWorse,
               {std::to_string(std::abs(change))});
}

void draw_figure(Ui& ui, const Rect& cell, ImU32 colour, std::string_view figure, std::string_view words) {
  draw_text_fitted(ui, Font::kStem, {cell.x, cell.y, cell.width, ui.px(36)}, colour, figure, Align::kLeft);
  draw_text_fitted(ui, Font::kSmall, {cell.x, cell.y + ui.px(36), cell.width, ui.px(22)}, ui.theme.muted,
                   words);
}

void draw_items(Ui& ui, const ReportView::Question& question, const Rect& area, float& y) {
  const float marks = ui.px(kMarksWidth), indent = ui.px(kNumberWidth);
  const float width = area.width - indent - marks - ui.px(16);
  for (const ReportView::Item& item : question.items) {
    const std::string_view text =
        item.text.empty() ? ui.tr(words::kInterviewTheWhole) : std::string_view(item.text);
    const float line = std::round(ui.fonts.em(Font::kSmall) * kTextLine);
    draw_text(ui, Font::kSmall, {area.right() - marks, y, marks, line},
              tone_of_share(ui.theme, share_of(item.earned, item.marks)).text,
              of_marks(item.earned, item.marks), Align::kRight);
    y += draw_paragraph(ui, Font::kSmall, area.x + indent, y, width, ui.theme.muted, text) + ui.px(3);
  }
}

Pointer draw_question(Ui& ui, const ReportView::Question& question, std::size_t index, const Rect& row,
                      bool is_selected) {
  const Pointer pointer = click_area(ui, "question " + std::to_string(index), row, TabStop::kNo);
  const float inset = ui.px(kRowInset);
  if (is_selected || pointer != Pointer::kAway)
    fill(ui, row, is_selected ? ui.theme.accent_soft : ui.theme.background, kRowRadius);
  const Rect area{row.x + inset, row.y + inset, row.width - 2 * inset, row.height - 2 * inset};
  const float marks = ui.px(kMarksWidth), number = ui.px(kNumberWidth), upper = ui.px(24);
  draw_text(ui, Font::kSmall, {area.x, area.y, number, upper}, ui.theme.faint, std::to_string(index + 1));
  const std::string_view stem =
      question.stem.empty() ? ui.tr(words::kInterviewQuestionGone) : std::string_view(question.stem);
  draw_text_fitted(ui, Font::kDetail,
                   {area.x + number, area.y, area.width - number - marks - ui.px(12), upper}, ui.theme.text,
                   stem);
  const double share = share_of(question.earned, question.marks);
  draw_text(ui, Font::kDetailBold, {area.right() - marks, area.y, marks, upper},
            tone_of_share(ui.theme, share).text, of_marks(question.earned, question.marks), Align::kRight);
  const Rect lower{area.x + number, area.y + upper, area.width - number, ui.px(20)};
  const bool is_in_time = question.spent <= question.limit;
  const float time = ui.px(96);
  draw_text_fitted(ui, Font::kTiny, {lower.right() - time, lower.y, time, lower.height},
                   is_in_time ? ui.theme.muted : ui.theme.again.text,
                   clock_text(question.spent) + " / " + clock_text(question.limit), Align::kRight);
  draw_bar(ui,
           {lower.x, std::round(lower.y + (lower.height - ui.px(kBarHeight)) / 2),
            lower.width - time - ui.px(12), ui.px(kBarHeight)},
           share);
  return pointer;
}

std::string drill_text(const Ui& ui, const ReportView::Question& question) {
  if (question.is_drilled_whole) return std::string(ui.tr(words::kInterviewAllOfIt));
  std::string text;
  for (const std::string& cue : question.missed)
    text += (text.empty() ? "" : std::string(ui.tr(words::kInterviewListSeparator))) + cue;
  return text.empty() ? std::string(ui.tr(words::kInterviewPointsGone)) : text;
}

}  // namespace

void draw_report_total(Ui& ui, const ReportView& view, const Rect& column, float& y) {
  Sheet sheet(ui, column, y, kPadding);
  const Rect& area = sheet.inner();
  const float big = ui.px(76);
  const std::string total = marks_text(view.total);
  const float width = draw_text(ui, Font::kClock, {area.x, area.y - ui.px(4), area.width, big},
                                tone_of_share(ui.theme, view.total / 100).text, total);
  draw_text(ui, Font::kSmall, {area.x, area.y + big - ui.px(4), ui.px(200), ui.px(22)}, ui.theme.muted,
            ui.tr(words::kInterviewOutOf));
  const float left = area.x + std::max(width, ui.px(90)) + ui.px(36);
  const bool has_trend = view.trend.size() > 1;
  const float room = area.right() - left;
  const float column_width = has_trend ? room * 0.42f : room;
  const float used = std::max(ui.px(96), column_width * (has_trend ? 1.0f : 0.4f));
  draw_figure(ui, {left, area.y, used, 0}, view.spent <= view.limit ? ui.theme.text : ui.theme.again.text,
              clock_text(view.spent) + " / " + clock_text(view.limit), ui.tr(words::kInterviewTime));
  const auto in_time = std::count_if(view.questions.begin(), view.questions.end(),
                                     [](const auto& question) { return question.spent <= question.limit; });
  const std::string punctual =
      ui.tr(words::kInterviewOfQuestions, {std::to_string(in_time), std::to_string(view.questions.size())});
  const Rect second = has_trend ? Rect{left, area.y + ui.px(62), used, 0}
                                : Rect{left + used + ui.px(16), area.y, room - used - ui.px(16), 0};
  const float lower = area.y + ui.px(has_trend ? 62 + 58 : 98);
  if (second.width > ui.px(40))
    draw_figure(ui, second, ui.theme.text, punctual, ui.tr(words::kInterviewInTime));
  if (has_trend) {
    draw_trend(ui, {left + used + ui.px(8), area.y - ui.px(4), room - used - ui.px(8), ui.px(120)},
               view.trend);
    draw_text_fitted(ui, Font::kSmall,
                     {area.x, area.y + big + ui.px(18), left - area.x - ui.px(10), ui.px(22)}, ui.theme.muted,
                     change_text(ui, view));
  }
  y = sheet.close(lower) + ui.px(kBetweenSheets);
}

DrawnQuestions draw_report_questions(Ui& ui, const ReportView& view, const Rect& column, float& y) {
  DrawnQuestions drawn;
  Sheet sheet(ui, column, y, kPadding);
  const Rect& area = sheet.inner();
  float row_y = area.y;
  draw_heading(ui, area, row_y, ui.tr(words::kInterviewEach));
  const float inset = ui.px(kRowInset);
  for (std::size_t i = 0; i < view.questions.size(); ++i) {
    const Rect row{area.x - inset, row_y, area.width + 2 * inset, ui.px(44) + 2 * inset};
    const bool is_selected = view.selected == i;
    if (draw_question(ui, view.questions[i], i, row, is_selected) == Pointer::kClicked)
      drawn.intent = SelectReportedQuestion{is_selected ? std::nullopt : std::optional(i)};
    row_y = row.bottom() + ui.px(2);
    if (!is_selected) continue;
    row_y += ui.px(4);
    draw_items(ui, view.questions[i], area, row_y);
    row_y += ui.px(6);
    drawn.selected = {row.x, row.y, row.width, row_y - row.y};
  }
  y = sheet.close(row_y) + ui.px(kBetweenSheets);
  return drawn;
}

void draw_report_sections(Ui& ui, const ReportView& view, const Rect& column, float& y) {
  if (view.sections.size() < 2) return;
  Sheet sheet(ui, column, y, kPadding);
  const Rect& area = sheet.inner();
  float row_y = area.y;
  draw_heading(ui, area, row_y, ui.tr(words::kInterviewBySection));
  const float row = ui.px(32), marks = ui.px(kMarksWidth), gap = ui.px(14);
  const float name = std::round((area.width - marks - 2 * gap) * 0.45f);
  for (const ReportView::Section& section : view.sections) {
    const double share = share_of(section.earned, section.marks);
    draw_text_fitted(
        ui, Font::kDetail, {area.x, row_y, name, row}, ui.theme.text,
        section.title.empty() ? ui.tr(words::kInterviewNoSection) : std::string_view(section.title));
    draw_bar(ui,
             {area.x + name + gap, std::round(row_y + (row - ui.px(kBarHeight)) / 2),
              area.width - name - marks - 2 * gap, ui.px(kBarHeight)},
             share);
    draw_text(ui, Font::kDetail, {area.right() - marks, row_y, marks, row},
              tone_of_share(ui.theme, share).text, of_marks(section.earned, section.marks), Align::kRight);
    row_y += row;
  }
  y = sheet.close(row_y) + ui.px(kBetweenSheets);
}

void draw_report_drill(Ui& ui, const ReportView& view, const Rect& column, float& y) {
  Sheet sheet(ui, column, y, kPadding);
  const Rect& area = sheet.inner();
  float row_y = area.y;
  const bool is_any = std::any_of(view.questions.begin(), view.questions.end(),
                                  [](const ReportView::Question& question) { return question.is_drilled; });
  if (!is_any) {
    row_y += draw_paragraph(ui, Font::kDetail, area.x, row_y, area.width, ui.theme.good.text,
                            ui.tr(words::kInterviewNothingMissed));
  } else {
    draw_heading(ui, area, row_y,
                 view.drill_day.empty() ? std::string(ui.tr(words::kInterviewDrilledTomorrow))
                                        : ui.tr(words::kInterviewDrilled, {view.drill_day}));
    const float number = ui.px(kNumberWidth), line = std::round(ui.fonts.em(Font::kDetail) * kTextLine);
    for (std::size_t i = 0; i < view.questions.size(); ++i) {
      if (!view.questions[i].is_drilled) continue;
      draw_text(ui, Font::kSmall, {area.x, row_y, number, line}, ui.theme.faint, std::to_string(i + 1));
      row_y += draw_paragraph(ui, Font::kDetail, area.x + number, row_y, area.width - number, ui.theme.text,
                              drill_text(ui, view.questions[i])) +
               ui.px(4);
    }
  }
  y = sheet.close(row_y) + ui.px(kBetweenSheets);
}

}  // namespace rehearse
