// A learner's edit of a question as one op, so that it is one step to take back.
#pragma once

#include "core/base/result.h"
#include "core/deck/question_edit.h"
#include "core/store/op.h"
#include "core/store/question_fields.h"
#include "core/store/registers.h"

namespace rehearse {

/// The op that makes a learner's question of `before` say what `after` says; without fields where they say
/// the same. A point of `after` without a place gets one. `registers` are those that `before` was read from.
SetOp edit_between(const PlacedQuestion& before, PlacedQuestion after, const Registers& registers);

/// Every version of these fields that stands: what an op that writes them replaces.
std::vector<OpId> heads_of(const Fields& fields, const Registers& registers);

/// The op that makes the question say what the edit wants: it touches only the fields that differ, and names
/// every version it replaces. The error says why it cannot be: the question or the point is not there, a
/// point would have no cue, there is nothing to merge or split, or nothing would change.
Result<SetOp> edit_op(QuestionId id, const Registers& registers, const QuestionEdit& edit);

}  // namespace rehearse
