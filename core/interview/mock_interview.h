// One mock interview: what is drawn, asked against the clock and marked, and the report of it.
// The terminal and the window are two skins over this class. It reads no clock and keeps nothing. Not
// thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/deck/listed_question.h"
#include "core/interview/draw.h"
#include "core/interview/interview_progress.h"
#include "core/interview/report.h"

namespace rehearse {

enum class InterviewStep {
  kReady,      // drawn, and nothing was asked yet
  kAnswering,  // a question is asked and its time runs
  kMarking,    // its reference answer is there, and it is marked
  kFinished,   // every question is marked
};

/// A call that the present step has no place for changes nothing.
class MockInterview {
 public:
  /// Draws from the questions of a deck, as draw_questions does.
  MockInterview(std::vector<ListedQuestion> questions, const Draw& draw);
  /// Where an earlier one was left: begin() goes on from there. Questions that are gone from `questions` are
  /// left out; one whose items or points are others than before has to be marked again.
  static MockInterview left_at(const std::vector<ListedQuestion>& questions,
                               const InterviewProgress& progress);

  std::size_t length() const { return turns_.size(); }  // questions; 0 when none fits the draw
  double marks() const;                                 // of all of them together
  std::chrono::seconds limit() const;                   // the same

  InterviewStep step() const { return step_; }
  std::size_t position() const { return at_; }  // index of the question that is asked or marked

  /// Asks the first question, or the one that was left: its time runs from now on. With no question it is
  /// finished.
  void begin(LocalInstant now);

  // --- while answering and marking ---
  const ListedQuestion& question() const { return turn().question; }
  const AskedQuestion& asked() const { return turn().asked; }
  /// On this question, up to now while its time runs. A clock that goes back gives no time away.
  std::chrono::milliseconds spent(LocalInstant now) const;

  // --- while answering ---
  void answer_done(LocalInstant now);
  /// The same with nothing said: all marks are 0 until the marking says otherwise.
  void give_up(LocalInstant now);

  // --- while marking ---
  /// The share of a rubric item that was reached; nothing until it is marked. One that is worth nothing, as
  /// it only takes away, need not be.
  std::optional<double> reached(std::size_t item) const { return turn().reached[item]; }
  /// `share` is 0 to 1; what lies outside counts as the nearer of the two.
  void mark(std::size_t item, double share);
  /// A point of the question that was missed, or not. Beside what the items say where they are the points.
  void toggle_missed(std::size_t point);
  bool is_missed(std::size_t point) const { return turn().missed[point]; }
  /// True when every item is marked.
  bool is_marked() const { return turn().is_marked(); }
  double earned() const;  // marks so far

  /// Once the question is marked: asks the next one, or goes back to where back() came from.
  void next(LocalInstant now);
  /// The question before, to mark it again; the time of one that is being answered stands still meanwhile.
  /// False, and nothing changes, at the first one.
  bool back(LocalInstant now);

  /// Of the questions that are marked to the end, in the order asked: all of them, or what there is when the
  /// learner leaves in the middle.
  InterviewReport report() const;

  /// What left_at() takes. The time of a question that is being answered counts up to now.
  InterviewProgress progress(DeckId deck, LocalInstant now) const;

 private:
  struct Turn {
    ListedQuestion question;
    AskedQuestion asked;
    std::vector<std::optional<double>> reached;  // of each rubric item
    std::vector<bool> missed;                    // of each point
    std::chrono::milliseconds spent{0};
    bool is_answered = false;

    bool is_marked() const;
  };

  explicit MockInterview(std::uint64_t seed) : seed_(seed) {}

  static Turn turn_of(ListedQuestion question);

  Turn& turn() { return turns_[at_]; }
  const Turn& turn() const { return turns_[at_]; }
  /// Asks or marks the question at `at_`, whichever it needs.
  void enter(LocalInstant now);

  std::uint64_t seed_;
  std::vector<Turn> turns_;
  InterviewStep step_ = InterviewStep::kReady;
  std::size_t at_ = 0;
  Instant started_{};  // since when the time runs
};

}  // namespace rehearse
