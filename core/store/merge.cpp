#include "core/store/merge.h"

#include <optional>
#include <utility>

#include "core/store/fold_in.h"

namespace rehearse {
namespace {

class Merge {
 public:
  Merge(Scope stream, OpLog& log) : stream_(stream), log_(log) {}

  void take(const ArrivedOp& op) {
    if (op.line.empty()) return admit(op);
    Result<std::optional<StoredOp>> received = log_.receive(op.line, op.admitted, stream_);
    if (!received) {
      ++report_.not_ops;
    } else if (*received) {
      note_author(op, (*received)->position);
      changes_.added.push_back(std::move(**received));
      ++report_.added;
    } else {
      admit(op);
    }
  }

  MergeReport fold(Content& content, Memory& memory) {
    fold_in(std::move(changes_), log_, content, memory);
    return report_;
  }

 private:
  /// One that is here.
  void admit(const ArrivedOp& op) {
    std::optional<AdmittedOp> admitted = log_.admit(op.id, op.admitted, stream_);
    if (!admitted) return;
    const bool is_told = note_author(op, admitted->stored.position);
    const bool is_elsewhere = admitted->stored.effective_ms != admitted->effective_before;
    if (!is_told && !is_elsewhere) return;
    changes_.moved.push_back(std::move(admitted->stored));
    if (is_elsewhere) ++report_.moved;
  }

  /// True when that was not known: it may be somebody who is not listened to.
  bool note_author(const ArrivedOp& op, std::int64_t position) {
    return stream_ != kOwnOps && log_.note_shared(position, op.shared_by);
  }

  Scope stream_;
  OpLog& log_;
  MergeReport report_;
  LogChanges changes_;
};

}  // namespace

MergeReport merge(std::span<const ArrivedOp> arrived, Scope stream, OpLog& log, Content& content,
                  Memory& memory) {
  Merge merge(stream, log);
  for (const ArrivedOp& op : arrived) merge.take(op);
  return merge.fold(content, memory);
}

}  // namespace rehearse
