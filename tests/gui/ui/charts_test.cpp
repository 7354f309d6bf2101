// The numbers beside charts, and what keys and pointer find in them.
#include "gui/window/ui/charts.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "gui/window/ui/calendar_map.h"
#include "gui/window/ui/chart_axis.h"
#include "tests/gui/null_window.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

using test::NullWindow;

bool shows(const NullWindow& window, std::string_view text) {
  for (const Probe::Area& area : window.probe().texts)
    if (area.id == text) return true;
  return false;
}

constexpr std::array kValues{3.0, 0.0, 7.0, 2.0};

bool draw_bars(Ui& ui) {
  const ChartSeries series[] = {{kValues, ui.theme.accent}};
  bar_chart(ui, "bars", {100, 100, 400, 200}, series, {}, ChartStart::kLast,
            {[](std::size_t place) { return "L" + std::to_string(place); },
             [](std::size_t place) { return "value " + std::to_string(place) + "\nsecond line"; }});
  return false;
}

}  // namespace

TEST_SUITE("gui/window/ui/charts") {
  TEST_CASE("an axis reaches its highest value in few steps of 1 2 or 5 times a power of ten") {
    for (int most_steps = 1; most_steps <= 6; ++most_steps)
      for (double most = 0; most < 3e6; most = most * 1.37 + 0.5) {
        const ChartAxis axis = chart_axis(most, most_steps);
        INFO(most << " in " << most_steps);
        CHECK(axis.top() >= most);
        CHECK(axis.steps >= 1);
        CHECK(axis.steps <= most_steps);
        const double factor = axis.step / std::pow(10, std::floor(std::log10(axis.step) + 1e-9));
        CHECK((std::abs(factor - 1) < 1e-6 || std::abs(factor - 2) < 1e-6 || std::abs(factor - 5) < 1e-6));
        if (axis.step > 1) CHECK(axis.top() < 10 * most);
      }
  }

  TEST_CASE("labels that are shown do not touch") {
    for (float width = 1; width < 80; width += 7)
      for (float pitch = 1; pitch < 90; pitch += 3) {
        const std::size_t stride = label_stride(width, 10, pitch);
        CHECK(pitch * static_cast<float>(stride) >= width + 10);
        if (stride > 1) CHECK(pitch * static_cast<float>(stride - 1) < width + 10);
      }
    CHECK(label_stride(50, 10, 0) == 1);
  }

  TEST_CASE("left and right go through the bars of the chart that has the focus and say what they are") {
    NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    window.show(draw_bars);
    CHECK(shows(window, "L3"));
    CHECK(!shows(window, "second line"));
    window.focus().take({Key::kTab});
    window.show(draw_bars);
    CHECK(shows(window, "value 3"));
    CHECK(shows(window, "second line"));
    window.focus().take({Key::kLeft});
    window.show(draw_bars);
    CHECK(shows(window, "value 2"));
    for (int i = 0; i < 9; ++i) {
      window.focus().take({Key::kLeft});
      window.show(draw_bars);
    }
    CHECK(shows(window, "value 0"));
    window.focus().take({Key::kEscape});
    window.show(draw_bars);
    CHECK(!shows(window, "value 0"));
  }

  TEST_CASE("a calendar begins on a Monday and ends today") {
    NullWindow window;
    if (!window.has_fonts()) SKIP_IN_WORDS("the system has no font");
    const std::vector<std::uint32_t> counts(17, 2);
    const StudyDay today = *parse_day("2026-12-02");  // a Wednesday
    const test::Screen draw = [&](Ui& ui) {
      calendar_map(
          ui, "calendar", {50, 50, calendar_width(ui, 10), calendar_height(ui)}, today, counts,
          {[](unsigned month) { return "m" + std::to_string(month); },
           [](unsigned weekday) { return "w" + std::to_string(weekday); },
           [](StudyDay day, std::uint32_t count) { return format_day(day) + ": " + std::to_string(count); }});
      return false;
    };
    window.show(draw);
    window.focus().take({Key::kTab});
    window.show(draw);
    CHECK(shows(window, "2026-12-02: 2"));
    for (int i = 0; i < 40; ++i) {
      window.focus().take({Key::kLeft});
      window.show(draw);
    }
    CHECK(shows(window, "2026-11-16: 2"));
    CHECK(shows(window, "m12"));
  }

  TEST_CASE("charts without any place are drawn") {
    NullWindow window;
    CHECK(!window.show([](Ui& ui) {
      const ChartWords words{[](std::size_t) { return std::string(); },
                             [](std::size_t) { return std::string(); }};
      bar_chart(ui, "bars", {0, 0, 200, 100}, {}, {}, ChartStart::kFirst, words);
      line_chart(ui, "line", {0, 100, 200, 100}, {}, ui.theme.accent, {100, "%"}, ChartStart::kLast, words);
      return false;
    }));
  }
}

}  // namespace rehearse
