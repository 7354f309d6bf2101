// Bringing a document into a library: what to write is computed from the deck as it was and the document
// alone, and given out question by question to be written. A preview takes it and writes nothing, so that it
// cannot say anything else than the import does.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/deck/document.h"
#include "core/deck/import_changes.h"
#include "core/schedule/history.h"
#include "core/store/deck_state.h"
#include "core/store/history.h"
#include "core/store/new_question.h"
#include "core/store/op.h"
#include "core/store/question_fields.h"

namespace rehearse {

/// What to write of the deck or one question: an op of its own, or one that says all of a new question.
using PlannedWrite = std::variant<SetOp, NewQuestion>;

/// The field of a deck that says its title, cut where it is too long for one.
Fields title_field(std::string_view title);

/// What brings a question in as it is; nothing when it is longer than a line may be. `text_id`: derived from
/// its words.
std::optional<PlannedWrite> write_of_new(PlacedQuestion question, QuestionId text_id);

/// Gets each write in turn; none that would change nothing.
using TakeWrite = std::function<void(PlannedWrite)>;
/// Gets every question of the document that is not left out, by its index, and what it is called here.
using TakeKept = std::function<void(std::size_t, KeptQuestion)>;

struct ImportPlan {
  DeckId deck;
  ImportChanges changes;
  std::vector<Problem> problems;  // what cannot be kept, added to the document's own
};

/// The ids the document's questions have when they are new to the deck, one each.
struct NewIds {
  std::vector<QuestionId> given;      // those of their origins, else from their text
  std::vector<QuestionId> from_text;  // whatever their origins say
  std::vector<QuestionId> of_words;   // the same, but equal ones have one id

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
                       const NewIds& ids, const TakeWrite& take, const TakeKept& take_kept);

}  // namespace rehearse
