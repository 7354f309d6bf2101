// What a library and a server of it tell each other: ops that one of them lacks (sync/README.md).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/merge.h"
#include "core/store/sync_state.h"

namespace rehearse {

class Library;

struct UnsentOp {
  std::int64_t position = 0;  // in the log of this copy: names the op in Library::set_refused
  OpId id;
  std::string line;
};

struct Unsent {
  std::vector<UnsentOp> ops;
  std::int64_t through = 0;  // up to this position there was no other to be sent, just then
};

/// True when no op behind this position is to be sent.
bool is_all_sent(const Library& library, std::int64_t after, Scope scope);

/// A part of the server's stream, in its order.
struct ArrivedOps {
  Scope scope = kOwnOps;
  std::vector<ArrivedOp> ops;
  std::string cursor;  // the server's, behind the last of them
  Instant server_now{};
  Instant local_now{};                                    // this computer's clock then
  ComparedClock local_clock = ComparedClock::kComputers;  // or what somebody gave in its place
  bool is_read_to_end = false;                            // the stream ends here
};

/// An op the server will not have.
struct UnacceptedOp {
  OpId id;
  std::string line;
  std::string reason;  // the server's word: too-large, quota …
  Quarantine state = Quarantine::kAsks;
};

}  // namespace rehearse
