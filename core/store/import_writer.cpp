#include "core/store/import_writer.h"

#include "core/store/question_fields.h"

namespace rehearse {

ReadyWrite ImportWriter::prepare(PlannedWrite write) {
  if (auto* op = std::get_if<SetOp>(&write)) return log_.ready(std::move(*op));
  NewQuestion& question = std::get<NewQuestion>(write);
  PackedOp op = log_.ready_import(target(question.question.id), question.fields_json);
  return ReadyQuestion{std::move(question), std::move(op)};
}

void ImportWriter::write(const ReadyWrite& write) {
  if (const auto* added = std::get_if<ReadyQuestion>(&write))
    return content_.add(added->question, log_.write(added->op));
  const Op& op = std::get<Op>(write);
  log_.write(op);
  content_.refold(target_of(op));
}

}  // namespace rehearse
