#include "core/store/import_writer.h"

#include <string>
#include <utility>

#include "core/store/question_fields.h"

namespace rehearse {

void ImportWriter::add(PlannedWrite write) {
  if (const auto* added = std::get_if<NewQuestion>(&write)) {
    const std::int64_t op = log_.append_import(target(added->question.id), added->fields_json);
    content_.add(added->question, added->text_id, op, added->fields_json);
    return;
  }
  SetOp& op = std::get<SetOp>(write);
  const std::string about = op.target;
  log_.append(std::move(op));
  content_.refold(about);
}

}  // namespace rehearse
