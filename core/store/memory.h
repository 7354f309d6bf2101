// The projection of answers: what each op says of its cards, and the memory states all of it folds to.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/schedule/answer_tree.h"
#include "core/statistics/answer_counts.h"
#include "core/store/answer_table.h"
#include "core/store/brought_in.h"
#include "core/store/card_index.h"
#include "core/store/card_state.h"
#include "core/store/database.h"
#include "core/store/group_removals.h"
#include "core/store/op_log.h"
#include "core/store/settings.h"

namespace rehearse {

/// Positions of the reviews and schedules that stand and speak of a question's cards, in the order of the
/// fold.
using OpsAbout = std::map<QuestionId, std::vector<std::int64_t>>;

class Memory {
 public:
  Memory(Database& database, const OpLog& log, CardIndex& cards)
      : database_(database),
        log_(log),
        cards_(cards),
        answers_(database),
        brought_in_(database, log),
        removals_(database),
        scheduler_(database) {}

  /// True for the kinds of op that this projection is made from.
  static bool is_made_from(const Op& op);

  /// Takes some ops out, as if they had never been, and adds reviews, schedules and acts wherever they stand
  /// in the order of the fold. What stands behind all others of its question steps its cards; else the cards
  /// are folded again, in one walk over all answers. Of what was brought in twice the first counts.
  /// Nothing for ops of other kinds. Inside a transaction.
  void merge(std::vector<StoredOp> gone, std::vector<StoredOp> come);
  void add(const StoredOp& stored) { merge({}, {stored}); }

  /// What was answered before these cards came is theirs now. Inside a transaction.
  void cards_have_come(const std::vector<CardId>& cards);
  /// Folds the cards of these questions (positions) again. Inside a transaction.
  void refold(const std::set<std::int64_t>& questions);

  /// Which folds the answers.
  const Scheduler& scheduler() const { return scheduler_.read(); }
  /// When the learner's days begin.
  std::chrono::hours day_starts() const { return read_day_start(database_); }
  CardState state(CardId card) const;
  /// The same of several; those of one question side by side are read at once.
  std::vector<CardState> states(std::span<const CardId> cards) const;
  /// Every observation of a card that is asked for its own sake, in the order of the fold, without the cards
  /// that came from another program in the middle of their history.
  std::vector<LoggedAnswer> answers_to_fit() const;
  /// In one walk over all answers.
  OpsAbout ops_about(const std::vector<QuestionId>& questions) const;
  /// The last answer that was given on this copy of the library and not taken back, and its card.
  std::optional<std::pair<OpId, CardId>> latest_review() const;

  /// Folds the answers to these questions (positions) again, and changes nothing: `visit` is told of each
  /// record, of what statistics count of it (null: nothing, it is no answer), and of the states of its
  /// question behind it. Stops and returns false when `is_wanted`, if there is one, says no.
  bool replay_of(const std::set<std::int64_t>& questions, const std::function<bool()>& is_wanted,
                 const std::function<void(const AnswerRecord&, const Review*, const std::vector<CardState>&)>&
                     visit) const;

  /// Folds every card again: another scheduler is set. Inside a transaction.
  void replay();
  /// The same when the learner's days begin at another hour: every answer is given its day anew.
  void replay_days();
  /// Empties the tables.
  void clear();
  /// Fills the empty tables from the reviews and schedules in the log that are not void. The questions must
  /// be there. Inside a transaction.
  void rebuild();
  /// How often that was done.
  std::size_t rebuilds() const { return rebuilds_; }

 private:
  using DayChanges = std::map<StudyDay, AnswerCounts>;
  using RecordsOfQuestions = std::map<std::int64_t, std::vector<AnswerRecord>>;
  class FoldOrder;

  std::vector<AnswerRecord> records_of(const StoredOp& stored, std::chrono::hours day_starts_at,
                                       CardFinder& cards, std::vector<CardId>& unknown) const;
  std::vector<AnswerRecord> records_or_wait(const std::vector<StoredOp>& ops);
  void step(const std::vector<AnswerRecord>& records);
  void refold(const std::set<std::int64_t>& gone, const std::vector<AnswerRecord>& come,
              const std::set<std::int64_t>& questions, FoldOrder& order);
  std::vector<CardState> fold(const std::vector<AnswerRecord>& records, DayChanges& changes,
                              void (*note)(AnswerCounts&, const Review&)) const;
  std::vector<CardState> states_of(std::int64_t question) const;
  void save(std::int64_t question, const std::vector<CardState>& states);
  /// As their rows stand: in any other order a table larger than the page cache is read and written many
  /// times.
  void save_in_order(const std::unordered_map<std::int64_t, std::vector<CardState>>& states);
  void save(const DayChanges& changes);

  Database& database_;
  const OpLog& log_;
  CardIndex& cards_;
  AnswerTable answers_;
  BroughtIn brought_in_;
  GroupRemovals removals_;
  SchedulerSetting scheduler_;
  std::size_t rebuilds_ = 0;
};

}  // namespace rehearse
