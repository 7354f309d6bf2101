#include "core/store/fold_in.h"

namespace rehearse {

void fold_in(const StoredOp& stored, const OpLog& log, Content& content, Memory& memory) {
  // What a chain of voids ends at is what has come or gone; a void may come before what it takes back.
  std::optional<StoredOp> subject = stored;
  while (subject && std::holds_alternative<VoidOp>(subject->op.body))
    subject = log.find(std::get<VoidOp>(subject->op.body).target);
  if (!subject) return;
  if (!Memory::is_made_from(subject->op)) return content.refold(target_of(subject->op));
  const bool is_void = log.is_void(subject->id);
  // An answer that was there already has come back, or goes.
  if (subject->id != stored.id) memory.remove(*subject);
  if (!is_void) memory.add(*subject);
}

}  // namespace rehearse
