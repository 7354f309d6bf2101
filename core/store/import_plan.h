// Bringing a document into a library: first what to write, computed from the deck and the document alone,
// then the writing. A preview is the first half, so that it cannot say anything else than the import does.
#pragma once

#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/deck/document.h"
#include "core/deck/import_changes.h"
#include "core/schedule/history.h"
#include "core/store/content.h"
#include "core/store/deck_state.h"
#include "core/store/history.h"
#include "core/store/op_log.h"

namespace rehearse {

struct ImportPlan {
  DeckId deck;
  std::vector<SetOp> ops;  // one for the deck or a question; none that would change nothing
  ImportChanges changes;
  std::vector<std::optional<KeptQuestion>> kept;  // one per question of the document; nothing: left out
  std::vector<Problem> problems;                  // what cannot be kept, added to the document's own
};

/// The ids the document's questions have when they are new to the deck: those of their origins, else derived.
std::vector<QuestionId> ids_of_new(const Document& document, const QuestionOrigins& origins);

/// New questions are added, and those that the deck has (core/deck/match_questions.h) keep their ids and get
/// what the document says now. Where the learner edited a field, the edit stays the shown one: the document's
/// text is kept beside it. A question that the document no longer has stays.
/// Of a question with an origin the documents' text goes into the deck as such, and what its learner made of
/// it as an edit, unless the same field was edited here. Its cards keep their names, unless a question of
/// another deck has its id.
ImportPlan plan_import(const DeckState& state, const Document& document, const QuestionOrigins& origins = {});

/// Must run inside a transaction, on the log that the state was read from.
void apply(const ImportPlan& plan, OpLog& log, Content& content, Instant now);

}  // namespace rehearse
