// One sync of a library, without a network: which request comes next, and what a reply means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/library.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/sync_message.h"

namespace rehearse::sync {

struct SyncCounts {
  std::size_t sent = 0;      // ops, repeated ones too
  std::size_t received = 0;  // ops that were new here
  std::size_t refused = 0;   // ops that the server will not have
  std::size_t requests = 0;

  friend SyncCounts operator+(const SyncCounts& a, const SyncCounts& b) {
    return {a.sent + b.sent, a.received + b.received, a.refused + b.refused, a.requests + b.requests};
  }
};

enum class SyncStep {
  kGoOn,     // ask again: next_request()
  kDone,     // everything was sent and read
  kNoSense,  // the reply is none, or contradicts itself: nothing of it was used
};

/// Lives while a sync lasts. A sync that is broken off anywhere loses nothing: what the server has not shown
/// again is sent again.
class SyncSession {
 public:
  /// Of one scope's stream.
  explicit SyncSession(Library& library, ComparedClock clock = ComparedClock::kComputers,
                       Scope scope = kOwnOps)
      : library_(library), clock_(clock), scope_(scope) {}

  SyncRequest next_request(Instant local_now);
  SyncStep take(const SyncReply& reply, Instant local_now);
  /// Of a reply that says so: the next request begins at the begin. kNoSense when that was said before in
  /// this session.
  SyncStep take_cursor_gone();
  /// The server will not take that much at once. kNoSense when the request had no op.
  SyncStep take_too_large();

  const SyncCounts& counts() const { return counts_; }
  /// Ops of the stream that were still to be read when the last reply was written.
  std::size_t left() const { return left_; }

 private:
  std::string scope_name() const;
  std::string cursor() const;

  Library& library_;
  ComparedClock clock_;
  Scope scope_;
  std::vector<UnsentOp> in_flight_;
  std::size_t most_bytes_ = 2 * 1024 * 1024;  // of lines in a request: text packs to half or less, as a rule
  std::int64_t in_flight_through_ = 0;        // the position up to which there was no other to send
  std::int64_t sent_through_ = 0;             // the same of what was answered, in this session
  bool wants_lines_ = false;
  bool has_started_again_ = false;
  std::size_t rounds_ = 0;  // in which everything was sent
  std::size_t left_ = 0;
  SyncCounts counts_;
};

}  // namespace rehearse::sync
