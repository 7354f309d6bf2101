#include "gui/window/shell/rail.h"

#include <array>
#include <cmath>

#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/icons.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kWide = 192, kNarrow = 60;
constexpr float kRoomForWords = 940;  // logical width of a window whose navigation has words
constexpr float kRowHeight = 44;
constexpr float kDotRadius = 4;

struct Entry {
  Place place;
  Phrase name;
  Icon icon;
};
constexpr std::array kEntries{Entry{Place::kToday, words::kPlaceToday, Icon::kToday},
                              Entry{Place::kLibrary, words::kPlaceLibrary, Icon::kLibrary},
                              Entry{Place::kInterview, words::kPlaceInterview, Icon::kInterview},
                              Entry{Place::kStatistics, words::kPlaceStatistics, Icon::kStatistics},
                              Entry{Place::kGroups, words::kPlaceGroups, Icon::kGroups},
                              Entry{Place::kSettings, words::kPlaceSettings, Icon::kSettings}};
static_assert(kEntries.size() == kPlaceCount);

bool has_words(const Ui& ui) { return ui.window.width >= ui.px(kRoomForWords); }

}  // namespace

const Phrase& name_of(Place place) { return kEntries[static_cast<std::size_t>(place)].name; }

Rect rail_area(const Ui& ui) {
  const float width = std::round(ui.px(has_words(ui) ? kWide : kNarrow));
  return {ui.window.x, ui.window.y, width, ui.window.height};
}

std::optional<Place> draw_rail(Ui& ui, const Rect& area, Place here, SettingsMark mark) {
  fill(ui, area, ui.theme.card);
  const float line = std::max(1.0f, std::round(ui.px(1)));
  fill(ui, {area.right() - line, area.y, line, area.height}, ui.theme.border);
  const bool words = has_words(ui);
  const float margin = ui.px(8);
  const float room = (area.height - 2 * ui.px(16)) / static_cast<float>(kEntries.size());
  const float height = std::min(ui.px(kRowHeight), room);
  float y = area.y + ui.px(16);
  std::optional<Place> clicked;
  for (const Entry& entry : kEntries) {
    const Rect row{area.x + margin, y, area.width - 2 * margin, height - ui.px(4)};
    const std::string id = "go " + std::string(entry.name.in(Language::kEnglish));
    const Pointer pointer = click_area(ui, id, row);
    const bool is_here = entry.place == here;
    if (is_here)
      fill(ui, row, ui.theme.accent_soft, kRowRadius);
    else if (pointer != Pointer::kAway)
      fill(ui, row, ui.theme.background, kRowRadius);
    const ImU32 ink = is_here ? ui.theme.accent : ui.theme.muted;
    const float icon_side = ui.px(20);
    const float icon_x = words ? row.x + ui.px(12) : row.x + (row.width - icon_side) / 2;
    draw_icon(ui, entry.icon, {icon_x, row.y + (row.height - icon_side) / 2, icon_side, icon_side}, ink);
    if (entry.place == Place::kSettings && mark == SettingsMark::kWantsALook)
      fill(ui,
           {icon_x + icon_side - ui.px(4), row.y + (row.height - icon_side) / 2 - ui.px(2), ui.px(8),
            ui.px(8)},
           ui.theme.again.text, kDotRadius);
    if (words) {
      const float text_x = icon_x + icon_side + ui.px(12);
      draw_text_fitted(ui, is_here ? Font::kDetailBold : Font::kDetail,
                       {text_x, row.y, row.right() - text_x - ui.px(4), row.height},
                       is_here ? ui.theme.accent : ui.theme.text, ui.tr(entry.name));
    }
    if (pointer == Pointer::kClicked) clicked = entry.place;
    y += height;
  }
  return clicked;
}

}  // namespace rehearse
