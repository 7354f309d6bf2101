// An import: planned, and written while it is planned.
#pragma once

#include "core/store/import_plan.h"
#include "core/store/import_writer.h"

namespace rehearse {

/// plan_import, its writes written in turn: the same rows whether one thread does it or two. A large document
/// that finds none of its questions there is planned without the file, and so on a thread of its own, on
/// which `take_kept` is called then.
ImportPlan write_import(const DeckState& state, const Document& document, const QuestionOrigins& origins,
                        const NewIds& ids, ImportWriter& writer, const TakeKept& take_kept);

}  // namespace rehearse
