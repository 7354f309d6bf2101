// One client's connection without its socket: bytes come in, requests come out, replies go back. It knows
// neither the kernel nor a clock; the moment of each call is passed in.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "sync/server/front/limits.h"
#include "sync/server/front/reply_bytes.h"
#include "sync/server/front/request_head.h"

namespace rehearse::sync {

/// A request with all its bytes.
struct WholeRequest {
  RequestHead head;
  std::string body;
};

/// Requests are answered one after the other: what a client sends ahead waits.
class Connection {
 public:
  enum class Phase {
    kIdle,       // no byte of a request yet
    kHead,       // some of the head
    kBody,       // some of the body
    kAnswering,  // a whole request, or why there is none, waits for answer()
    kWriting,    // the reply
    kLingering,  // all is sent and the client is to close; what it still sends is dropped
    kClosed,
  };

  /// `limits` has to outlive the connection. The first request's first byte has `first_wait` to come.
  Connection(const FrontLimits& limits, std::chrono::milliseconds first_wait, Moment now);

  Phase phase() const { return phase_; }
  /// Whether bytes are to be read from the client. The others stay in the kernel, which slows the client
  /// down.
  bool wants_bytes() const;
  void receive(std::string_view bytes, Moment now);
  /// The client will send nothing more. A whole request is still answered.
  void peer_finished();
  /// Something is wrong outside: the request that is coming will be answered with this.
  void refuse(Refusal refusal);
  /// Ends what is over its time.
  void pass_time(Moment now);
  /// The last reply will be the one that is due; a connection without one waits for the client to close it.
  void finish_up(Moment now);
  /// Nothing can be sent or received any more.
  void give_up() { enter(Phase::kClosed, Moment::max()); }

  /// Once each: what answer() is waited for.
  std::optional<WholeRequest> take_request();
  std::optional<Refusal> take_refusal();
  void answer(ReplyBytes reply, Moment now);

  /// What to send next, in two pieces, and how much of it was sent.
  std::array<std::string_view, 2> unsent() const;
  void sent(std::size_t size, Moment now);

  /// When pass_time() may have something to do: Moment::max() for never.
  Moment deadline() const { return deadline_; }
  /// Of the request that is read or answered.
  Moment began() const { return began_; }
  std::size_t received_bytes() const { return received_; }
  /// Memory that grows with what the client sends or is sent.
  std::size_t held_bytes() const;

 private:
  void read_input(Moment now);
  void begin_body(Moment now);
  void drop_input();
  void enter(Phase phase, Moment deadline);

  const FrontLimits* limits_;
  Phase phase_ = Phase::kIdle;
  Moment deadline_;
  Moment began_;
  std::size_t received_ = 0;
  RequestHeadReader reader_;
  std::string input_;        // what was sent ahead
  std::size_t dropped_ = 0;  // while lingering
  WholeRequest request_;
  std::size_t handed_out_ = 0;  // the body that a worker has
  std::optional<Refusal> refusal_;
  bool has_request_ = false;
  bool closes_ = false;  // after this reply
  std::string output_;
  std::string output_body_;
  std::size_t sent_ = 0;
};

}  // namespace rehearse::sync
