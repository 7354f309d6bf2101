// Everything the log says about one deck, as an import needs it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/deck/document.h"
#include "core/store/database.h"
#include "core/store/op_log.h"
#include "core/store/registers.h"

namespace rehearse {

struct DeckState {
  Registers deck;
  std::vector<QuestionId> questions;  // deleted ones too
  /// What the log says of one of them: read when it is looked at, because a deck may be larger than memory is
  /// to be.
  std::function<Registers(QuestionId)> registers;
  /// The fields of one of them in one JSON object, when nobody but documents wrote them and it stands.
  std::function<std::optional<std::string>(QuestionId)> documented;
};

/// The deck, and what has the id of one of `questions` wherever it stands now. `database` and `log` must
/// outlive it.
DeckState read_deck_state(Database& database, const OpLog& log, DeckId deck,
                          const std::vector<QuestionId>& questions);

}  // namespace rehearse
