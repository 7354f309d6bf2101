#include "gui/window/study/grade_row.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/study_words.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr int kGrades = 6;
constexpr float kBetween = 10;

constexpr std::array kWords{words::kGrade0, words::kGrade1, words::kGrade2,
                            words::kGrade3, words::kGrade4, words::kGrade5};

const Tone& tone_of(const Theme& theme, Quality quality) {
  switch (quality) {
    case Quality::kHard: return theme.hard;
    case Quality::kGood: return theme.good;
    case Quality::kPerfect: return theme.easy;
    default: return theme.again;
  }
}

std::string interval_text(const Ui& ui, int days) {
  if (days <= 0) return std::string(ui.tr(words::kSameDay));
  return days == 1 ? std::string(ui.tr(words::kDay)) : ui.tr(words::kDays, {std::to_string(days)});
}

constexpr float kBadge = 18;
constexpr float kBadgeInset = 6;

std::string_view word_of(const Ui& ui, Quality quality) {
  return ui.tr(kWords[static_cast<std::size_t>(quality)]);
}

/// How the words stand in buttons of this width: beside the digit, under it, or small under it. The same
/// for all six, or the row would look like a staircase.
enum class Fit { kBeside, kUnder, kSmallUnder };
Fit fit_of(Ui& ui, float width, const GradeView& grade) {
  float longest = 0;
  for (int value = 0; value < kGrades; ++value)
    longest = std::max(longest, ui.fonts.width(Font::kLabel, word_of(ui, static_cast<Quality>(value))));
  // With an interval below it the word moves up, to the height of the digit.
  const float beside_digit = ui.px(kBadge + kBadgeInset + (grade.days ? 4.0f : 0.0f));
  if ((width - longest) / 2 >= beside_digit) return Fit::kBeside;
  return longest < width - ui.px(8) ? Fit::kUnder : Fit::kSmallUnder;
}

void draw_button(Ui& ui, const Rect& rect, Quality quality, const GradeView& grade, Pointer pointer,
                 Fit fit) {
  const Tone& tone = tone_of(ui.theme, quality);
  const bool is_chosen = quality == grade.chosen;
  const ImU32 ink = is_chosen ? ui.theme.card : tone.text;
  fill(ui, rect, is_chosen ? tone.text : tone.fill, kButtonRadius);
  const bool is_marked = quality == grade.suggested && !is_chosen;
  if (is_marked || (pointer != Pointer::kAway && !is_chosen)) outline(ui, rect, tone.text, kButtonRadius);

  const float badge = ui.px(kBadge);
  const float inset = fit == Fit::kBeside ? ui.px(kBadgeInset) : ui.px(kBadgeInset) * 0.5f;
  const Rect digit_box{rect.x + inset, rect.y + inset, badge, badge};
  fill(ui, digit_box, is_chosen ? with_opacity(ui.theme.card, 0.25f) : ui.theme.card, 5);
  draw_text(ui, Font::kSmall, digit_box, is_chosen ? ink : ui.theme.muted,
            std::to_string(static_cast<int>(quality)), Align::kCentre);

  // The word in the middle; with an interval, the two share what is left under the digit.
  const float top = fit == Fit::kBeside ? rect.y : rect.y + inset + badge * (grade.days ? 0.85f : 0.4f);
  const Rect rest{rect.x, top, rect.width, rect.bottom() - top};
  const Font font =
      fit == Fit::kSmallUnder || (fit == Fit::kUnder && grade.days) ? Font::kSmall : Font::kLabel;
  const float share = !grade.days ? 1.0f : fit == Fit::kBeside ? 0.58f : 0.5f;
  draw_text_fitted(ui, font, {rest.x, rest.y, rest.width, rest.height * share}, ink, word_of(ui, quality),
                   Align::kCentre);
  if (!grade.days) return;
  draw_text_fitted(ui, fit == Fit::kBeside ? Font::kSmall : Font::kTiny,
                   {rest.x, rest.y + rest.height * 0.48f, rest.width, rest.height * 0.47f},
                   is_chosen ? ink : ui.theme.muted,
                   interval_text(ui, (*grade.days)[static_cast<std::size_t>(quality)]), Align::kCentre);
}

}  // namespace

StudyIntent draw_grade_row(Ui& ui, const Rect& row, const GradeView& grade) {
  const float gap = ui.px(kBetween);
  const float width = std::floor((row.width - gap * (kGrades - 1)) / kGrades);
  const Fit fit = fit_of(ui, width, grade);
  StudyIntent intent;
  for (int value = 0; value < kGrades; ++value) {
    const auto quality = static_cast<Quality>(value);
    const Rect rect{row.x + static_cast<float>(value) * (width + gap), row.y, width, row.height};
    const Pointer pointer = click_area(ui, "grade " + std::to_string(value), rect);
    draw_button(ui, rect, quality, grade, pointer, fit);
    if (pointer == Pointer::kClicked) intent = GradeAs{quality};
  }
  return intent;
}

}  // namespace rehearse
