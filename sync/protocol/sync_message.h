// The two messages of POST /v1/sync: lines of JSON and, between them, ops as the bytes they are hashed from.
// README.md here shows both, byte for byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/joined_groups.h"
#include "core/store/op.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/stream_cursor.h"

namespace rehearse::sync {

inline constexpr int kProtocolVersion = 1;
inline constexpr const char* kOwnScope = "me";  // the account's private scope

struct ScopeRequest {
  std::string scope;
  StreamCursor cursor;           // what the client has read
  bool wants_lines = false;      // also of ops that it pushed itself: it may have lost them
  std::vector<std::string> ops;  // lines
};

struct SyncRequest {
  Instant now{};         // the client's clock
  std::string client;    // its name and version
  std::size_t most = 0;  // ops of a scope in the reply
  std::vector<ScopeRequest> scopes;
};

/// An op of a scope's stream.
struct StreamOp {
  std::int64_t n = 0;  // its number: 1, 2 …
  Instant admitted{};
  std::string author;  // the account that sent it
  OpId id;
  std::string line;  // empty: the client sent it and holds it
};

struct RefusedLine {
  std::size_t index = 0;  // of the scope's ops in the request
  ProblemKind why = ProblemKind::kBadRequest;

  friend bool operator==(const RefusedLine&, const RefusedLine&) = default;
};

struct ScopeReply {
  std::string scope;
  std::size_t accepted = 0;  // lines that are in the stream now, if they were not before
  std::vector<RefusedLine> refused;
  StreamCursor from;  // the request's
  std::vector<StreamOp> ops;
  StreamCursor cursor;    // behind the last of them
  std::int64_t head = 0;  // ops in the stream

  bool has_more() const { return cursor.n < head; }
};

/// A group that the account is a member of, and the cursor behind its stream's last op: nothing is to be read
/// for who stands there.
struct GroupState {
  JoinedGroup group;
  StreamCursor end;
};

struct SyncReply {
  std::vector<ScopeReply> scopes;
  Instant now{};                     // the server's clock
  std::vector<GroupState> groups{};  // all of the account
};

std::string write_request(const SyncRequest& request);
/// Bounded as limits.h says. A line that is no op is not looked at here: it is refused by itself.
std::variant<SyncRequest, Problem> read_request(std::string_view body);

std::string write_reply(const SyncReply& reply);
/// Nothing for a reply that is cut short, is none, or whose cursors are not what its ops lead to.
std::optional<SyncReply> read_reply(std::string_view body);

}  // namespace rehearse::sync
