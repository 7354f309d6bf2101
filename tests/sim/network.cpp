// Requests and replies, as bytes, and what becomes of them on their way.
#include "core/base/store_error.h"
#include "tests/sim/broken.h"
#include "tests/sim/world.h"

namespace rehearse::sim {

using sync::Problem;
using sync::ProblemKind;
using sync::SyncRequest;
using sync::SyncStep;

namespace {

constexpr std::size_t kTakesPerCheck = 64;

}  // namespace

/// A part of a sync; the rest goes on in a later step, is broken off, or never comes.
void World::sync_some(Device& device) {
  device.session(chance_.one_in(4) ? Device::Door::kBeside : Device::Door::kSame);
  const std::size_t most = chance_.below(2) == 0 ? SIZE_MAX : 1 + chance_.below(3);
  for (std::size_t requests = 0; requests < most; ++requests)
    if (exchange(device) != Exchange::kGoOn) return device.end_session();
  if (faults_.network && chance_.below(2) == 0) {
    note(name_of(device) + ": breaks its sync off");
    device.end_session();
  }
}

World::Exchange World::exchange(Device& device) {
  SyncRequest request = device.session().next_request(now_of(device).at);
  if (faults_.small_replies && !is_quiet_) request.most = 1 + chance_.below(12);
  const std::string body = sync::write_request(request);
  const std::string what = name_of(device) + ": sends " + std::to_string(request.scopes[0].ops.size()) +
                           " from " + to_text(request.scopes[0].cursor);
  const std::size_t fate = faults_.network && !is_quiet_ ? chance_.below(16) : SIZE_MAX;
  if (fate == 0) {
    note(what + ", lost");
    return Exchange::kBroken;
  }
  if (fate == 1) {
    note(what + ", late");
    in_the_air_.push_back({device.sender(), body});
    return Exchange::kBroken;
  }
  if (fate == 2) {
    note(what + ", twice");
    static_cast<void>(ask_server(device.sender(), body));
  }
  auto answer = ask_server(device.sender(), body);
  auto* bytes = std::get_if<std::string>(&answer);
  if (fate == 3) {
    note(what + ", reply lost");
    return Exchange::kBroken;
  }
  if (fate == 4 && bytes != nullptr) {
    note(what + ", reply late");
    device.late_reply = std::move(*bytes);
    return Exchange::kBroken;
  }
  if (fate == 5 && bytes != nullptr) {
    note(what + ", reply cut");
    const auto cut = sync::read_reply(std::string_view(*bytes).substr(0, chance_.below(bytes->size())));
    require(!cut, "no cut reply is read", [] { return std::string("one was"); });
    return Exchange::kBroken;
  }
  if (fate == 6 && device.late_reply) {
    note(what + ", gets a late reply");
    answer = *std::exchange(device.late_reply, std::nullopt);
  } else {
    note(what);
  }
  return take(device, request, answer);
}

World::Exchange World::take(Device& device, const SyncRequest& request,
                            const std::variant<std::string, Problem>& answer) {
  SyncStep step = SyncStep::kNoSense;
  if (const auto* problem = std::get_if<Problem>(&answer)) {
    note("  refused: " + std::string(slug_of(problem->kind)));
    if (problem->kind == ProblemKind::kInternal) return Exchange::kBroken;
    require(problem->kind == ProblemKind::kCursorGone || problem->kind == ProblemKind::kTooLarge,
            "requests are understood", [&] { return problem->detail; });
    if (problem->kind == ProblemKind::kTooLarge) {
      step = device.session().take_too_large();
    } else if (without_ == Rule::kGoneMeansSendAll) {
      reset_cursor_only(device.layers().database);
      step = SyncStep::kGoOn;
    } else {
      step = device.session().take_cursor_gone();
    }
  } else {
    const auto reply = sync::read_reply(std::get<std::string>(answer));
    require(reply.has_value(), "replies are understood", [] { return std::string("one was not"); });
    if (without_ == Rule::kSentWhenBack) take_for_sent(device.layers().database, request);
    step = device.session().take(*reply, now_of(device).at);
  }
  if (step == SyncStep::kNoSense) note("  makes no sense");
  // A later fold may cover up what this one did wrong.
  if (chance_.one_in(kTakesPerCheck)) check(device);
  if (step == SyncStep::kGoOn) return Exchange::kGoOn;
  return step == SyncStep::kDone ? Exchange::kDone : Exchange::kBroken;
}

std::variant<std::string, Problem> World::ask_server(const sync::Sender& sender, const std::string& body) {
  if (server_error_ > std::chrono::minutes{1}) server_was_ahead_ = true;
  auto answer = server_.answer(sender, body, server_now());
  const auto* problem = std::get_if<Problem>(&answer);
  if (problem != nullptr && problem->kind == ProblemKind::kInternal) {
    require(server_.disk().is_failing(), "no fault without a cause",
            [] { return std::string("of the server"); });
    if (chance_.below(2) == 0) {
      note("  the server's disk failed, and is well again");
      server_.disk().mend();
    } else {
      note("  the server's disk failed, and the power");
      server_.crash(half_kept());
    }
  }
  return answer;
}

void World::deliver_late_request(Device&) {
  if (in_the_air_.empty()) return;
  note("a late request arrives");
  static_cast<void>(ask_server(in_the_air_.front().sender, in_the_air_.front().body));
  in_the_air_.pop_front();
}

}  // namespace rehearse::sim
