// What each intent does.
#include <chrono>

#include "gui/window/app.h"
#include "gui/window/screens/import_notice.h"

namespace rehearse {
namespace {

constexpr std::size_t kZoomStepCount = 5;

}  // namespace

// --- Today ---

void App::act(const GoToToday&) {
  const LocalInstant now = clock_();
  sitting_.reset();
  screen_ = ScreenName::kToday;
  const std::vector<DeckSummary> decks = library_.decks(now);
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
    if (deck_ == deck.id) view.selected = view.rows.size();
    view.rows.push_back(std::move(row));
    deck_of_row_.push_back(deck.id);
  }
  const LibraryStats stats = library_.stats(now);
  view.streak_days = stats.streak_days;
  view.answered_today = stats.reviews_today;
  today_ = std::move(view);
  act(SelectDeck{today_.selected});
}

void App::act(const SelectDeck& intent) {
  if (intent.row >= deck_of_row_.size()) return;
  today_.selected = intent.row;
  deck_ = deck_of_row_[intent.row];
  scroll_ = {ScrollWish::To::kNewest};
  const DueToday due = library_.due(clock_(), StudyChoice{deck_});
  today_.due = due.due;
  today_.fresh = due.fresh;
  today_.minutes = static_cast<std::size_t>(std::chrono::ceil<std::chrono::minutes>(due.estimate).count());
}

void App::act(const StartStudy&) {
  sitting_ = std::make_unique<Sitting>(library_, SittingOptions{StudyChoice{deck_}, {}}, clock_());
  if (sitting_->finished()) return act(GoToToday{});
  show_card();
}

// --- Study ---

void App::show_card() {
  editor_ = LineEditor(sitting_->finished() ? std::string() : sitting_->typed_answer());
  scroll_ = {ScrollWish::To::kTop};
  asked_at_ = clock_().at;
  screen_ = sitting_->finished() ? ScreenName::kSummary : ScreenName::kStudy;
}

void App::act(const RevealNext&) {
  sitting_->show_next_point();
  scroll_ = {ScrollWish::To::kNewest};
}

void App::act(const RevealAll&) {
  sitting_->show_all_points();
  scroll_ = {ScrollWish::To::kNewest};
}

void App::act(const TickPoint& intent) { sitting_->tick(intent.point); }

void App::act(const ChooseOption& intent) { sitting_->choose(intent.option); }

void App::act(const CheckAnswer&) {
  sitting_->check_answer();
  scroll_ = {ScrollWish::To::kNewest};
}

void App::act(const OverrideGrade& intent) { sitting_->override_grade(intent.quality); }

void App::act(const GradeAndGo&) {
  const LocalInstant now = clock_();
  sitting_->grade(now, now.at - asked_at_);
  show_card();
}

void App::act(const GradeAs& intent) {
  sitting_->override_grade(intent.quality);
  act(GradeAndGo{});
}

void App::act(const UndoAnswer&) {
  if (sitting_ && sitting_->undo(clock_())) return show_card();
  tell(NoticeKind::kNews, in_both(Text::kNothingToUndo, {}));
}

void App::act(const ToggleIntervals&) { shows_intervals_ = !shows_intervals_; }

void App::act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }

// --- Everywhere ---

void App::act(const ToggleKeys&) { shows_keys_ = !shows_keys_; }

void App::act(const ToggleTheme&) { theme_ = other(theme_); }

void App::act(const ToggleLanguage&) { language_ = other(language_); }

void App::act(const Zoom& intent) {
  if (intent.steps == 0) zoom_step_ = 0;
  if (intent.steps > 0 && zoom_step_ + 1 < kZoomStepCount) ++zoom_step_;
  if (intent.steps < 0 && zoom_step_ > 0) --zoom_step_;
}

void App::act(const Quit&) { wants_close_ = true; }

void App::act(const DismissNotice&) { notice_.reset(); }

// --- Import ---

void App::act(const ReadFiles& intent) {
  if (intent.paths.empty()) return;
  if (import_.is_keeping()) return tell(NoticeKind::kTrouble, in_both(Text::kImportBusy, {}));
  if (!import_.is_open()) behind_import_ = screen_;
  notice_.reset();
  shows_keys_ = false;
  scroll_ = {ScrollWish::To::kTop};
  screen_ = ScreenName::kImport;
  import_.read(intent.paths, clock_());
}

void App::act(const KeepImport&) { import_.keep(); }

void App::act(const LeaveImport&) {
  if (import_.is_keeping()) return end_import();
  import_.finish();
  screen_ = behind_import_;
}

/// What became of the files is told over the screen they were dropped on.
void App::end_import() {
  const ImportOutcome outcome = import_.finish();
  screen_ = behind_import_;
  if (outcome.report.decks.size() == 1) deck_ = outcome.report.decks.front().id;
  if (screen_ == ScreenName::kToday) act(GoToToday{});
  const Notice notice = import_notice(outcome);
  tell(notice.kind, notice.text);
}

}  // namespace rehearse
