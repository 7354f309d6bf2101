// One import as a whole, while it is written: its op comes into the log before the first op that belongs to
// it. An import that finds everything there already writes nothing at all.
#pragma once

#include <optional>
#include <string>

#include "core/base/time.h"
#include "core/store/op_log.h"

namespace rehearse {

struct ImportAct {
  std::string title;       // of the deck it writes to first
  std::optional<OpId> id;  // nothing was written yet

  /// Cut where it is too long for a title.
  ImportOp op() const;
  /// Its id; writes its op when that is not there yet. Inside a transaction.
  OpId begin(OpLog& log, Instant now);
  /// Forgets an op that a transaction took back with everything in it.
  void look_again(const OpLog& log);
};

}  // namespace rehearse
