#include "gui/window/shell/shell_keys.h"

#include <utility>

#include "gui/window/shell/rail.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

void change_preferences(Desk& desk, const std::function<void(Preferences&)>& change) {
  Preferences preferences = desk.preferences();
  change(preferences);
  desk.set_preferences(std::move(preferences));
}

void toggle_theme(Desk& desk) {
  const ThemeChoice next = desk.theme() == ThemeName::kLight ? ThemeChoice::kDark : ThemeChoice::kLight;
  change_preferences(desk, [&](Preferences& preferences) { preferences.theme = next; });
}

void toggle_language(Desk& desk, Page& front) {
  const Language next = other(desk.language());
  change_preferences(desk, [&](Preferences& preferences) { preferences.language = next; });
  desk.attempt(words::kNotRead, [&] { front.refresh(); });
}

void zoom(Desk& desk, int steps) {
  change_preferences(desk, [&](Preferences& preferences) {
    preferences.text_size = stepped_text_size(preferences.text_size, steps);
  });
}

void undo(Desk& desk, Page& front) {
  if (front.undo()) return;
  desk.undo();
  desk.attempt(words::kNotRead, [&] { front.refresh(); });
}

void redo(Desk& desk, Page& front) {
  if (front.redo()) return;
  desk.redo();
  desk.attempt(words::kNotRead, [&] { front.refresh(); });
}

void ask_for_documents(Desk& desk, Page& front) {
  if (!front.ask_for_documents()) desk.open(ImportRequest{});
}

bool take_ctrl(Desk& desk, Page& front, Key key) {
  const int digit = digit_of(key);
  if (digit >= 1 && digit <= kPlaceCount) return desk.go(static_cast<Place>(digit - 1)), true;
  switch (key) {
    case Key::kT: return toggle_theme(desk), true;
    case Key::kL: return toggle_language(desk, front), true;
    case Key::kZ: return undo(desk, front), true;
    case Key::kY: return redo(desk, front), true;
    case Key::kQ: return desk.quit(), true;
    case Key::kPlus: return zoom(desk, +1), true;
    case Key::kMinus: return zoom(desk, -1), true;
    case Key::kDigit0: return zoom(desk, 0), true;
    case Key::kComma: return desk.go(Place::kSettings), true;
    case Key::kO: return ask_for_documents(desk, front), true;
    default: return false;
  }
}

}  // namespace

bool take_shell_key(Desk& desk, Page& front, const KeyPressed& press) {
  switch (press.modifier) {
    case Modifier::kCtrl: return take_ctrl(desk, front, press.key);
    case Modifier::kCtrlShift:
      if (press.key == Key::kPlus) return zoom(desk, +1), true;  // + needs Shift on many keyboards
      if (press.key == Key::kZ) return redo(desk, front), true;
      return false;
    default: return false;
  }
}

std::vector<PaletteEntry> palette_entries(Desk& desk, Page& front) {
  std::vector<PaletteEntry> entries = front.palette();
  for (int i = 0; i < kPlaceCount; ++i) {
    const auto place = static_cast<Place>(i);
    entries.push_back(
        {in_both(name_of(place)), "Ctrl+" + std::to_string(i + 1), [&desk, place] { desk.go(place); }});
  }
  entries.push_back(
      {in_both(words::kImportDocuments), "Ctrl+O", [&desk, &front] { ask_for_documents(desk, front); }});
  entries.push_back({in_both(words::kActUndo), "Ctrl+Z", [&desk, &front] { undo(desk, front); }});
  entries.push_back({in_both(words::kActRedo), "Ctrl+Y", [&desk, &front] { redo(desk, front); }});
  entries.push_back({in_both(words::kActTheme), "Ctrl+T", [&desk] { toggle_theme(desk); }});
  entries.push_back(
      {in_both(words::kActLanguage), "Ctrl+L", [&desk, &front] { toggle_language(desk, front); }});
  entries.push_back({in_both(words::kActLarger), "Ctrl++", [&desk] { zoom(desk, +1); }});
  entries.push_back({in_both(words::kActSmaller), "Ctrl+−", [&desk] { zoom(desk, -1); }});
  desk.attempt(words::kNotRead, [&] {
    for (const DeckSummary& deck : desk.library().decks(desk.now()))
      entries.push_back({in_both(words::kStudyDeck, {deck.title}), "", [&desk, id = deck.id] {
                           desk.open(StudyRequest{{StudyChoice{id}, {}}});
                         }});
  });
  entries.push_back({in_both(words::kActQuit), "Ctrl+Q", [&desk] { desk.quit(); }});
  return entries;
}

}  // namespace rehearse
