// What the interview page does for each intent.
#include <algorithm>
#include <utility>

#include "gui/window/interview/interview_page.h"
#include "gui/window/strings/interview_words.h"
#include "gui/window/strings/shell_words.h"

namespace rehearse {

// --- setting up ---

void InterviewPage::act(const PickInterviewDeck& intent) {
  setup_.pick_deck(desk_.library(), intent.deck);
  desk_.deck = setup_.deck();
}

void InterviewPage::act(const StartInterview&) {
  if (running_ || !setup_.has_deck()) return;
  begin(setup_.deck(), setup_.title(), setup_.begin(desk_.library()));
}

void InterviewPage::act(const ResumeInterview&) {
  if (running_ || !broken_off_) return;
  const InterviewProgress left = *std::exchange(broken_off_, std::nullopt);
  begin(left.deck, setup_.title_of(left.deck),
        MockInterview::left_at(desk_.library().questions(left.deck), left));
}

void InterviewPage::act(const ForgetInterview&) {
  broken_off_.reset();
  file_.remove();
}

void InterviewPage::act(const SelectPastInterview& intent) {
  selected_past_ = intent.row;
  scroll_ = {intent.row ? ScrollWish::To::kNewest : ScrollWish::To::kTop};
}

void InterviewPage::act(const OpenPastInterview& intent) {
  if (intent.row >= kept_.size()) return;
  selected_past_ = intent.row;
  open(kept_[intent.row]);
}

void InterviewPage::open(const KeptInterview& kept) {
  reported_ = reported(desk_.library(), kept.deck, kept.report, kept.kept);
  reported_->op = kept.op;
  reported_->title = setup_.title_of(kept.deck);
  selected_question_.reset();
  scroll_ = {ScrollWish::To::kTop};
}

void InterviewPage::begin(DeckId deck, std::string title, MockInterview interview) {
  // It is in the file that a new one would write to.
  if (broken_off_) return desk_.tell(NoticeKind::kWarning, in_both(words::kInterviewOtherFirst));
  if (interview.length() == 0) {
    file_.remove();
    return desk_.tell(NoticeKind::kNews, in_both(words::kInterviewNoQuestions));
  }
  reported_.reset();
  focus().clear();
  running_ = std::make_unique<Running>(deck, std::move(title), std::move(interview));
  running_->interview.begin(desk_.now());
  went_on();
}

// --- while it runs ---

void InterviewPage::went_on() {
  if (running_->interview.step() == InterviewStep::kFinished) return finish();
  if (running_->interview.step() == InterviewStep::kMarking) running_->cursor.begin();
  focus().clear();
  scroll_ = {ScrollWish::To::kTop};
  save();
}

void InterviewPage::save() {
  if (!file_.write(running_->interview.progress(running_->deck, desk_.now())))
    desk_.tell(NoticeKind::kWarning, in_both(words::kInterviewNotSafe, {file_.path().string()}));
}

bool InterviewPage::keep() {
  if (running_) save();
  return true;
}

void InterviewPage::act(const AnswerDone&) {
  if (!running_) return;
  running_->interview.answer_done(desk_.now());
  went_on();
}

void InterviewPage::act(const NothingToSay&) {
  if (!running_) return;
  running_->interview.give_up(desk_.now());
  went_on();
}

void InterviewPage::marked() {
  scroll_ = {ScrollWish::To::kNewest};
  save();
}

void InterviewPage::act(const MarkItem& intent) {
  if (!running_) return;
  running_->cursor.mark(intent.item, intent.share);
  marked();
}

void InterviewPage::act(const TypeMarks& intent) {
  if (!running_) return;
  running_->cursor.type_digit(intent.digit);
  marked();
}

void InterviewPage::act(const ShiftMarks& intent) {
  if (!running_) return;
  running_->cursor.shift(intent.halves);
  marked();
}

void InterviewPage::act(const MoveMarking& intent) {
  if (!running_) return;
  running_->cursor.move(intent.rows);
  scroll_ = {ScrollWish::To::kNewest};
}

void InterviewPage::act(const ToggleMissed& intent) {
  if (!running_) return;
  if (intent.point)
    running_->cursor.toggle(*intent.point);
  else
    running_->cursor.toggle();
  marked();
}

void InterviewPage::act(const EnterMarks&) {
  if (!running_) return;
  if (running_->cursor.enter() == MarkingCursor::Wish::kNext) return act(NextQuestion{});
  marked();
}

void InterviewPage::act(const NextQuestion&) {
  if (!running_ || !running_->interview.is_marked()) return;
  running_->interview.next(desk_.now());
  went_on();
}

void InterviewPage::act(const AskToLeaveInterview&) {
  if (!running_) return;
  focus().clear();
  running_->is_leaving = true;
}

void InterviewPage::act(const StayInInterview&) {
  if (!running_) return;
  focus().clear();
  running_->is_leaving = false;
}

void InterviewPage::act(const KeepMarkedAndLeave&) {
  if (running_ && !running_->interview.report().questions.empty()) finish();
}

void InterviewPage::act(const ThrowInterviewAway&) {
  file_.remove();
  running_.reset();
  focus().clear();
}

// --- its report ---

void InterviewPage::finish() {
  const InterviewReport report = running_->interview.report();
  if (report.questions.empty()) return act(ThrowInterviewAway{});
  reported_ = reported(desk_.library(), running_->deck, report, desk_.now());
  reported_->title = running_->title;
  selected_question_.reset();
  selected_past_.reset();
  save();
  broken_off_ = running_->interview.progress(running_->deck, desk_.now());
  running_.reset();
  focus().clear();
  scroll_ = {ScrollWish::To::kTop};
  keep_report();
}

/// Until it is in the library the file still holds it, and it can be gone on with from the setup.
void InterviewPage::keep_report() {
  const LocalInstant now = desk_.now();
  desk_.attempt(words::kInterviewNotSaved, [&] {
    reported_->op = desk_.library().keep_interview(reported_->deck, reported_->report, now);
    reported_->kept = now;
    file_.remove();
    broken_off_.reset();
    kept_ = desk_.library().interviews();
  });
}

void InterviewPage::act(const KeepReportAgain&) {
  if (reported_ && !reported_->op) keep_report();
}

void InterviewPage::act(const SelectReportedQuestion& intent) {
  selected_question_ = intent.question;
  scroll_ = {intent.question ? ScrollWish::To::kNewest : ScrollWish::To::kNowhere};
}

void InterviewPage::act(const SameQuestionsAgain&) {
  if (!reported_) return;
  std::vector<ListedQuestion> questions = desk_.library().questions(reported_->deck);
  std::erase_if(questions, [&](const ListedQuestion& listed) {
    const auto& asked = reported_->report.questions;
    return std::none_of(asked.begin(), asked.end(),
                        [&](const QuestionResult& result) { return result.question == listed.id; });
  });
  const Draw all{reported_->report.questions.size(), {}, DrawnKinds::kAll, reported_->report.seed};
  const DeckId deck = reported_->deck;
  const std::string title = reported_->title;
  begin(deck, title, MockInterview(std::move(questions), all));
}

void InterviewPage::act(const TakeReportBack&) {
  if (!reported_ || !reported_->op) return;
  desk_.attempt(words::kNotUndone, [&] {
    taken_back_ = desk_.library().undo(*reported_->op, desk_.now());
    desk_.tell(NoticeKind::kNews, in_both(words::kInterviewTakenBack, {format_day(reported_->day)}));
    reported_.reset();
    focus().clear();
    refresh();
  });
}

void InterviewPage::act(const LeaveReport&) {
  reported_.reset();
  focus().clear();
}

}  // namespace rehearse
