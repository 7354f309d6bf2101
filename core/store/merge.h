// Ops that come from a server: those of other machines, and word that it has admitted our own.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/content.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"
#include "core/store/shared_ops.h"

namespace rehearse {

struct ArrivedOp {
  std::string line;  // empty: one that is here, named by `id`
  OpId id;
  Instant admitted{};
  SharedBy shared_by{};  // in a group's stream
};

struct MergeReport {
  std::size_t added = 0;
  std::size_t moved = 0;    // was here, and has another time for the fold now
  std::size_t not_ops = 0;  // lines that no version of the program would have written
};

/// Puts what is new into the log and brings every projection in step: the same whatever the order or the
/// portions in which ops arrive. `stream`: the scope that they came in, and only its own are taken in. Inside
/// a transaction.
MergeReport merge(std::span<const ArrivedOp> arrived, Scope stream, OpLog& log, Content& content,
                  Memory& memory);

}  // namespace rehearse
