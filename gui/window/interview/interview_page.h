// Mock interviews: set one up, answer against the clock, score it, look back.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/interview/marking_cursor.h"
#include "core/study/reported_interview.h"
#include "gui/window/interview/interview_file.h"
#include "gui/window/interview/interview_intent.h"
#include "gui/window/interview/interview_setup.h"
#include "gui/window/interview/interview_view.h"
#include "gui/window/shell/desk.h"
#include "gui/window/shell/page.h"

namespace rehearse {

class InterviewPage : public Page {
 public:
  explicit InterviewPage(Desk& desk);

  void refresh() override;
  void press(const KeyPressed& press) override;
  void draw(Ui& ui) override;
  std::vector<KeyLine> keys(Language language) const override;
  Extent extent() const override { return running_ ? Extent::kWholeWindow : Extent::kBesideNavigation; }
  std::vector<PaletteEntry> palette() override;
  /// While it runs: back to the question before. On a report: takes that one back, with its drill.
  bool undo() override;
  bool redo() override;
  /// The disk may have refused the file when it was written last.
  bool keep() override;
  std::optional<std::chrono::milliseconds> next_tick() const override;
  Redraw tick() override;

  bool is_running() const { return running_ != nullptr; }
  bool is_at_report() const { return !running_ && reported_; }

 private:
  /// An interview that was begun and is neither kept nor thrown away.
  struct Running {
    Running(DeckId of, std::string deck_title, MockInterview begun)
        : deck(of), title(std::move(deck_title)), interview(std::move(begun)), cursor(interview) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    DeckId deck;
    std::string title;
    MockInterview interview;
    MarkingCursor cursor;
    bool is_leaving = false;  // the learner is asked whether to
  };
  using View = std::variant<SetupView, AskedView, MarkingView, LeavingView, ReportView>;

  void apply(const InterviewIntent& intent);
  void begin(DeckId deck, std::string title, MockInterview interview);
  /// After an answer, a mark or a question: what is on disk follows, and the cursor stands where it should.
  void went_on();
  /// After a mark.
  void marked();
  /// The running interview into its file.
  void save();
  void finish();
  void keep_report();
  void open(const KeptInterview& kept);
  View view() const;
  SetupView setup_view() const;

  // One for each intent.
  void act(const std::monostate&) {}
  void act(const PickInterviewDeck& intent);
  void act(const ToggleInterviewSection& intent) { setup_.toggle_section(intent.section); }
  void act(const AskForQuestions& intent) { setup_.ask_for(intent.questions); }
  void act(const PickInterviewKinds& intent) { setup_.pick_kinds(intent.kinds); }
  void act(const DrawQuestionsAgain&) { setup_.draw_again(desk_.now()); }
  void act(const StartInterview&);
  void act(const ResumeInterview&);
  void act(const ForgetInterview&);
  void act(const SelectPastInterview& intent);
  void act(const OpenPastInterview& intent);
  void act(const AnswerDone&);
  void act(const NothingToSay&);
  void act(const MarkItem& intent);
  void act(const TypeMarks& intent);
  void act(const ShiftMarks& intent);
  void act(const MoveMarking& intent);
  void act(const ToggleMissed& intent);
  void act(const EnterMarks&);
  void act(const NextQuestion&);
  void act(const AskToLeaveInterview&);
  void act(const StayInInterview&);
  void act(const KeepMarkedAndLeave&);
  void act(const ThrowInterviewAway&);
  void act(const SelectReportedQuestion& intent);
  void act(const KeepReportAgain&);
  void act(const SameQuestionsAgain&);
  void act(const TakeReportBack&);
  void act(const LeaveReport&);
  void act(const ScrollPage& intent) { scroll_ = {ScrollWish::To::kPage, intent.pages}; }

  Desk& desk_;
  InterviewFile file_;
  InterviewSetup setup_;
  std::vector<KeptInterview> kept_;  // the newest first
  std::optional<InterviewProgress> broken_off_;
  std::optional<std::size_t> selected_past_;
  std::unique_ptr<Running> running_;
  std::optional<ReportedInterview> reported_;  // the report that is open
  std::optional<std::size_t> selected_question_;
  std::optional<OpId> taken_back_;  // the op that took a report back, for redo
  ScrollWish scroll_;
  View view_;
};

}  // namespace rehearse
