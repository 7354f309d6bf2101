#include "gui/window/today/today_page.h"

#include <chrono>
#include <utility>

#include "gui/window/strings/shell_words.h"

namespace rehearse {

void TodayPage::refresh() {
  const LocalInstant now = desk_.now();
  const std::vector<DeckSummary> decks = desk_.library().decks(now);
  const StudyDay day = study_day(now);

  TodayView view;
  view.date = format_day(day);
  deck_of_row_.clear();
  if (decks.size() > 1) {  // with one deck, "all decks" would say the same twice
    DeckRowView all;
    for (const DeckSummary& deck : decks) {
      all.questions += deck.questions;
      all.due += deck.due;
      all.fresh += deck.fresh;
    }
    view.rows.push_back(all);
    deck_of_row_.push_back(std::nullopt);
  }
  for (const DeckSummary& deck : decks) {
    DeckRowView row{deck.title, deck.questions, deck.due, deck.fresh, {}};
    if (deck.interview && *deck.interview >= day)
      row.days_to_interview = static_cast<int>((*deck.interview - day).count());
    if (desk_.deck == deck.id) view.selected = view.rows.size();
    view.rows.push_back(std::move(row));
    deck_of_row_.push_back(deck.id);
  }
  const LibraryStats stats = desk_.library().stats(now);
  view.streak_days = stats.streak_days;
  view.answered_today = stats.reviews_today;
  view_ = std::move(view);
  select_row(view_.selected);
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

void TodayPage::apply(const TodayIntent& intent) {
  if (const auto* select = std::get_if<SelectDeck>(&intent)) select_row(select->row);
  if (std::holds_alternative<StartStudy>(intent)) desk_.open(StudyRequest{{StudyChoice{desk_.deck}, {}}});
}

void TodayPage::draw(Ui& ui) {
  const TodayIntent intent = draw_today(ui, view_, scroll_);
  apply(intent);
}

std::vector<KeyLine> TodayPage::keys(Language language) const {
  return {{"↑ ↓", words::kActPick}, {std::string(words::kKeyEnter.in(language)), words::kActStart}};
}

}  // namespace rehearse
