// One question (or deck) of a document against what the deck has: what is to be written, and what a learner
// is told of it.
#pragma once

#include <string>
#include <vector>

#include "core/deck/import_changes.h"
#include "core/store/known_questions.h"
#include "core/store/op.h"
#include "core/store/registers.h"

namespace rehearse {

/// True for the fields that say where a question stands and nothing of what it says.
bool is_place_or_deck(const std::string& name);

/// The write that makes the documents' side of a thing say what this one does; without fields when it does
/// already.
SetOp bring_up_to_date(const std::string& target, const Registers& present, const Fields& wanted);

/// What a learner will see changed by `op`.
std::vector<FieldChange> shown_changes(const SetOp& op, const Registers& present);

/// The learner's edits that stand although the document says otherwise. `stem` is the document's, `wanted`
/// all it says, and `op` what is written of that; `shown` is what the learner of the document's own library
/// made of it.
std::vector<KeptEdit> kept_edits(const DeckQuestion& known, const std::string& stem, const SetOp& op,
                                 const Fields& wanted, const Fields& shown);

}  // namespace rehearse
