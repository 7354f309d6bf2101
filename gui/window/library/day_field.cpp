#include "gui/window/library/day_field.h"

#include <array>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr std::array kOffered{1, 7, 14, 30};  // days from today

}  // namespace

DayField::DayField(StudyDay today, std::optional<StudyDay> day)
    : today_(today), editor_(TextLines::kOne, day ? format_day(*day) : std::string()) {}

void DayField::take(const DayIntent& intent) {
  if (intent.pointed) editor_.take(*intent.pointed);
  if (intent.days)
    editor_ = TextEditor(TextLines::kOne, format_day(today_ + std::chrono::days{*intent.days}));
}

bool DayField::empty() const { return trimmed(editor_.text()).empty(); }

std::optional<StudyDay> DayField::day() const {
  const std::string text = nfkc(editor_.text());  // 2026－12－05 of a Chinese keyboard
  const Result<StudyDay> day = parse_day(trimmed(text));
  if (!day || *day < today_) return std::nullopt;
  return *day;
}

std::optional<Phrase> DayField::fault() const {
  if (empty() || day()) return std::nullopt;
  return parse_day(trimmed(nfkc(editor_.text()))) ? words::kLibraryDayPast : words::kLibraryDayWrong;
}

float DayField::draw(Ui& ui, const std::string& id, float x, float y, float width, DayIntent& intent) const {
  const float height = ui.px(kControlHeight), gap = ui.px(8), button = ui.px(64);
  const float buttons = (button + gap) * static_cast<float>(kOffered.size());
  const bool is_beside = width >= buttons + ui.px(170);
  const std::optional<Phrase> wrong = fault();
  TextBoxLook look;
  look.placeholder = ui.tr(words::kLibraryDayHint);
  look.font = Font::kDetail;
  if (wrong) look.border = ui.theme.again.text;
  const float field = is_beside ? width - buttons : width;
  const DrawnTextBox drawn = draw_text_box(ui, id, {x, y, field, height}, editor_, look);
  if (drawn.pointed) intent.pointed = drawn.pointed;
  float bottom = y + height, left = x + field + gap;
  if (!is_beside) {
    left = x;
    y = bottom + gap;
    bottom = y + height;
  }
  for (const int days : kOffered) {
    const std::string number = std::to_string(days);
    if (form_button(ui, id + " +" + number, {left, y, button, height},
                    ui.tr(words::kLibraryInDays, {number})))
      intent.days = days;
    left += button + gap;
  }
  const Rect below{x, bottom + ui.px(2), width, std::round(ui.px(22))};
  if (wrong) draw_text_fitted(ui, Font::kSmall, below, ui.theme.again.text, ui.tr(*wrong));
  return below.bottom() - (is_beside ? y : y - height - gap);
}

}  // namespace rehearse
