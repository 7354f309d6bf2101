// Writes what an import plan gives out.
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "core/base/time.h"
#include "core/store/content.h"
#include "core/store/import_act.h"
#include "core/store/import_plan.h"
#include "core/store/op_log.h"

namespace rehearse {

struct ReadyQuestion {
  NewQuestionRow row;
  PackedOp op;
};
/// A write with everything done to it that needs no file.
struct ReadyWrite {
  std::optional<PackedOp> act;  // the import itself, before the first of them
  std::variant<Op, ReadyQuestion> what;
};

/// Writes to the log and brings the tables in step. Must live inside one transaction on the log that the
/// state was read from.
class ImportWriter {
 public:
  /// What is written belongs to `act`, which must outlive the writer.
  ImportWriter(OpLog& log, Content& content, Instant now, ImportAct& act)
      : log_(log, now), content_(content), act_(act) {}

  void add(PlannedWrite write) { this->write(prepare(std::move(write))); }
  /// The two halves of add(): the first may be done by another thread than the second. What is prepared is
  /// written, in the same order.
  ReadyWrite prepare(PlannedWrite write);
  void write(const ReadyWrite& write);
  /// Everything that was added is written when this returns.
  void finish() { log_.finish(); }

 private:
  OpLog::Writer log_;
  Content& content_;
  ImportAct& act_;
};

}  // namespace rehearse
