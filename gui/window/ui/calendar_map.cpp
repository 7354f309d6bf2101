#include "gui/window/ui/calendar_map.h"

#include <algorithm>
#include <cmath>

#include "gui/window/ui/charts.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/tip.h"

namespace rehearse {
namespace {

using std::chrono::days;

constexpr int kWeek = 7;
constexpr float kSquare = 13, kBetween = 3;
constexpr float kMonthLine = 20;      // above the squares
constexpr float kWeekdayColumn = 34;  // at their left
constexpr float kShades[] = {0.3f, 0.52f, 0.76f, 1};

float pitch(const Ui& ui) { return std::round(ui.px(kSquare + kBetween)); }

/// 0 is Monday.
unsigned weekday_of(StudyDay day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day.time_since_epoch()}};
  return weekday.iso_encoding() - 1;
}

std::chrono::year_month_day date_of(StudyDay day) {
  return std::chrono::year_month_day{std::chrono::sys_days{day.time_since_epoch()}};
}

ImU32 shade(const Ui& ui, std::uint32_t count, std::uint32_t most) {
  if (count == 0) return ui.theme.placeholder;
  const std::size_t level = std::min<std::size_t>(3, std::size_t{4} * count / (most + 1));
  return with_opacity(ui.theme.good.text, kShades[level]);
}

/// Which squares there are, and where.
struct Grid {
  float x, y;  // of the first square
  float step;
  StudyDay monday, today;  // of the first column
  std::size_t weeks;

  std::size_t days_shown() const { return static_cast<std::size_t>((today - monday).count()) + 1; }
  ImVec2 square(StudyDay day) const {
    const auto at = static_cast<int>((day - monday).count());
    const int week = at / kWeek, weekday = at % kWeek;
    return {x + step * static_cast<float>(week), y + step * static_cast<float>(weekday)};
  }
  std::optional<std::size_t> day_at(const ImVec2& pointer) const {
    const auto column = static_cast<int>(std::floor((pointer.x - x) / step));
    const auto row = static_cast<int>(std::floor((pointer.y - y) / step));
    if (column < 0 || row < 0 || row >= kWeek) return std::nullopt;
    const auto at = static_cast<std::size_t>(column) * kWeek + static_cast<std::size_t>(row);
    return at < days_shown() ? std::optional(at) : std::nullopt;
  }
};

void draw_names(Ui& ui, const Rect& rect, const Grid& grid, const CalendarWords& words) {
  for (const unsigned weekday : {0u, 2u, 4u})
    draw_text(ui, Font::kTiny,
              {rect.x, grid.y + grid.step * static_cast<float>(weekday), grid.x - rect.x - ui.px(6),
               grid.step - ui.px(kBetween)},
              ui.theme.muted, words.weekday(weekday), Align::kRight);
  float free_from = grid.x;
  for (std::size_t week = 0; week < grid.weeks; ++week) {
    // The week that has the first of a month in it bears the month's name.
    const StudyDay monday = grid.monday + days{static_cast<int>(week) * kWeek};
    const auto last = date_of(monday + days{kWeek - 1});
    if (static_cast<unsigned>(last.day()) > kWeek) continue;
    const std::string name = words.month(static_cast<unsigned>(last.month()));
    const float width = ui.fonts.width(Font::kTiny, name);
    const float x = grid.square(monday).x;
    if (x < free_from || x + width > rect.right()) continue;
    draw_text(ui, Font::kTiny, {x, rect.y, width, ui.px(kMonthLine)}, ui.theme.muted, name);
    free_from = x + width + ui.px(6);
  }
}

}  // namespace

float calendar_width(const Ui& ui, std::size_t weeks) {
  return ui.px(kWeekdayColumn) + pitch(ui) * static_cast<float>(weeks);
}

float calendar_height(const Ui& ui) { return ui.px(kMonthLine) + kWeek * pitch(ui); }

void calendar_map(Ui& ui, std::string_view id, const Rect& rect, StudyDay today,
                  std::span<const std::uint32_t> counts, const CalendarWords& words) {
  const float step = pitch(ui);
  const auto room = static_cast<std::size_t>(std::max(1.0f, (rect.width - ui.px(kWeekdayColumn)) / step));
  const std::size_t known = std::max<std::size_t>(1, (counts.size() + kWeek - 1) / kWeek);
  const std::size_t weeks = std::min(room, known);
  const StudyDay monday = today - days{weekday_of(today)} - days{(static_cast<int>(weeks) - 1) * kWeek};
  const Grid grid{rect.x + ui.px(kWeekdayColumn), rect.y + ui.px(kMonthLine), step, monday, today, weeks};

  const auto count_on = [&](StudyDay day) {
    const auto back = static_cast<std::size_t>((today - day).count());
    return back < counts.size() ? counts[counts.size() - 1 - back] : 0u;
  };
  std::uint32_t most = 0;
  for (StudyDay day = monday; day <= today; day += days{1}) most = std::max(most, count_on(day));
  draw_names(ui, rect, grid, words);

  const Rect squares{grid.x, grid.y, step * static_cast<float>(weeks), step * kWeek};
  const auto pointer = pointer_in(squares);
  const auto chosen = chart_place(ui, id, squares, grid.days_shown(), ChartStart::kLast,
                                  pointer ? grid.day_at(*pointer) : std::nullopt);
  const float side = step - ui.px(kBetween);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (StudyDay day = monday; day <= today; day += days{1}) {
    const ImVec2 begin = grid.square(day), end(begin.x + side, begin.y + side);
    list.AddRectFilled(begin, end, shade(ui, count_on(day), most), ui.px(3));
    if (day == today) list.AddRect(begin, end, ui.theme.accent, ui.px(3), 0, ui.px(1.5f));
  }
  if (!chosen) return;
  const StudyDay day = monday + days{static_cast<int>(*chosen)};
  const ImVec2 begin = grid.square(day);
  list.AddRect(begin, {begin.x + side, begin.y + side}, ui.theme.text, ui.px(3), 0, ui.px(1.5f));
  draw_tip(ui, begin.x + side / 2, begin.y, words.value(day, count_on(day)));
}

}  // namespace rehearse
