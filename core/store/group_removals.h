// Questions that a group has removed from its deck, of which the learner has said nothing yet: those on which
// something of his own is stay and ask, the others are gone.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"

namespace rehearse {

class GroupRemovals {
 public:
  explicit GroupRemovals(Database& database) : database_(database) {}

  /// The group has removed it, and its row in `question` is there. `is_own`: the learner, or a document of
  /// his, wrote something about it.
  void offer(QuestionId id, bool is_own, bool has_answers);
  /// The group has it, or the learner has decided.
  void forget(QuestionId id);
  /// Of a question by its position; of one that no group has removed nothing changes.
  void answers_are(std::int64_t question, bool has_answers);

  /// Those that ask, in the order of their decks.
  std::vector<QuestionId> asking() const;

 private:
  Database& database_;
};

}  // namespace rehearse
