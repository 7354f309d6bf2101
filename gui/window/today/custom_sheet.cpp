#include <algorithm>
#include <array>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/sheet_parts.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::array kKindWords{words::kTodayCustomAhead, words::kTodayCustomWeakest,
                                words::kTodayCustomMissed, words::kTodayCustomSection};
static_assert(kKindWords.size() == kCustomKinds);

std::vector<std::string> named(const Ui& ui, const std::vector<std::string>& titles, const Phrase& untitled) {
  std::vector<std::string> names = titles;
  for (std::string& name : names)
    if (name.empty()) name = ui.tr(untitled);
  return names;
}

/// The number, or the section, that the chosen kind asks for. True when it was changed.
bool draw_measure(Ui& ui, SheetFrame& frame, CustomSheet& sheet) {
  const auto step = [&](const Phrase& label, const Phrase& unit, int& value, int by, int least, int most) {
    const Rect rect = frame.labelled_row(ui.tr(label));
    const int steps = stepper(ui, "measure", rect, ui.tr(unit, {std::to_string(value)}));
    value = std::clamp(value + steps * by, least, most);
    return steps != 0;
  };
  switch (sheet.kind) {
    case CustomKind::kAhead:
      return step(words::kTodayCustomDays, words::kTodayDays, sheet.days_ahead, 1, 0, 60);
    case CustomKind::kWeakest:
      return step(words::kTodayCustomCards, words::kTodayCards, sheet.cards, 5, 5, 500);
    case CustomKind::kMissedToday: return false;
    case CustomKind::kSection: break;
  }
  const Rect rect = frame.labelled_row(ui.tr(words::kTodayCustomChapter));
  if (sheet.sections.empty()) {
    draw_text_fitted(ui, Font::kDetail, rect, ui.theme.muted, ui.tr(words::kTodayCustomPickDeck));
    return false;
  }
  const auto section =
      dropdown(ui, "section", rect, named(ui, sheet.sections, words::kTodayNoSection), sheet.section);
  if (section) sheet.section = *section;
  return section.has_value();
}

}  // namespace

TodayIntent draw_sheet(Ui& ui, const CustomSheet& sheet) {
  SheetFrame frame(ui, "custom sheet", ui.tr(words::kTodayCustom), {}, 4);
  TodayIntent intent;
  if (frame.was_left()) intent = CloseTodaySheet{};
  CustomSheet wanted = sheet;
  bool is_changed = false;
  const Rect deck_row = frame.labelled_row(ui.tr(words::kTodayCustomDeck));
  if (const auto deck =
          dropdown(ui, "studied deck", deck_row, named(ui, sheet.decks, words::kAllDecks), sheet.deck)) {
    wanted.deck = *deck;
    is_changed = true;
  }
  std::vector<std::string> kinds;
  for (const Phrase& kind : kKindWords) kinds.emplace_back(ui.tr(kind));
  const Rect kind_row = frame.labelled_row(ui.tr(words::kTodayCustomWhat));
  if (const auto kind = dropdown(ui, "kind", kind_row, kinds, static_cast<std::size_t>(sheet.kind))) {
    wanted.kind = static_cast<CustomKind>(*kind);
    is_changed = true;
  }
  is_changed |= draw_measure(ui, frame, wanted);
  const Rect minutes_row = frame.labelled_row(ui.tr(words::kTodayCustomMinutes));
  const int steps =
      stepper(ui, "minutes", minutes_row, ui.tr(words::kTodayMinutes, {std::to_string(sheet.minutes)}));
  wanted.minutes = std::clamp(sheet.minutes + 5 * steps, 5, 240);
  if (is_changed || steps != 0) intent = ChangeSheet{std::move(wanted)};

  if (quiet_button(ui, "leave", frame.button(0, 2), ui.tr(words::kTodayCancel), {}))
    intent = CloseTodaySheet{};
  if (main_button(ui, "start custom", frame.button(1, 2), ui.tr(words::kTodayCustomStart),
                  ui.tr(words::kKeyEnter)))
    intent = StartCustom{};
  return intent;
}

}  // namespace rehearse
