// Everything the log says about one deck, as an import needs it.
#pragma once

#include <vector>

#include "core/deck/document.h"
#include "core/store/database.h"
#include "core/store/op_log.h"
#include "core/store/registers.h"

namespace rehearse {

struct StoredQuestion {
  QuestionId id;
  Registers registers;
};

struct DeckState {
  Registers deck;
  std::vector<StoredQuestion> questions;  // deleted ones too
};

/// The deck, and what has the id of one of `questions` wherever it stands now.
DeckState read_deck_state(Database& database, const OpLog& log, DeckId deck,
                          const std::vector<QuestionId>& questions);

}  // namespace rehearse
