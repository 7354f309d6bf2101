// Flags, tags and examples of the learner's own.
#include "core/library_parts.h"
#include "core/store/mark_fields.h"
#include "core/store/registers.h"

namespace rehearse {

Result<OpId> Library::mark_question(QuestionId question, const MarkChange& change, LocalInstant now) {
  Transaction transaction(parts_->database);
  const std::string name = target(question);
  Result<ConfigOp> op = mark_op(question, fold_registers(parts_->log, name), change);
  if (!op) return op.error();
  const StoredOp stored = parts_->log.append(std::move(*op), now.at);
  parts_->content.refold(name);
  transaction.commit();
  return stored.id;
}

void Library::Parts::bring_in(QuestionId question, const QuestionMarks& marks, LocalInstant now,
                              ImportAct& act) {
  if (marks == QuestionMarks()) return;
  const std::string name = target(question);
  auto op = op_for_brought_in(question, fold_registers(log, name), marks);
  if (!op) return;
  log.append(std::move(*op), now.at, act.begin(log, now.at));
  content.refold(name);
}

QuestionMarks Library::marks(QuestionId question) const { return read_marks(parts_->database, question); }

}  // namespace rehearse
