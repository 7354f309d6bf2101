// How much is studied a day, and which algorithm says when a card comes again.
#include <array>
#include <cstdio>

#include "gui/window/settings/form.h"
#include "gui/window/settings/settings_sheets.h"
#include "gui/window/strings/settings_words.h"
#include "gui/window/ui/controls.h"

namespace rehearse {
namespace {

constexpr float kStepperWidth = 220;
constexpr float kTwoChoicesWidth = 260;

std::string fixed(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4f", value);
  return text;
}

std::string clock_text(int hour) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:00", hour);
  return text;
}

void draw_fit_result(const SheetPen& pen, FormSheet& sheet, const SchedulerView& view) {
  Ui& ui = pen.ui;
  const std::string reviews = std::to_string(view.reviews), before = fixed(view.loss_before),
                    after = fixed(view.loss_after);
  sheet.paragraph(Font::kDetail, ui.theme.text,
                  before == after ? ui.tr(words::kSettingsFitNoGain, {reviews, after})
                                  : ui.tr(words::kSettingsFitResult, {reviews, before, after}));
  const auto button = [&](const char* id, const Phrase& text, SettingsIntent wanted) {
    if (form_button(ui, id, sheet.button(ui.tr(text)), ui.tr(text))) pen.intent = wanted;
  };
  button("apply fit", words::kSettingsFitApply, ApplyFit{});
  button("discard fit", words::kSettingsFitDiscard, DiscardFit{});
  sheet.end_buttons();
}

/// One button with two meanings: the keyboard stays on it.
void draw_fit(const SheetPen& pen, FormSheet& sheet, const SchedulerView& view) {
  Ui& ui = pen.ui;
  using Work = SchedulerView::Work;
  if (view.work == Work::kFitted) return draw_fit_result(pen, sheet, view);
  const bool is_fitting = view.work == Work::kFitting;
  if (view.work != Work::kNone)
    sheet.paragraph(Font::kDetail, ui.theme.muted,
                    ui.tr(is_fitting ? words::kSettingsFitting : words::kSettingsApplying));
  if (is_fitting) progress_bar(ui, sheet.line(6), static_cast<float>(view.progress));
  const std::string_view text = ui.tr(is_fitting ? words::kSettingsStop : words::kSettingsFit);
  if (form_button(ui, "fit", sheet.button(text), text))
    pen.intent = is_fitting ? SettingsIntent{StopFit{}} : SettingsIntent{StartFit{}};
  sheet.end_buttons();
}

}  // namespace

void draw_amount_sheet(const SheetPen& pen, const StudyAmountView& view) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsStudy));
  sheet.note(ui.tr(words::kSettingsStudyNote));
  const auto step = [&](const char* id, const Phrase& label, const std::string& value,
                        SteppedSetting setting) {
    if (const int steps = stepper(ui, id, sheet.row(ui.tr(label), kStepperWidth), value))
      pen.intent = StepSetting{setting, steps};
  };
  step("minutes", words::kSettingsMinutes,
       ui.tr(words::kSettingsMinutesValue, {std::to_string(view.minutes)}), SteppedSetting::kMinutes);
  step("fresh", words::kSettingsFresh,
       view.fresh == 0 ? std::string(ui.tr(words::kSettingsNoFresh))
                       : ui.tr(words::kSettingsFreshValue, {std::to_string(view.fresh)}),
       SteppedSetting::kFresh);
  step("reviews", words::kSettingsReviews,
       view.reviews ? ui.tr(words::kSettingsReviewsValue, {std::to_string(*view.reviews)})
                    : std::string(ui.tr(words::kSettingsNoLimit)),
       SteppedSetting::kReviews);
  const std::array choices{ui.tr(words::kSettingsMaintain), ui.tr(words::kSettingsQuiet)};
  constexpr std::array kValues{AfterInterview::kMaintenance, AfterInterview::kQuiet};
  if (const auto chosen =
          segments(ui, "after interview", sheet.row(ui.tr(words::kSettingsAfter), kTwoChoicesWidth), choices,
                   view.after_interview == kValues[1] ? 1 : 0))
    pen.intent = ChooseAfterInterview{kValues[*chosen]};
  step("day start", words::kSettingsDayStart, clock_text(view.day_starts), SteppedSetting::kDayStart);
  sheet.note(ui.tr(words::kSettingsDayStartNote));
}

void draw_scheduler_sheet(const SheetPen& pen, const SchedulerView& view) {
  Ui& ui = pen.ui;
  FormSheet sheet(ui, pen.column, pen.y, ui.tr(words::kSettingsScheduler));
  const bool is_fsrs = view.kind == SchedulerKind::kFsrs6;
  const std::array<std::string_view, 2> names{"SM-2", "FSRS-6"};
  if (const auto chosen =
          segments(ui, "scheduler", sheet.row(ui.tr(words::kSettingsAlgorithm), kTwoChoicesWidth), names,
                   is_fsrs ? 1 : 0))
    pen.intent = ChooseScheduler{*chosen == 1 ? SchedulerKind::kFsrs6 : SchedulerKind::kSm2};
  if (is_fsrs) {
    if (const int steps = stepper(ui, "retention", sheet.row(ui.tr(words::kSettingsRetention), kStepperWidth),
                                  std::to_string(view.retention) + "%"))
      pen.intent = StepSetting{SteppedSetting::kRetention, steps};
    sheet.note(ui.tr(words::kSettingsRetentionNote));
    sheet.note(ui.tr(view.is_fitted ? words::kSettingsFsrsFitted : words::kSettingsFsrsDefault));
  } else {
    sheet.note(ui.tr(words::kSettingsSm2Note));
  }
  draw_fit(pen, sheet, view);
}

}  // namespace rehearse
