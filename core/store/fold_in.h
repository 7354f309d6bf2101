// What more ops in the log, or ops that stand elsewhere now, change in the projections.
#pragma once

#include <vector>

#include "core/store/content.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"

namespace rehearse {

struct LogChanges {
  std::vector<StoredOp> added;
  std::vector<StoredOp> moved;  // were there, and have another time for the fold now
};

/// Brings the projections in step with the log, whoever wrote the ops and wherever they stand in the order of
/// the fold. Inside the transaction that changed the log.
void fold_in(LogChanges changes, const OpLog& log, Content& content, Memory& memory);
inline void fold_in(StoredOp added, const OpLog& log, Content& content, Memory& memory) {
  fold_in(LogChanges{{std::move(added)}, {}}, log, content, memory);
}

}  // namespace rehearse
