// What is known of a group's ops beside their lines, and which of them count for this learner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/store/database.h"
#include "core/store/op.h"
#include "core/store/scope.h"
#include "core/store/stored_op.h"

namespace rehearse {

/// As the group's server says.
struct SharedBy {
  std::int64_t n = 0;  // the op's number in the group's stream
  std::string author;  // the account that sent it: a_19
};

/// What the learner says of a group: a target of `config` ops.
inline constexpr std::string_view kGroupTarget = "group:";
std::string group_target(Scope group);
/// The fields that a learner sets of it.
inline constexpr const char* kLeftField = "left";      // true: nothing of it counts any more
inline constexpr const char* kMutedPrefix = "muted:";  // and an author; true: nothing by him counts
inline constexpr const char* kSeenField = "seen";      // versions up to here in its stream were looked at
inline constexpr const char* kBoardField = "board";    // true: the learner's weeks stand on its board

class SharedOps {
 public:
  explicit SharedOps(Database& database) : database_(database) {}

  /// False when that was known.
  bool note(std::int64_t position, const SharedBy& by);
  /// Empty while no server has said it: it was written here.
  std::string author_of(std::int64_t position) const;
  /// Its number in the group's stream.
  std::optional<std::int64_t> n_of(std::int64_t position) const;

  /// False for an op of a group that the learner has left, by somebody who is muted, or that the server would
  /// not have.
  bool counts(const StoredOp& shared) const;

 private:
  Database& database_;
};

}  // namespace rehearse
