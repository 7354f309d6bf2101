#include "sync/client/syncer.h"

#include <algorithm>

#include "sync/protocol/body.h"
#include "sync/protocol/limits.h"

namespace rehearse::sync {
namespace {

constexpr int kOk = 200;
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

class Sync {
 public:
  Sync(Library& library, HttpClient& client, const std::string& token, const std::function<Instant()>& clock,
       ComparedClock compared)
      : session_(library, compared),
        library_(library),
        client_(client),
        token_(token),
        clock_(clock),
        to_send_(library.unsent_count()) {}

  SyncResult run(const std::function<Onward(const SyncProgress&)>& between) {
    for (SyncStep step = SyncStep::kGoOn; step != SyncStep::kDone;) {
      step = ask();
      if (step == SyncStep::kNoSense) return {session_.counts(), trouble_ ? *trouble_ : no_sense()};
      const std::size_t sent = session_.counts().sent;
      const SyncProgress progress{session_.counts(), to_send_ - std::min(to_send_, sent), session_.left()};
      if (step == SyncStep::kGoOn && between(progress) == Onward::kStop)
        return {session_.counts(), Trouble{TroubleKind::kStopped, {"stopped", "已停止"}, std::nullopt}};
    }
    return {session_.counts(), std::nullopt};
  }

 private:
  /// kNoSense with `trouble_` when something else is in the way.
  SyncStep ask() {
    const std::string cursor = library_.sync_position().cursor;
    const SyncStep step = ask_once();
    // Another program of this computer has synced the same library meanwhile, and has come further.
    const bool is_overtaken =
        step == SyncStep::kNoSense && !trouble_ && library_.sync_position().cursor != cursor;
    return is_overtaken ? SyncStep::kGoOn : step;
  }

  SyncStep ask_once() {
    std::string body = pack_body(write_request(session_.next_request(clock_())));
    if (body.size() > kMostWireBytes) return session_.take_too_large();  // would be refused: not sent at all
    const auto result = client_.send({"POST", "/v1/sync", token_, kPackedType, std::move(body)});
    if (const auto* failure = std::get_if<HttpFailure>(&result))
      return stop(trouble_of(*failure, client_.server()));
    const auto& reply = std::get<HttpReply>(result);
    if (reply.status != kOk) return take(problem_in(reply));
    const std::optional<SyncReply> read = reply_in(reply);
    return read ? session_.take(*read, clock_()) : SyncStep::kNoSense;
  }

  SyncStep take(const Problem& problem) {
    switch (problem.kind) {
      case ProblemKind::kCursorGone: return session_.take_cursor_gone();
      case ProblemKind::kTooLarge:
      case ProblemKind::kTooManyOps: return session_.take_too_large();
      default: return stop(trouble_of(problem));
    }
  }

  SyncStep stop(Trouble trouble) {
    trouble_ = std::move(trouble);
    return SyncStep::kNoSense;
  }

  SyncSession session_;
  Library& library_;
  HttpClient& client_;
  const std::string& token_;
  const std::function<Instant()>& clock_;
  std::size_t to_send_;  // at the begin: counting a million is not for every request
  std::optional<Trouble> trouble_;
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
