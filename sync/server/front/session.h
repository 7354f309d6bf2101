// A client: its socket, what it says on it, and the log line of its request.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "sync/server/front/channel.h"
#include "sync/server/front/connection.h"
#include "sync/server/front/front.h"

namespace rehearse::sync {

class Session {
 public:
  /// With an identity the client has limits.head for the handshake.
  Session(Descriptor socket, const TlsIdentity* identity, const FrontLimits& limits, std::string peer,
          Moment now)
      : channel_(std::move(socket), identity),
        connection_(limits, identity != nullptr ? limits.head : limits.idle, now),
        peer_(std::move(peer)) {}

  Channel& channel() { return channel_; }
  Connection& connection() { return connection_; }
  const std::string& peer() const { return peer_; }
  bool is_closed() const { return connection_.phase() == Connection::Phase::kClosed; }

  /// Reads once, if there is something to read and it is wanted; false when there was not.
  bool read(Moment now);
  /// Sends what the kernel takes; false when there was nothing to send, or no room.
  bool write(Moment now);
  void pass_time(Moment now);
  /// See Connection: a client that is quiet is gone at once.
  void finish_up(Moment now);
  /// Whether it ended in TLS.
  bool tls_failed() const { return tls_failed_; }

  /// A request or a refusal begins to be answered.
  void begin_record(std::string id, std::string method);
  /// Its answer is there.
  void answer(ReplyBytes reply, int status, std::string pattern, std::string refusal, Moment now);
  /// The line of a request that is over since the last call: sent, or given up.
  std::optional<FinishedRequest> take_finished(Moment now);
  const std::string& request_id() const { return record_.id; }
  const std::string& request_method() const { return record_.method; }

  /// What it has come to.
  struct Totals {
    std::uint64_t bytes_in = 0;
    std::uint64_t bytes_out = 0;
    std::uint64_t held_bytes = 0;
  };
  /// The totals now, and those of the last call.
  std::pair<Totals, Totals> take_totals();

 private:
  Channel channel_;
  Connection connection_;
  std::string peer_;
  bool tls_failed_ = false;
  bool has_record_ = false;
  bool is_sent_ = false;
  Moment began_;
  FinishedRequest record_;
  Totals totals_;
};

}  // namespace rehearse::sync
