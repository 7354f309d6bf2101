#include "sync/client/sync_session.h"

#include <algorithm>
#include <utility>

#include "sync/protocol/limits.h"

namespace rehearse::sync {
namespace {

// What was sent and does not come back is sent again, but not for ever: the server does not keep it.
constexpr std::size_t kMostRounds = 3;

}  // namespace

std::string SyncSession::scope_name() const { return scope_ == kOwnOps ? kOwnScope : group_id(scope_); }

std::string SyncSession::cursor() const { return library_.sync_position(scope_).cursor; }

SyncRequest SyncSession::next_request(Instant local_now) {
  SyncRequest request;
  request.now = local_now;
  request.client = "rehearse/" REHEARSE_VERSION;
  request.most = kMostOps;
  ScopeRequest scope;
  scope.scope = scope_name();
  // A cursor that is none of this protocol: from the begin, then.
  scope.cursor = parse_cursor(cursor()).value_or(StreamCursor());
  scope.wants_lines = wants_lines_;
  Unsent unsent = library_.unsent(sent_through_, kMostOps, most_bytes_, scope_);
  in_flight_ = std::move(unsent.ops);
  in_flight_through_ = unsent.through;
  for (UnsentOp& op : in_flight_) scope.ops.push_back(std::move(op.line));
  request.scopes.push_back(std::move(scope));
  counts_.sent += in_flight_.size();
  ++counts_.requests;
  return request;
}

SyncStep SyncSession::take(const SyncReply& reply, Instant local_now) {
  if (reply.scopes.size() != 1 || reply.scopes.front().scope != scope_name()) return SyncStep::kNoSense;
  const ScopeReply& scope = reply.scopes.front();
  if (to_text(scope.from) != cursor()) return SyncStep::kNoSense;
  sent_through_ = in_flight_through_;
  for (const RefusedLine& line : scope.refused) {
    if (line.index >= in_flight_.size()) return SyncStep::kNoSense;
    library_.set_refused(in_flight_[line.index].position, slug_of(line.why));
    ++counts_.refused;
  }
  ArrivedOps arrived;
  arrived.scope = scope_;
  for (const StreamOp& op : scope.ops)
    arrived.ops.push_back({op.line, op.id, op.admitted, {op.n, op.author}});
  arrived.cursor = to_text(scope.cursor);
  arrived.server_now = reply.now;
  arrived.local_now = local_now;
  arrived.local_clock = clock_;
  arrived.is_read_to_end = !scope.has_more();
  left_ = static_cast<std::size_t>(scope.head - scope.cursor.n);
  const std::optional<MergeReport> report = library_.take_in(arrived);
  if (!report) {
    // Names ops that this copy has lost: they are asked for by their lines.
    if (std::exchange(wants_lines_, true)) return SyncStep::kNoSense;
    return SyncStep::kGoOn;
  }
  counts_.received += report->added;
  if (!arrived.is_read_to_end || !is_all_sent(library_, sent_through_, scope_)) return SyncStep::kGoOn;
  if (is_all_sent(library_, 0, scope_)) return SyncStep::kDone;
  if (++rounds_ == kMostRounds) return SyncStep::kNoSense;
  sent_through_ = 0;
  return SyncStep::kGoOn;
}

SyncStep SyncSession::take_cursor_gone() {
  if (std::exchange(has_started_again_, true)) return SyncStep::kNoSense;
  library_.start_sync_again(scope_);
  sent_through_ = 0;
  in_flight_.clear();
  return SyncStep::kGoOn;
}

SyncStep SyncSession::take_too_large() {
  if (in_flight_.empty()) return SyncStep::kNoSense;
  if (in_flight_.size() == 1) {
    library_.set_refused(in_flight_.front().position, slug_of(ProblemKind::kTooLarge));
    ++counts_.refused;
  }
  most_bytes_ /= 2;
  return SyncStep::kGoOn;
}

}  // namespace rehearse::sync
