#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/sheet_parts.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

using std::chrono::days;

constexpr int kMostDays = 3650;  // to type more is a slip

/// What the typed text means, or what is wrong with it.
void draw_meaning(Ui& ui, const DateSheet& sheet, const Rect& line) {
  const auto day = typed_day(sheet);
  if (trimmed(sheet.typed.text()).empty()) {
    draw_text_fitted(ui, Font::kSmall, line, ui.theme.muted, ui.tr(words::kTodayDateHint));
  } else if (!day) {
    draw_text_fitted(ui, Font::kSmall, line, ui.theme.again.text, ui.tr(words::kTodayDateWrong));
  } else if (*day < sheet.today) {
    draw_text_fitted(ui, Font::kSmall, line, ui.theme.again.text, ui.tr(words::kTodayDatePast));
  } else {
    const std::string count = std::to_string((*day - sheet.today).count());
    draw_text_fitted(ui, Font::kSmall, line, ui.theme.good.text,
                     format_day(*day) + " · " + ui.tr(words::kTodayDateFar, {count}));
  }
}

}  // namespace

std::optional<StudyDay> typed_day(const DateSheet& sheet) {
  const std::string typed = nfkc(sheet.typed.text());
  const std::string_view text = trimmed(typed);
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc{} && end == text.data() + text.size())
    return count >= 0 && count <= kMostDays ? std::optional(sheet.today + days{count}) : std::nullopt;
  const auto day = parse_day(text);
  return day ? std::optional(*day) : std::nullopt;
}

TodayIntent saved(const DateSheet& sheet) {
  const auto day = typed_day(sheet);
  return day && *day >= sheet.today ? TodayIntent{SetInterview{day}} : TodayIntent{};
}

TodayIntent draw_sheet(Ui& ui, const DateSheet& sheet) {
  SheetFrame frame(ui, "interview sheet", ui.tr(words::kTodayDate), sheet.deck, 3);
  TodayIntent intent;
  if (frame.was_left()) intent = CloseTodaySheet{};
  const DrawnTextBox field =
      draw_text_box(ui, "date", frame.row(), sheet.typed, {.focus = TextBoxFocus::kAlways});
  if (field.pointed) {
    DateSheet changed = sheet;
    changed.typed.take(*field.pointed);
    intent = ChangeSheet{std::move(changed)};
  }
  const Rect line = frame.row();
  draw_meaning(ui, sheet, {line.x, line.y - ui.px(6), line.width, ui.px(24)});

  const Rect quick = frame.row();
  constexpr std::array kQuick{7, 14, 30};
  const float gap = ui.px(10), width = (quick.width - 2 * gap) / 3;
  for (std::size_t i = 0; i < kQuick.size(); ++i) {
    const std::string count = std::to_string(kQuick[i]);
    const Rect rect{quick.x + (width + gap) * static_cast<float>(i), quick.y - ui.px(10), width,
                    quick.height};
    if (!form_button(ui, "plus " + count, rect, ui.tr(words::kTodayPlusDays, {count}))) continue;
    DateSheet changed = sheet;
    changed.typed = TextEditor(TextLines::kOne, format_day(sheet.today + days{kQuick[i]}));
    intent = ChangeSheet{std::move(changed)};
  }
  if (quiet_button(ui, "no date", frame.button(0, 2), ui.tr(words::kTodayNoDate), {}))
    intent = SetInterview{std::nullopt};
  const Rect button = frame.button(1, 2);
  if (is_nothing(saved(sheet))) {
    fill(ui, button, ui.theme.placeholder, kButtonRadius);
    draw_text_fitted(ui, Font::kLabel, button, ui.theme.faint, ui.tr(words::kTodaySaveDate), Align::kCentre);
  } else if (main_button(ui, "save date", button, ui.tr(words::kTodaySaveDate), ui.tr(words::kKeyEnter))) {
    intent = saved(sheet);
  }
  return intent;
}

}  // namespace rehearse
