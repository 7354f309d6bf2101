#include "gui/window/ui/charts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gui/window/ui/chart_axis.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/tip.h"

namespace rehearse {
namespace {

constexpr float kLabelLine = 22;  // below the plot
constexpr float kLeastStep = 30;  // between two lines of the axis
constexpr float kLabelGap = 14;
constexpr float kWidestBar = 30;
constexpr float kShareOfPitch = 0.72f;
constexpr float kAreaOpacity = 0.16f;
constexpr float kRoomForDot = 36;  // between two places of a line

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

std::string number_text(double value, std::string_view unit) {
  return std::to_string(std::llround(value)) + std::string(unit);
}

/// Where values lie: the axis is drawn, places are not.
struct Plot {
  Rect rect;
  double top = 1;
  std::size_t count = 0;

  float pitch() const { return rect.width / static_cast<float>(std::max<std::size_t>(1, count)); }
  float middle(std::size_t place) const { return rect.x + pitch() * (static_cast<float>(place) + 0.5f); }
  float height(double value) const { return static_cast<float>(std::min(1.0, value / top)) * rect.height; }
  std::optional<std::size_t> place_at(float x) const {
    if (count == 0 || x < rect.x || x >= rect.right()) return std::nullopt;
    return std::min(count - 1, static_cast<std::size_t>((x - rect.x) / pitch()));
  }
};

Plot draw_axis(Ui& ui, const Rect& rect, double most, std::size_t count, const ChartScale& scale) {
  const float half_text = ui.px(9);
  Plot plot;
  plot.count = count;
  plot.rect = {rect.x, rect.y + half_text, rect.width, rect.height - half_text - ui.px(kLabelLine)};
  const int room = std::max(1, static_cast<int>(plot.rect.height / ui.px(kLeastStep)));
  const ChartAxis axis = chart_axis(std::max(most, scale.least_top), std::min(room, 5));
  plot.top = axis.top();
  const float side = std::round(ui.fonts.width(Font::kTiny, number_text(plot.top, scale.unit)) + ui.px(8));
  plot.rect.x += side;
  plot.rect.width -= side;
  for (int i = 0; i <= axis.steps; ++i) {
    const float y = std::round(plot.rect.bottom() - plot.height(axis.step * i));
    horizontal_line(ui, plot.rect.x, y, plot.rect.width);
    draw_text(ui, Font::kTiny, {rect.x, y - half_text, side - ui.px(8), 2 * half_text}, ui.theme.muted,
              number_text(axis.step * i, scale.unit), Align::kRight);
  }
  return plot;
}

void draw_labels(Ui& ui, const Plot& plot, ChartStart start, const ChartWords& words) {
  if (plot.count == 0) return;
  float widest = 0;
  for (const std::size_t place : {std::size_t{0}, plot.count / 2, plot.count - 1})
    widest = std::max(widest, ui.fonts.width(Font::kTiny, words.label(place)));
  const float gap = ui.px(kLabelGap);
  const std::size_t stride = label_stride(widest, gap, plot.pitch());
  const std::size_t named = start == ChartStart::kFirst ? 0 : (plot.count - 1) % stride;
  float free_from = plot.rect.x - widest;
  for (std::size_t place = named; place < plot.count; place += stride) {
    const std::string text = words.label(place);
    const float width = ui.fonts.width(Font::kTiny, text);
    const float x = std::min(plot.middle(place) - width / 2, plot.rect.right() - width);
    if (x < free_from) continue;
    draw_text(ui, Font::kTiny, {x, plot.rect.bottom() + ui.px(4), width, ui.px(kLabelLine - 4)},
              ui.theme.muted, text);
    free_from = x + width + gap / 2;
  }
}

/// The chosen place, lit from behind.
std::optional<std::size_t> light_place(Ui& ui, std::string_view id, const Rect& rect, const Plot& plot,
                                       ChartStart start) {
  const auto pointer = pointer_in(rect);
  const auto place =
      chart_place(ui, id, rect, plot.count, start, pointer ? plot.place_at(pointer->x) : std::nullopt);
  if (!place) return std::nullopt;
  const float width = std::max(plot.pitch(), ui.px(3));
  fill(ui, {plot.middle(*place) - width / 2, plot.rect.y, width, plot.rect.height},
       with_opacity(ui.theme.accent, 0.12f), 3);
  return place;
}

}  // namespace

std::optional<ImVec2> pointer_in(const Rect& area) {
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(area.begin(), area.end())) return std::nullopt;
  return ImGui::GetIO().MousePos;
}

std::optional<std::size_t> chart_place(Ui& ui, std::string_view id, const Rect& area, std::size_t count,
                                       ChartStart start, std::optional<std::size_t> pointed_at) {
  tab_stop(ui, id, area);
  if (count == 0) return std::nullopt;
  const int last = static_cast<int>(count) - 1;
  // Remembered with the window, as what is scrolled is.
  int& place = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID(id.data(), id.data() + id.size()), -1);
  if (place < 0 || place > last) place = start == ChartStart::kFirst ? 0 : last;
  if (ui.focus) place = std::clamp(place + ui.focus->take_steps(id), 0, last);
  if (pointed_at) return pointed_at;
  if (!has_focus(ui, id)) return std::nullopt;
  return static_cast<std::size_t>(place);
}

