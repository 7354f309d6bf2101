// One study sitting: which card is asked, what of it is shown and ticked, and the grade that follows.
// The terminal and the window are two skins over this class. Not thread-safe.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/library.h"
#include "core/study/sitting_queue.h"
#include "core/study/typed_answer.h"

namespace rehearse {

struct SittingOptions {
  StudyChoice choice;
  SittingLimit limit;
};

struct SittingSummary {
  std::size_t studied = 0;          // cards answered and not undone
  std::size_t met = 0;              // of them, questions seen for the first time
  std::size_t points_recalled = 0;  // of points_asked
  std::size_t points_asked = 0;
  std::size_t due_tomorrow = 0;  // cards
  struct Weak {
    std::string stem;
    Quality quality;
  };
  std::vector<Weak> weakest;  // at most three, the worst first; only answers below kGood

  bool is_time_up = false;         // the minutes ended it
  std::size_t waiting = 0;         // cards that were chosen and not asked: see Sitting::go_on
  std::size_t beyond = 0;          // more than the day's share
  std::size_t misses_waiting = 0;  // points missed and not asked again: see Sitting::drill_missed
};

/// One key point as it stands while its card is asked.
struct PointProgress {
  bool shown = false;
  std::optional<PointResult> tick;  // nothing: not ticked yet, counts as missed
  int hints = 0;                    // given while it was hidden
};

class Sitting {
 public:
  /// Takes what is chosen from the library. `library` must outlive the sitting.
  Sitting(Library& library, const SittingOptions& options, LocalInstant now);

  /// Nothing is left to ask, or a limit was reached: the minutes end it between two cards.
  bool finished() const { return !card_; }
  std::size_t position() const { return queue_.position(); }  // cards answered or passed
  std::size_t length() const { return queue_.length(); }      // as planned now: minutes may change it
  SittingCounts counts() const { return queue_.counts(); }

  /// Once it is finished: as many minutes and cards again, for what was not asked. Finished again when there
  /// is nothing.
  void go_on();
  /// Once it is finished: everything missed and not asked again comes now.
  void drill_missed();

  /// The card being asked. Precondition of everything down to grade(): !finished().
  const Card& card() const { return *card_; }
  bool is_first_meeting() const { return card_->times_answered == 0 && card_->kind == CardKind::kRecall; }

  // --- recall and point cards ---
  /// One entry per key point of the question; on a point card only card().asked matters.
  const std::vector<PointProgress>& points() const { return progress_.points; }
  /// On a point card, and on a question without points, this shows the whole answer.
  void show_next_point();
  void show_all_points();
  bool all_points_shown() const;
  /// Steps the tick of a point: none → recalled → with a hint → missed → recalled. A hidden point is shown.
  /// One that a hint was given of begins with the hint. On a point card every tick is the asked point's.
  void tick(std::size_t point);
  /// Tells something of the next hidden point, more each time (core/study/hint.h).
  void give_hint();
  /// What was told of a point so far; empty: nothing.
  std::string hint(std::size_t point) const;
  /// A first meeting that was read and not recited: nothing was ticked and no grade was given.
  bool is_only_read() const;

  // --- typed answers ---
  /// Fill cards, and recall and point cards whose question has points: there the learner may type.
  bool can_type() const;
  /// Nothing after checking. The text is never stored.
  void type_answer(std::string text);
  const std::string& typed_answer() const { return progress_.typed; }
  /// Checks what was chosen or typed: shows whether it is right. Several blanks of a fill card are typed in
  /// one line, divided by a semicolon. On recall and point cards everything is shown, and what the text
  /// covers becomes the ticks, which the learner may change.
  void check_answer();
  bool is_checked() const { return progress_.checked; }
  /// What of each point the typed text covers, after the check of a recall or point card; else nothing.
  const std::vector<PointCoverage>& coverage() const { return progress_.coverage; }

  // --- choice, true-or-false and fill cards ---
  /// True when the answer must be typed, false when it is chosen.
  bool is_typed() const;
  /// False when the document did not say what is right: then the learner grades alone after the check.
  bool has_key() const;
  /// Chooses or unchooses an option; single choice and true_false keep one. Nothing after checking.
  void choose(std::size_t option);
  const std::vector<bool>& chosen() const { return progress_.chosen; }
  /// What to choose from: the question's options, or 正确 and 错误 for true_false. Nothing when it is typed.
  std::vector<Option> choices() const;
  bool is_right() const;

  // --- grade ---
  /// The grade that ticks (or the check) suggest.
  Quality suggested_grade() const;
  /// The learner's own grade, or nothing for the suggested one.
  void override_grade(std::optional<Quality> quality) { progress_.own_grade = quality; }
  Quality grade_to_give() const { return progress_.own_grade.value_or(suggested_grade()); }
  bool is_overridden() const { return progress_.own_grade.has_value(); }
  /// Days until the card would come again after `quality` (recall: when its first point does).
  int interval_preview(Quality quality, LocalInstant now) const;

  /// Stores the answer durably, then moves on. Throws StoreError and changes nothing when it cannot; when
  /// only the next card cannot be read, the sitting is over.
  void grade(LocalInstant now, std::chrono::milliseconds spent);
  /// Suspends or buries the card, durably, and moves on: it is not asked again in this sitting. Throws as
  /// grade() does.
  void put_away(CardActKind kind, LocalInstant now);
  /// Takes the last answer (or the last card put away) back and asks its card again, as the learner left it
  /// unless the card has changed since; when it was deleted, the next one. Behind this sitting's own steps
  /// come the answers given before it on this machine. False when there is none left.
  bool undo(LocalInstant now);
  /// Brings back what undo() took back last, and moves on. False when there is nothing, or something else was
  /// done since.
  bool redo(LocalInstant now);
  bool can_redo() const { return !undone_.empty(); }
  /// True when `op` is what undo() would take back of this sitting's own.
  bool is_last_step(OpId op) const { return !steps_.empty() && steps_.back().op == op; }

  /// Reads the card anew: its question may have been edited. What was done with it stays, unless it has other
  /// points or options now. A card that is gone is passed over. False when a card is asked afresh by that.
  bool reread();

  SittingSummary summary(LocalInstant now) const;

 private:
  using Turn = SittingQueue::Turn;
  /// What the learner has done with the card so far; given back by undo.
  struct Progress {
    std::vector<PointProgress> points;
    std::vector<bool> chosen;
    std::string typed;
    bool checked = false;
    std::vector<PointCoverage> coverage;
    bool answer_shown = false;  // of a question without points
    std::optional<Quality> own_grade;
  };
  struct Given {
    Quality quality;
    std::vector<PointResult> results;
    std::vector<CardId> missed;
    bool only_read;
  };
  /// What moved the sitting on by a card.
  struct Step {
    OpId op;
    std::size_t position;
    Card card;  // as it was asked
    Progress progress;
    Turn turn;
    std::optional<Given> given;  // nothing: the card was put away
  };
  struct Undone {
    OpId op;  // that took it back
    std::size_t position;
    std::optional<Step> step;  // nothing: an answer of an earlier sitting
  };

  void ask();
  void ask_current();
  void show(std::optional<Card> card);
  bool is_asked_like(const Card& card) const;
  bool undo_earlier(LocalInstant now);
  PointProgress* next_hidden();  // nothing: all are shown
  bool has_ticks() const;
  Answer answer() const;
  std::vector<PointResult> results() const;

  Library& library_;
  SittingQueue queue_;
  TermsOfDecks terms_;
  std::optional<Card> card_;
  Progress progress_;
  std::vector<Step> steps_;
  std::vector<Undone> undone_;
};

}  // namespace rehearse
