// A calendar of small squares, a week a column, the darker the more was done: the habit at a glance.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "core/base/time.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct CalendarWords {
  std::function<std::string(unsigned month)> month;      // 1 to 12; short
  std::function<std::string(unsigned weekday)> weekday;  // 0 is Monday; short
  std::function<std::string(StudyDay day, std::uint32_t count)> value;
};

/// Pixels that `weeks` columns take, and that all seven rows take.
float calendar_width(const Ui& ui, std::size_t weeks);
float calendar_height(const Ui& ui);

/// The days up to `today`, one of `counts` each and the last of them today, as many weeks as there is room
/// for: from the left, with today in the last column. A stop of Tab; Left and Right go from day to day.
void calendar_map(Ui& ui, std::string_view id, const Rect& rect, StudyDay today,
                  std::span<const std::uint32_t> counts, const CalendarWords& words);

}  // namespace rehearse
