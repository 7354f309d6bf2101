// What one more op in the log changes in the projections.
#pragma once

#include "core/store/content.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"

namespace rehearse {

/// Brings the projections in step once `stored` is in the log, whoever wrote it and wherever it stands in the
/// order of the fold. Inside the transaction that put it there.
void fold_in(const StoredOp& stored, const OpLog& log, Content& content, Memory& memory);

}  // namespace rehearse
