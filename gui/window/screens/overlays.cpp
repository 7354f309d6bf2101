#include "gui/window/screens/overlays.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

struct KeyLine {
  std::string keys;
  Text action;
};

std::vector<KeyLine> keys_of(const Ui& ui, ScreenName screen) {
  const std::string space(ui.tr(Text::kKeySpace));
  const std::string enter(ui.tr(Text::kKeyEnter));
  std::vector<KeyLine> lines;
  switch (screen) {
    case ScreenName::kToday: lines = {{"↑ ↓", Text::kActPick}, {enter, Text::kActStart}}; break;
    case ScreenName::kStudy:
      lines = {
          {space, Text::kActReveal}, {"A", Text::kActRevealAll},           {"1–9, 0", Text::kActTickOrder},
          {"1–9", Text::kActChoose}, {"← →, Alt+0–5", Text::kActOverride}, {"I", Text::kActIntervals},
          {enter, Text::kActGrade},  {"Ctrl+Z", Text::kActUndo},           {"PgUp PgDn", Text::kActScroll},
          {"Esc", Text::kActLeave}};
      break;
    case ScreenName::kImport:
      lines = {{enter, Text::kActKeep}, {"Esc", Text::kActCancel}, {"PgUp PgDn", Text::kActScroll}};
      break;
    case ScreenName::kSummary: lines = {{enter, Text::kActLeave}, {"Ctrl+Z", Text::kActUndo}}; break;
  }
  lines.push_back({"Ctrl+T", Text::kActTheme});
  lines.push_back({"Ctrl+L", Text::kActLanguage});
  lines.push_back({"Ctrl+ + − 0", Text::kActZoom});
  lines.push_back({"F1", Text::kActKeys});
  lines.push_back({"Ctrl+Q", Text::kActQuit});
  return lines;
}

}  // namespace

Intent draw_keys(Ui& ui, ScreenName screen) {
  const std::vector<KeyLine> lines = keys_of(ui, screen);
  const Rect& window = ui.window;
  const float padding = ui.px(24);
  const float heading = ui.px(44);
  const float height =
      std::min(ui.px(32), (window.height - heading - 3 * padding) / static_cast<float>(lines.size()));
  const float width = std::min(ui.px(560), window.width - 2 * ui.px(12));
  const float sheet_height = heading + height * static_cast<float>(lines.size()) + 2 * padding;
  const Rect sheet{std::round(window.x + (window.width - width) / 2),
                   std::round(window.y + std::max(0.0f, window.height - sheet_height) / 2), width,
                   sheet_height};

  // A window of its own, so that it lies over scrolled content too.
  ImGui::SetNextWindowPos(window.begin());
  ImGui::SetNextWindowSize({window.width, window.height});
  ImGui::Begin("keys", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground);
  fill(ui, window, with_opacity(IM_COL32_BLACK, 0.35f));
  const Pointer pointer = click_area(ui, "close keys", window);
  card_sheet(ui, sheet);
  const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding, heading};
  draw_text(ui, Font::kLabel, {inner.x, inner.y, inner.width, ui.px(28)}, ui.theme.text,
            ui.tr(Text::kKeysTitle));
  draw_text(ui, Font::kSmall, {inner.x, inner.y, inner.width, ui.px(28)}, ui.theme.faint,
            "Esc " + std::string(ui.tr(Text::kActClose)), Align::kRight);
  const float keys_width = std::min(ui.px(140), inner.width * 0.4f);
  float y = inner.y + heading;
  for (const KeyLine& line : lines) {
    draw_text_fitted(ui, Font::kDetail, {inner.x, y, keys_width - ui.px(8), height}, ui.theme.accent,
                     line.keys);
    draw_text_fitted(ui, Font::kDetail, {inner.x + keys_width, y, inner.width - keys_width, height},
                     ui.theme.text, ui.tr(line.action));
    y += height;
  }
  ImGui::End();
  return pointer == Pointer::kClicked ? Intent{ToggleKeys{}} : Intent{};
}

}  // namespace rehearse
