// Charts by our own hand. Each is a stop of Tab; Left and Right, or the pointer, go through its places, and
// what stands there is said in words over it.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gui/window/ui/ui.h"

namespace rehearse {

/// What a chart says; asked for only where it is shown, in every frame.
struct ChartWords {
  std::function<std::string(std::size_t)> label;  // below a place; short
  std::function<std::string(std::size_t)> value;  // what stands there; lines parted by '\n'
};

struct ChartScale {
  double least_top = 1;   // the axis reaches at least so far
  std::string_view unit;  // behind the numbers beside the axis: "%"
};

/// Where the keyboard begins.
enum class ChartStart { kFirst, kLast };

/// Of one colour in a chart of bars: they stand on each other, the first series at the bottom.
struct ChartSeries {
  std::span<const double> values;  // one for each place, none below 0
  ImU32 colour;
};

/// All series have as many values.
void bar_chart(Ui& ui, std::string_view id, const Rect& rect, std::span<const ChartSeries> series,
               const ChartScale& scale, ChartStart start, const ChartWords& words);

/// A line over a soft area. A value that is no number leaves a gap.
void line_chart(Ui& ui, std::string_view id, const Rect& rect, std::span<const double> values, ImU32 colour,
                const ChartScale& scale, ChartStart start, const ChartWords& words);

struct LegendEntry {
  ImU32 colour;
  std::string_view name;
};
/// One line, from the left; what finds no room is left out. Returns how wide it is.
float chart_legend(Ui& ui, const Rect& line, std::span<const LegendEntry> entries);

/// How much of a whole, from 0 to 1, as a ring with its percentage in the middle of a square box.
void share_ring(Ui& ui, const Rect& box, double share, ImU32 colour);

/// The place, of `count`, that is pointed at with the pointer in `area`, or else chosen by Left and Right
/// while the focus is on it. For charts of other kinds.
std::optional<std::size_t> chart_place(Ui& ui, std::string_view id, const Rect& area, std::size_t count,
                                       ChartStart start, std::optional<std::size_t> pointed_at);
/// Where the pointer is, unless something lies over it here.
std::optional<ImVec2> pointer_in(const Rect& area);

}  // namespace rehearse
