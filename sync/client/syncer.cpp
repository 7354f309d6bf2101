#include "sync/client/syncer.h"

#include <algorithm>

#include "sync/client/json_call.h"
#include "sync/protocol/body.h"
#include "sync/protocol/limits.h"

namespace rehearse::sync {
namespace {

constexpr std::chrono::minutes kClockPlay{5};

/// In the largest unit of which there are two at least.
Words long_time(std::chrono::milliseconds time) {
  const auto minutes = std::chrono::floor<std::chrono::minutes>(time).count();
  constexpr std::int64_t kHour = 60, kDay = 24 * kHour;
  if (minutes >= 2 * kDay)
    return {std::to_string(minutes / kDay) + " days", std::to_string(minutes / kDay) + " 天"};
  if (minutes >= 2 * kHour)
    return {std::to_string(minutes / kHour) + " hours", std::to_string(minutes / kHour) + " 小时"};
  return {std::to_string(minutes) + " minutes", std::to_string(minutes) + " 分钟"};
}

std::optional<SyncReply> reply_in(const HttpReply& reply) {
  if (reply.content_type.starts_with(kPackedType)) {
    const auto text = unpack_body(reply.body, kMostBodyBytes);
    return text ? read_reply(*text) : std::nullopt;
  }
  return reply.content_type.starts_with(kPlainType) ? read_reply(reply.body) : std::nullopt;
}

std::vector<JoinedGroup> joined(const std::vector<GroupState>& states) {
  std::vector<JoinedGroup> groups;
  for (const GroupState& state : states) groups.push_back(state.group);
  return groups;
}

class Sync {
 public:
  Sync(Library& library, HttpClient& client, const std::string& token, const std::function<Instant()>& clock,
       ComparedClock compared)
      : library_(library),
        client_(client),
        token_(token),
        clock_(clock),
        compared_(compared),
        to_send_(library.unsent_count()) {}

  SyncResult run(const std::function<Onward(const SyncProgress&)>& between) {
    SyncResult result{{}, run_scope(kOwnOps, between)};
    if (!result.trouble) {
      library_.set_groups(joined(groups_));
      result.trouble = run_groups(between);
    }
    result.counts = counts_;
    return result;
  }

 private:
  /// As the server listed them: somebody may have joined or left one on another device.
  std::optional<Trouble> run_groups(const std::function<Onward(const SyncProgress&)>& between) {
    for (const GroupState& state : groups_) {
      const Scope scope = state.group.scope;
      const bool is_read = library_.sync_position(scope).cursor == to_text(state.end);
      if (is_read && library_.unsent(0, 1, 1, scope).ops.empty()) continue;
      auto trouble = run_scope(scope, between);
      // Put out of it since it was listed: the next sync is told so.
      if (trouble && !is_no_member_) return trouble;
    }
    return std::nullopt;
  }

  std::optional<Trouble> run_scope(Scope scope, const std::function<Onward(const SyncProgress&)>& between) {
    SyncSession session(library_, compared_, scope);
    scope_ = scope;
    trouble_.reset();
    is_no_member_ = false;
    const SyncCounts before = counts_;
    for (SyncStep step = SyncStep::kGoOn; step != SyncStep::kDone;) {
      step = ask(session);
      counts_ = before + session.counts();
      if (step == SyncStep::kNoSense) return trouble_ ? *trouble_ : no_sense();
      const SyncProgress progress{counts_, to_send_ - std::min(to_send_, counts_.sent), session.left()};
      if (step == SyncStep::kGoOn && between(progress) == Onward::kStop)
        return Trouble{TroubleKind::kStopped, {"stopped", "已停止"}, std::nullopt};
    }
    return std::nullopt;
  }

  /// kNoSense with `trouble_` when something else is in the way.
  SyncStep ask(SyncSession& session) {
    const std::string cursor = library_.sync_position(scope_).cursor;
    const SyncStep step = ask_once(session);
    // Another program of this computer has synced the same library meanwhile, and has come further.
    const bool is_overtaken =
        step == SyncStep::kNoSense && !trouble_ && library_.sync_position(scope_).cursor != cursor;
    return is_overtaken ? SyncStep::kGoOn : step;
  }

  SyncStep ask_once(SyncSession& session) {
    std::string body = pack_body(write_request(session.next_request(clock_())));
    if (body.size() > kMostWireBytes) return session.take_too_large();  // would be refused: not sent at all
    const auto result = client_.send({"POST", "/v1/sync", token_, kPackedType, std::move(body)});
    if (const auto* failure = std::get_if<HttpFailure>(&result))
      return stop(trouble_of(*failure, client_.server()));
    const auto& reply = std::get<HttpReply>(result);
    if (reply.status != kOk) return take(session, problem_in(reply));
    const std::optional<SyncReply> read = reply_in(reply);
    if (!read) return SyncStep::kNoSense;
    const SyncStep step = session.take(*read, clock_());
    if (step != SyncStep::kNoSense && scope_ == kOwnOps) groups_ = read->groups;
    return step;
  }

  SyncStep take(SyncSession& session, const Problem& problem) {
    switch (problem.kind) {
      case ProblemKind::kCursorGone: return session.take_cursor_gone();
      case ProblemKind::kTooLarge:
      case ProblemKind::kTooManyOps: return session.take_too_large();
      default: break;
    }
    is_no_member_ = scope_ != kOwnOps && problem.kind == ProblemKind::kNotFound;
    return stop(trouble_of(problem));
  }

  SyncStep stop(Trouble trouble) {
    trouble_ = std::move(trouble);
    return SyncStep::kNoSense;
  }

  Library& library_;
  HttpClient& client_;
  const std::string& token_;
  const std::function<Instant()>& clock_;
  ComparedClock compared_;
  std::size_t to_send_;  // at the begin: counting a million is not for every request
  SyncCounts counts_;
  std::vector<GroupState> groups_;
  // Of the scope that is synced:
  Scope scope_ = kOwnOps;
  std::optional<Trouble> trouble_;
  bool is_no_member_ = false;
};

}  // namespace

SyncResult sync_now(Library& library, HttpClient& client, const std::string& token,
                    const std::function<Instant()>& clock,
                    const std::function<Onward(const SyncProgress&)>& between, ComparedClock compared) {
  return Sync(library, client, token, clock, compared).run(between);
}

std::optional<std::chrono::milliseconds> clock_error(const SyncPosition& position) {
  if (std::chrono::abs(position.server_ahead) <= kClockPlay) return std::nullopt;
  return -position.server_ahead;
}

Words clock_in_words(std::chrono::milliseconds error) {
  const bool is_ahead = error > std::chrono::milliseconds::zero();
  const Words time = long_time(std::chrono::abs(error));
  return {"this computer's clock is " + time.english + (is_ahead ? " ahead of" : " behind") + " the server's",
          "本机时钟比服务器" + std::string(is_ahead ? "快 " : "慢 ") + time.chinese};
}

}  // namespace rehearse::sync
