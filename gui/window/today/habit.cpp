#include "gui/window/today/habit.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/calendar_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_parts.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {

CalendarWords calendar_words(const Ui& ui) {
  const Language language = ui.language;
  return {[language](unsigned month) { return std::string(words::kMonths.at(month - 1).in(language)); },
          [language](unsigned weekday) { return std::string(words::kWeekdays.at(weekday).in(language)); },
          [language](StudyDay day, std::uint32_t count) {
            const std::string date = format_day(day);
            if (count == 0) return filled(language, words::kDayNoAnswers, {date});
            if (count == 1) return filled(language, words::kDayOneAnswer, {date});
            return filled(language, words::kDayAnswers, {date, std::to_string(count)});
          }};
}

void draw_habit(Ui& ui, const TodayView& view, const Rect& column, float& y) {
  if (view.habit.empty()) return;
  const float padding = ui.px(18), heading = ui.px(26);
  const Rect sheet{column.x, y, column.width,
                   std::round(2 * padding + heading + ui.px(6) + calendar_height(ui))};
  card_sheet(ui, sheet);
  const Rect line{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding, heading};
  draw_text_fitted(ui, Font::kDetailBold, line, ui.theme.text, ui.tr(words::kTodayHabit));
  calendar_map(ui, "habit", {line.x, line.bottom() + ui.px(6), line.width, calendar_height(ui)}, view.day,
               view.habit, calendar_words(ui));
  y += sheet.height + ui.px(16);
}

}  // namespace rehearse
