// The projection of decks and questions, with their points and cards: what the registers say, as tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/store/card_index.h"
#include "core/store/database.h"
#include "core/store/memory.h"
#include "core/store/new_question.h"
#include "core/store/op_log.h"
#include "core/store/question_fields.h"
#include "core/store/registers.h"

namespace rehearse {

class Content {
 public:
  Content(Database& database, const OpLog& log, Memory& memory, CardIndex& cards)
      : database_(database), log_(log), memory_(memory), cards_(cards) {}

  /// Brings the rows of one thing in step with the log, and the memory of the point cards that have become
  /// another's heirs or have ceased to be. Must run inside a transaction.
  void refold(const std::string& target);
  /// The same for a question that the log knows of from one op alone, at the position `said_in`. No point of
  /// it has ancestors. Its deck must be here.
  void add(const NewQuestionRow& added, std::int64_t said_in);
  /// The same for one of which every op was taken back. False, and nothing done, when it has no row.
  bool take_away(QuestionId id);

  /// Empties the tables.
  void clear();

 private:
  struct Cards {
    std::optional<std::int64_t> position;  // nothing when it has no row yet
    std::vector<CardId> cards;             // by slot
    std::optional<std::string> heirs;      // as in its row
  };
  struct Text {
    std::string fields_json;
    std::optional<std::int64_t> said_in;  // position of an op that says just this
  };
  struct Standing {
    bool alive;
    bool documented;  // only documents wrote it
  };

  void refold_deck(DeckId id, const std::string& target);
  void refold_question(QuestionId id, const std::string& target);
  /// What the learner says of a group may change whatever the group says.
  void refold_group(const std::string& target);
  /// Whether a question stays that its group has removed. `ops`: all about it.
  void settle_removal(QuestionId id, const Registers& registers, const std::vector<StoredOp>& ops);

  /// What the ops make of a question is `placed`; there is one at least.
  Text text_of(const PlacedQuestion& placed, const std::vector<StoredOp>& ops);
  void write_rows(const PlacedQuestion& question, const Text& text, Standing standing,
                  const std::vector<PointId>& points_ever);
  Cards cards_before(QuestionId id) const;
  /// No op says any more which deck it belongs to. False, and nothing done, when it has no row.
  bool hide(QuestionId id);
  /// Answers to the cards of a hidden one are known as such, also to those it was given since it is hidden.
  /// `points_ever`: as its ops say.
  void keep_cards_of_hidden(QuestionId id, const std::vector<PointId>& points_ever);

  Database& database_;
  const OpLog& log_;
  Memory& memory_;
  CardIndex& cards_;
};

}  // namespace rehearse
