// What was done with a question, out of one library and into another.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/history.h"
#include "core/store/import_act.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"
#include "core/store/question_fields.h"

namespace rehearse {

class HistoryReader {
 public:
  /// Looks up which ops speak of these questions. `log` must outlive it.
  HistoryReader(const OpLog& log, const Memory& memory, const std::vector<PlacedQuestion>& questions);

  /// The answers that stand and the schedules taken over, of the question's own card and of its points'
  /// cards, in the order of the fold. What they say of points that are gone is left out.
  QuestionHistory read(const PlacedQuestion& question) const;

 private:
  const OpLog& log_;
  OpsAbout ops_;
};

/// Its names, and what the documents said last where its learner made something else of it.
QuestionOrigin read_origin(const OpLog& log, const PlacedQuestion& question);

/// A question of a document, by the names it has in this library.
struct KeptQuestion {
  QuestionId id;
  std::vector<PointId> points;  // one per point of the document's question
};

class HistoryWriter {
 public:
  /// `from` names the program the history comes from, `questions` are those it is of. What is written belongs
  /// to `act`, which must outlive the writer.
  HistoryWriter(OpLog& log, Memory& memory, std::string from, LocalInstant now, ImportAct& act,
                const std::vector<QuestionId>& questions);

  /// Appends what the log does not have yet; the same history again appends nothing. An answer is there when
  /// its card was answered at that millisecond (as often), even if that was taken back; but not when
  /// the import was with which it came. A schedule is left
  /// out when the card was answered later than all the answers before it. Answers more than a day ahead of
  /// `now` are left out: stamps never go back. Returns the number of answers added. Must run inside a
  /// transaction.
  std::size_t write(const KeptQuestion& question, const QuestionHistory& history);

 private:
  /// A script may answer one card twice at one instant.
  struct AnsweredAt {
    std::uint32_t given = 0;             // answers the log has that were given here
    std::set<std::uint32_t> brought_in;  // of the others, which these are: ReviewOp::nth
    std::uint32_t told = 0;              // answers that the history has told so far
  };
  /// What the log says already of one card.
  struct KnownCard {
    std::map<Instant, AnsweredAt> answered;
    std::vector<Schedule> schedules;
  };

  void note(const StoredOp& stored);

  OpLog& log_;
  Memory& memory_;
  std::map<CardId, KnownCard> known_;
  std::string from_;
  LocalInstant now_;
  ImportAct& act_;
};

}  // namespace rehearse
