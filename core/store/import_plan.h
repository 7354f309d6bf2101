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
#include "core/store/question_fields.h"

namespace rehearse {

/// What to write of the deck or one question.
struct PlannedWrite {
  SetOp op;
  std::optional<PlacedQuestion> all;  // what `op` says, when it is the first the log hears of the question
};

struct ImportPlan {
  DeckId deck;
  std::vector<PlannedWrite> writes;  // none that would change nothing
  ImportChanges changes;
  std::vector<std::optional<KeptQuestion>> kept;  // one per question of the document; nothing: left out
  std::vector<Problem> problems;                  // what cannot be kept, added to the document's own
};

/// The ids the document's questions have when they are new to the deck, one each.
struct NewIds {
  std::vector<QuestionId> given;      // those of their origins, else from their text
  std::vector<QuestionId> from_text;  // whatever their origins say

  std::vector<QuestionId> all() const;
};

NewIds ids_of_new(const Document& document, const QuestionOrigins& origins);

/// New questions are added, and those that the deck has (core/deck/match_questions.h) keep their ids and get
/// what the document says now. Where the learner edited a field, the edit stays the shown one: the document's
/// text is kept beside it. A question that the document no longer has stays.
/// Of a question with an origin the documents' text goes into the deck as such, and what its learner made of
/// it as an edit, unless the same field was edited here. Its cards keep their names, unless a question of
/// another deck has its id. `ids`: ids_of_new(document, origins).
ImportPlan plan_import(const DeckState& state, const Document& document, const QuestionOrigins& origins,
                       const NewIds& ids);

/// Does the writes of the plan, which are gone from it then. Must run inside a transaction, on the log that
/// the state was read from.
void apply(ImportPlan& plan, OpLog& log, Content& content, Instant now);

}  // namespace rehearse
