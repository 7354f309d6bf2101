// The projection of decks, questions, points and cards: what the registers say, as tables.
#pragma once

#include <string>

#include "core/store/database.h"
#include "core/store/op_log.h"

namespace rehearse {

class Content {
 public:
  Content(Database& database, const OpLog& log) : database_(database), log_(log) {}

  /// Brings the rows of one thing in step with the log. Must run inside a transaction.
  void refold(const std::string& target);

  /// Empties the tables.
  void clear();

 private:
  void refold_deck(DeckId id, const std::string& target);
  void refold_question(QuestionId id, const std::string& target);

  Database& database_;
  const OpLog& log_;
};

}  // namespace rehearse
