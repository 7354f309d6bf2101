#include "core/store/import_writer.h"

#include <string>
#include <utility>
#include <vector>

#include "core/store/json_text.h"

namespace rehearse {

void ImportWriter::add(PlannedWrite write) {
  constexpr std::size_t kTogether = 64;  // questions: in memory twice until they are written
  waiting_.push_back(std::move(write));
  if (waiting_.size() == kTogether) finish();
}

void ImportWriter::finish() {
  std::vector<OpBody> ops;
  std::vector<std::string> targets, fields;
  for (PlannedWrite& write : waiting_) {
    targets.push_back(write.op.target);
    fields.push_back(write.all ? json_object(write.op.fields) : "");
    ops.emplace_back(std::move(write.op));
  }
  if (!ops.empty()) log_.append_all(std::move(ops), now_);
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (waiting_[i].all)
      content_.add(*waiting_[i].all, fields[i]);
    else
      content_.refold(targets[i]);
  }
  waiting_.clear();
}

}  // namespace rehearse
