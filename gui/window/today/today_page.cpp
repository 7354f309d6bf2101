#include "gui/window/today/today_page.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/read_today.h"
#include "gui/window/today/today_screen.h"
#include "gui/window/today/today_sheets.h"

namespace rehearse {
namespace {

// What lies ahead of a deck takes time that grows with it: up to so many cards at once before the first
// frame, those of larger decks one by one after it.
constexpr std::size_t kCardsAtOnce = 4000;

}  // namespace

void TodayPage::refresh() {
  const LocalInstant now = desk_.now();
  const std::vector<DeckSummary> decks = desk_.library().decks(now);
  view_ = view_of(decks, desk_.library().stats(now), desk_.library().day_of(now));
  deck_of_row_.clear();
  if (decks.size() > 1) deck_of_row_.push_back(std::nullopt);
  for (const DeckSummary& deck : decks) deck_of_row_.push_back(deck.id);

  std::size_t cards = 0;
  for (const DeckSummary& deck : decks) cards += deck.cards;
  is_habit_read_ = decks.empty();
  not_read_.clear();
  for (std::size_t i = 0; i < decks.size(); ++i)
    if (is_worth_looking_ahead(decks[i], view_.day))
      not_read_.push_back(i + deck_of_row_.size() - decks.size());
  if (cards <= kCardsAtOnce)
    while (next_tick()) read_next();

  const auto at = std::find(deck_of_row_.begin(), deck_of_row_.end(), desk_.deck);
  select_row(at == deck_of_row_.end() ? 0 : static_cast<std::size_t>(at - deck_of_row_.begin()));
}

void TodayPage::select_row(std::size_t row) {
  if (row >= deck_of_row_.size()) return;
  view_.selected = row;
  desk_.deck = deck_of_row_[row];
  scroll_ = {ScrollWish::To::kNewest};
  const DueToday due = desk_.library().due(desk_.now(), StudyChoice{desk_.deck});
  view_.due = due.due;
  view_.fresh = due.fresh;
  view_.minutes = static_cast<std::size_t>(std::chrono::ceil<std::chrono::minutes>(due.estimate).count());
}

// --- what takes longer ---

std::optional<std::chrono::milliseconds> TodayPage::next_tick() const {
  if (is_habit_read_ && not_read_.empty()) return std::nullopt;
  return std::chrono::milliseconds{0};
}

Redraw TodayPage::tick() {
  if (!next_tick()) return Redraw::kNothing;
  desk_.attempt(words::kNotRead, [&] { read_next(); });
  return Redraw::kUntilSettled;
}

void TodayPage::read_next() {
  if (!is_habit_read_) {
    is_habit_read_ = true;
    view_.habit = habit_of(desk_.library().study_days(), view_.day);
  } else if (!not_read_.empty()) {
    const std::size_t row = not_read_.front();
    not_read_.erase(not_read_.begin());
    read_ahead(row);
  }
}

void TodayPage::read_ahead(std::size_t row) {
  if (const auto outlook = desk_.library().outlook(*deck_of_row_[row], desk_.now()))
    view_.rows[row].ahead = ahead_of(*outlook);
}

// --- keys and drawing ---

void TodayPage::apply(const TodayIntent& intent) {
  desk_.attempt(words::kTodayNotDone,
                [&] { std::visit([this](const auto& wanted) { act(wanted); }, intent); });
}

void TodayPage::press(const KeyPressed& press) { apply(today_key(view_, press)); }

bool TodayPage::type(const Event& event) {
  const auto* press = std::get_if<KeyPressed>(&event);
  const bool is_tab = press && press->key == Key::kTab;
  const bool leaves = press && *press == KeyPressed{Key::kEscape};
  if (press && !leaves && (is_tab || sheet_focus_.is_anywhere()) && sheet_focus_.take(*press)) return true;
  const TodayIntent intent = today_sheet_event(sheet_, event);
  apply(intent);
  // What works everywhere works over a sheet too.
  return !is_nothing(intent) || !press || (press->modifier == Modifier::kNone && press->key != Key::kF1);
}

void TodayPage::draw(Ui& ui) {
  const Rect beside = ui.window;
  Focus* const focus = ui.focus;
  const bool has_sheet = sheet_.index() != 0;
  if (has_sheet) ui.focus = nullptr;
  TodayIntent intent = draw_today(ui, view_, std::exchange(scroll_, {}));
  if (has_sheet) {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ui.window = {0, 0, size.x, size.y};
    sheet_focus_.begin_frame();
    ui.focus = focus ? &sheet_focus_ : nullptr;
    intent = draw_today_sheet(ui, sheet_);
    sheet_focus_.end_frame();
    ui.window = beside;
  }
  ui.focus = focus;
  apply(intent);
}

std::vector<KeyLine> TodayPage::keys(Language language) const {
  const std::string enter(words::kKeyEnter.in(language));
  return {{"↑/↓", words::kActPick},
          {enter, words::kActStart},
          {"Ctrl+" + enter, words::kTodayCustom},
          {"Ctrl+D", words::kTodayDate},
          {"Ctrl+B", words::kTodaySpreadTitle},
          {"Ctrl+O", words::kTodayImport},
          {"PgUp/PgDn", words::kActScroll}};
}

std::vector<PaletteEntry> TodayPage::palette() {
  if (view_.rows.empty()) return {};
  std::vector<PaletteEntry> entries;
  const auto add = [&](const Phrase& name, const char* keys, const TodayIntent& intent) {
    entries.push_back({in_both(name), keys, [this, intent] { apply(intent); }});
  };
  add(words::kStart, "Enter", StartStudy{});
  add(words::kTodayCustom, "Ctrl+Enter", OpenCustom{});
  add(words::kTodayDate, "Ctrl+D", OpenDate{});
  if (const auto row = view_.advised_row(); row && view_.rows[*row].ahead->backlog)
    add(words::kTodaySpreadTitle, "Ctrl+B", OpenSpread{*row});
  return entries;
}

}  // namespace rehearse
