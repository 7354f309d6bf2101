// What members of a group have done beside writing its decks, as it stands in the log; and where the group's
// stream was when they did.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/database.h"
#include "core/store/group_act.h"
#include "core/store/joined_groups.h"
#include "core/store/op_log.h"
#include "core/store/registers.h"

namespace rehearse {

/// A point of a group's stream: the number of the op before it. 0: its begin.
using StreamPoint = std::int64_t;
/// With what was written here and is not sent.
inline constexpr StreamPoint kStreamEnd = std::numeric_limits<StreamPoint>::max();

struct ToldAct {
  OpId id;
  GroupAct act;
  StreamPoint n = kStreamEnd;  // its own number; kStreamEnd: not sent
  std::string author;          // a_19; empty: not sent
  Instant at{};
  bool is_own = false;  // this copy of the library wrote it
};

/// The learner's own account: as the server said who is in the group, else as it named what this copy of the
/// library has sent. Empty while neither was heard.
std::string own_account(const std::vector<ToldAct>& acts, const std::vector<GroupMember>& members);
/// `account`: own_account().
bool is_by_self(const ToldAct& told, const std::string& account);

/// Those that count, in the order of the stream, those not sent last.
std::vector<ToldAct> read_group_acts(Database& database, const OpLog& log, Scope group);

/// The targets of the ops behind `from` and up to `until`, each once.
std::vector<std::string> targets_between(Database& database, const OpLog& log, Scope group, StreamPoint from,
                                         StreamPoint until);

/// What the group alone said of a thing at a point of its stream.
Registers fold_group_at(Database& database, const OpLog& log, const std::string& target, Scope group,
                        StreamPoint until);

}  // namespace rehearse
