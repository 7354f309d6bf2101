#include <algorithm>
#include <cmath>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/sheet_parts.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr int kMostDays = 60;

std::string a_day(double whole, int days) { return std::to_string(std::lround(std::ceil(whole / days))); }

}  // namespace

TodayIntent draw_sheet(Ui& ui, const SpreadSheet& sheet) {
  SheetFrame frame(ui, "spread sheet", ui.tr(words::kTodaySpreadTitle), sheet.deck, 3);
  TodayIntent intent;
  if (frame.was_left()) intent = CloseTodaySheet{};
  const Rect rect = frame.labelled_row(ui.tr(words::kTodaySpreadOver));
  const int steps =
      stepper(ui, "days", rect,
              ui.tr(words::kTodayDays, {std::to_string(sheet.days)}) + " · " + format_day(sheet.last_day()));
  if (steps != 0) {
    SpreadSheet changed = sheet;
    changed.days = std::clamp(sheet.days + steps, 1, kMostDays);
    intent = ChangeSheet{std::move(changed)};
  }
  const Rect words = frame.row();
  draw_paragraph(ui, Font::kDetail, words.x, words.y, words.width, ui.theme.muted,
                 ui.tr(words::kTodaySpreadEach, {a_day(static_cast<double>(sheet.cards), sheet.days),
                                                 a_day(sheet.seconds / 60, sheet.days)}));
  if (quiet_button(ui, "leave", frame.button(0, 2), ui.tr(words::kTodayCancel), {}))
    intent = CloseTodaySheet{};
  if (main_button(ui, "spread it", frame.button(1, 2), ui.tr(words::kTodaySpreadDo), ui.tr(words::kKeyEnter)))
    intent = SpreadBacklog{};
  return intent;
}

}  // namespace rehearse
