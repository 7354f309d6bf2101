#include "core/store/merge.h"

#include <optional>
#include <utility>

#include "core/store/fold_in.h"

namespace rehearse {

MergeReport merge(std::span<const ArrivedOp> arrived, OpLog& log, Content& content, Memory& memory) {
  MergeReport report;
  LogChanges changes;
  for (const ArrivedOp& op : arrived) {
    if (!op.line.empty()) {
      Result<std::optional<StoredOp>> received = log.receive(op.line, op.admitted);
      if (!received) {
        ++report.not_ops;
        continue;
      }
      if (*received) {
        changes.added.push_back(std::move(**received));
        ++report.added;
        continue;
      }
    }
    std::optional<AdmittedOp> admitted = log.admit(op.id, op.admitted);
    if (admitted && admitted->stored.effective_ms != admitted->effective_before) {
      changes.moved.push_back(std::move(admitted->stored));
      ++report.moved;
    }
  }
  fold_in(std::move(changes), log, content, memory);
  return report;
}

}  // namespace rehearse