void bar_chart(Ui& ui, std::string_view id, const Rect& rect, std::span<const ChartSeries> series,
               const ChartScale& scale, ChartStart start, const ChartWords& words) {
  const std::size_t count = series.empty() ? 0 : series.front().values.size();
  double most = 0;
  const auto sum_at = [&](std::size_t place) {
    double sum = 0;
    for (const ChartSeries& one : series) sum += one.values[place];
    return sum;
  };
  for (std::size_t place = 0; place < count; ++place) most = std::max(most, sum_at(place));
  const Plot plot = draw_axis(ui, rect, most, count, scale);
  const auto lit = light_place(ui, id, rect, plot, start);
  const float width = std::clamp(plot.pitch() * kShareOfPitch, 1.0f, ui.px(kWidestBar));
  for (std::size_t place = 0; place < count; ++place) {
    const float x = std::round(plot.middle(place) - width / 2);
    double below = 0;
    for (const ChartSeries& one : series) {
      if (one.values[place] <= 0) continue;
      const float bottom = plot.rect.bottom() - plot.height(below);
      below += one.values[place];
      // What is there is seen, however little it is.
      const float top = std::min(plot.rect.bottom() - plot.height(below), bottom - 1);
      list().AddRectFilled({x, top}, {x + width, bottom}, one.colour, std::min(ui.px(2), width / 3));
    }
  }
  draw_labels(ui, plot, start, words);
  if (lit) draw_tip(ui, plot.middle(*lit), plot.rect.bottom() - plot.height(sum_at(*lit)), words.value(*lit));
}

void line_chart(Ui& ui, std::string_view id, const Rect& rect, std::span<const double> values, ImU32 colour,
                const ChartScale& scale, ChartStart start, const ChartWords& words) {
  double most = 0;
  for (const double value : values)
    if (std::isfinite(value)) most = std::max(most, value);
  const Plot plot = draw_axis(ui, rect, most, values.size(), scale);
  const auto lit = light_place(ui, id, rect, plot, start);
  const auto at = [&](std::size_t place) {
    return ImVec2(plot.middle(place), plot.rect.bottom() - plot.height(values[place]));
  };
  for (std::size_t place = 0; place < values.size(); ++place) {
    if (!std::isfinite(values[place])) continue;
    const bool goes_on = place + 1 < values.size() && std::isfinite(values[place + 1]);
    const bool came_on = place > 0 && std::isfinite(values[place - 1]);
    if (goes_on) {
      const ImVec2 from = at(place), to = at(place + 1);
      list().AddQuadFilled(from, to, {to.x, plot.rect.bottom()}, {from.x, plot.rect.bottom()},
                           with_opacity(colour, kAreaOpacity));
      list().AddLine(from, to, colour, ui.px(2));
    }
    const bool is_apart = (!goes_on && !came_on) || lit == place;
    if (is_apart || plot.pitch() >= ui.px(kRoomForDot))
      list().AddCircleFilled(at(place), ui.px(is_apart ? 4.0f : 3.0f), colour);
  }
  draw_labels(ui, plot, start, words);
  if (!lit) return;
  const double value = std::isfinite(values[*lit]) ? values[*lit] : 0;
  draw_tip(ui, plot.middle(*lit), plot.rect.bottom() - plot.height(value), words.value(*lit));
}

float chart_legend(Ui& ui, const Rect& line, std::span<const LegendEntry> entries) {
  const float side = ui.px(10), inner = ui.px(6), gap = ui.px(16);
  float x = line.x;
  for (const LegendEntry& entry : entries) {
    const float width = side + inner + ui.fonts.width(Font::kTiny, entry.name);
    if (x + width > line.right()) break;
    fill(ui, {x, line.y + (line.height - side) / 2, side, side}, entry.colour, 3);
    draw_text(ui, Font::kTiny, {x + side + inner, line.y, width, line.height}, ui.theme.muted, entry.name);
    x += width + gap;
  }
  return std::max(0.0f, x - gap - line.x);
}

void share_ring(Ui& ui, const Rect& box, double share, ImU32 colour) {
  constexpr float kTurn = 2 * std::numbers::pi_v<float>, kTop = -kTurn / 4;
  const ImVec2 middle(box.x + box.width / 2, box.y + box.height / 2);
  const float stroke = ui.px(3.5f), radius = box.width / 2 - stroke / 2;
  const auto filled = static_cast<float>(std::clamp(share, 0.0, 1.0));
  list().AddCircle(middle, radius, ui.theme.placeholder, 0, stroke);
  if (filled > 0) {
    list().PathArcTo(middle, radius, kTop, kTop + kTurn * filled, 48);
    list().PathStroke(colour, 0, stroke);
  }
  draw_text(ui, Font::kTiny, box, ui.theme.text, std::to_string(std::lround(filled * 100)) + "%",
            Align::kCentre);
}

}  // namespace rehearse
