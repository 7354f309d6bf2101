#include "gui/window/screens/grade_row.h"

#include <algorithm>
#include <cmath>

#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr int kGrades = 6;
constexpr float kBetween = 10;

constexpr std::array kWords{Text::kGrade0, Text::kGrade1, Text::kGrade2,
                            Text::kGrade3, Text::kGrade4, Text::kGrade5};

const Tone& tone_of(const Theme& theme, Quality quality) {
  switch (quality) {
    case Quality::kHard: return theme.hard;
    case Quality::kGood: return theme.good;
    case Quality::kPerfect: return theme.easy;
    default: return theme.again;
  }
}

std::string interval_text(const Ui& ui, int days) {
  if (days <= 0) return std::string(ui.tr(Text::kSameDay));
  return days == 1 ? std::string(ui.tr(Text::kDay)) : ui.tr(Text::kDays, {std::to_string(days)});
}

void draw_button(Ui& ui, const Rect& rect, Quality quality, const GradeView& grade, Pointer pointer) {
  const Tone& tone = tone_of(ui.theme, quality);
  const bool is_chosen = quality == grade.chosen;
  const ImU32 ink = is_chosen ? ui.theme.card : tone.text;
  fill(ui, rect, is_chosen ? tone.text : tone.fill, kButtonRadius);
  const bool is_marked = quality == grade.suggested && !is_chosen;
  if (is_marked || (pointer != Pointer::kAway && !is_chosen)) outline(ui, rect, tone.text, kButtonRadius);

  const float badge = ui.px(18);
  const Rect digit_box{rect.x + ui.px(8), rect.y + ui.px(8), badge, badge};
  const std::string digit = std::to_string(static_cast<int>(quality));
  fill(ui, digit_box, is_chosen ? with_opacity(ui.theme.card, 0.25f) : ui.theme.card, 5);
  draw_text(ui, Font::kSmall, digit_box, is_chosen ? ink : ui.theme.muted, digit, Align::kCentre);

  Rect word_box{rect.x, rect.y, rect.width, rect.height};
  const std::string_view word = ui.tr(kWords[static_cast<std::size_t>(quality)]);
  const float word_width = ui.fonts.width(Font::kLabel, word);
  const bool is_narrow = (rect.width - word_width) / 2 < badge + ui.px(12);
  if (is_narrow) word_box = {rect.x, rect.y + rect.height * 0.36f, rect.width, rect.height * 0.6f};
  const bool is_tight = word_width > rect.width - ui.px(8) || (is_narrow && grade.days);
  const Font font = is_tight ? Font::kSmall : Font::kLabel;
  if (grade.days) {
    const Rect upper{word_box.x, word_box.y, word_box.width, word_box.height * 0.6f};
    const Rect lower{word_box.x, word_box.y + word_box.height * 0.48f, word_box.width, word_box.height * 0.48f};
    draw_text_fitted(ui, font, upper, ink, word, Align::kCentre);
    draw_text_fitted(ui, is_narrow ? Font::kTiny : Font::kSmall, lower, is_chosen ? ink : ui.theme.muted,
                     interval_text(ui, (*grade.days)[static_cast<std::size_t>(quality)]), Align::kCentre);
  } else {
    draw_text_fitted(ui, font, word_box, ink, word, Align::kCentre);
  }
}

}  // namespace

Intent draw_grade_row(Ui& ui, const Rect& row, const GradeView& grade) {
  const float gap = ui.px(kBetween);
  const float width = std::floor((row.width - gap * (kGrades - 1)) / kGrades);
  Intent intent;
  for (int value = 0; value < kGrades; ++value) {
    const auto quality = static_cast<Quality>(value);
    const Rect rect{row.x + static_cast<float>(value) * (width + gap), row.y, width, row.height};
    const Pointer pointer = click_area(ui, "grade " + std::to_string(value), rect);
    draw_button(ui, rect, quality, grade, pointer);
    if (pointer == Pointer::kClicked) intent = GradeAs{quality};
  }
  return intent;
}

}  // namespace rehearse
