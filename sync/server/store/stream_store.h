// Where a server keeps the streams of ops. It knows nothing of what they say: a line is bytes with an id, and
// with the number its device gave it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "sync/protocol/stream_cursor.h"
#include "sync/server/groups/group_role.h"

namespace rehearse::sync {

/// An account's own stream has the account's number; a group's is below 0 (groups/group_id.h).
using ScopeId = std::int64_t;

/// An account as streams and people's logs name it: a_19.
inline std::string author_name(std::int64_t account) { return "a_" + std::to_string(account); }

/// Who sends: an account, on one of its devices.
struct Sender {
  std::int64_t account = 0;
  std::int64_t session = 0;
};

struct PushedOp {
  OpId id;
  std::string_view line;  // stays where it is while it is pushed
  // Of its envelope. They name nothing, but ops that come together have numbers side by side: what is looked
  // for under them is found in a few pages, where ids would be spread over all of a stream's.
  std::uint64_t device = 0;
  std::uint64_t counter = 0;
  GroupRole needed = GroupRole::kReader;  // of its sender, in a group's stream
};

struct KeptOp {
  std::int64_t n = 0;
  OpId id;
  Instant admitted{};
  std::int64_t author = 0;
  std::int64_t pushed_by = 0;  // session
  std::string line;
};

struct StreamPage {
  std::vector<KeptOp> ops;
  std::int64_t head = 0;  // ops in the stream
};

/// What a push has added to a stream, behind what stood there before.
struct AppendedOps {
  StreamCursor before;
  std::vector<KeptOp> ops;
};

struct PushReport {
  std::size_t accepted = 0;  // are in the stream now; an op that was there already counts as well
  std::vector<std::size_t> not_allowed{};  // of the ops, by their places: the sender's role does not reach
  bool is_over_quota = false;              // then the rest were not taken in, nor looked at
  std::optional<AppendedOps> appended =
      {};  // where the store says it: who stood at its begin need not read it
};

/// Thrown by a push whose sender was signed out, or deleted, on the way. Nothing of it was kept.
class SenderGone : public std::runtime_error {
 public:
  SenderGone() : std::runtime_error("the sender is signed out") {}
};

class StreamStore {
 public:
  virtual ~StreamStore() = default;

  /// Adds what the stream lacks at its end, all of one admission: `now`, or the first instant behind the last
  /// admission where that is later. Durable when it returns. `most_bytes`: what the scope may hold.
  /// In a group's stream the sender's role is looked at in the same moment.
  virtual PushReport push(ScopeId scope, const Sender& sender, const std::vector<PushedOp>& ops, Instant now,
                          std::int64_t most_bytes) = 0;

  /// The ops behind the cursor: at most `most`, and of at most `most_bytes` in lines, but one at least where
  /// there is one. Nothing when the stream has no such cursor.
  virtual std::optional<StreamPage> read(ScopeId scope, const StreamCursor& from, std::size_t most,
                                         std::size_t most_bytes) = 0;

  /// The cursor behind the last op.
  virtual StreamCursor end(ScopeId scope) = 0;

  /// Nothing where the account is no member of the group.
  virtual std::optional<GroupRole> role(ScopeId group, std::int64_t account) = 0;
};

}  // namespace rehearse::sync
