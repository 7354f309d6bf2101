#include "gui/window/today/today_sheets.h"

#include "gui/window/today/sheet_parts.h"

namespace rehearse {
namespace {

TodayIntent draw_sheet(Ui&, const std::monostate&) { return {}; }

/// Enter on the sheet itself.
TodayIntent done(const std::monostate&) { return {}; }
TodayIntent done(const DateSheet& sheet) { return saved(sheet); }
TodayIntent done(const CustomSheet&) { return StartCustom{}; }
TodayIntent done(const SpreadSheet&) { return SpreadBacklog{}; }

/// A date is typed, or moved by a day with Up and Down.
TodayIntent typed_into(const DateSheet& sheet, const Event& event) {
  DateSheet changed = sheet;
  if (const auto* press = std::get_if<KeyPressed>(&event)) {
    const int step = press->key == Key::kUp ? 1 : press->key == Key::kDown ? -1 : 0;
    if (step != 0) {
      const StudyDay day = typed_day(sheet).value_or(sheet.today) + std::chrono::days{step};
      changed.typed = TextEditor(TextLines::kOne, format_day(std::max(day, sheet.today)));
      return ChangeSheet{std::move(changed)};
    }
  }
  if (!changed.typed.take(event)) return {};
  return ChangeSheet{std::move(changed)};
}

}  // namespace

TodayIntent draw_today_sheet(Ui& ui, const TodaySheet& sheet) {
  return std::visit([&](const auto& open) { return draw_sheet(ui, open); }, sheet);
}

TodayIntent today_sheet_event(const TodaySheet& sheet, const Event& event) {
  if (const auto* press = std::get_if<KeyPressed>(&event); press && press->modifier == Modifier::kNone) {
    if (press->key == Key::kEscape) return CloseTodaySheet{};
    if (press->key == Key::kEnter) return std::visit([](const auto& open) { return done(open); }, sheet);
  }
  const auto* date = std::get_if<DateSheet>(&sheet);
  return date ? typed_into(*date, event) : TodayIntent{};
}

}  // namespace rehearse
