// A reply as it goes over the wire.
#pragma once

#include <string>

#include "sync/server/front/messages.h"

namespace rehearse::sync {

/// Head and body apart, so that a large body is never copied.
struct ReplyBytes {
  std::string head;
  std::string body;
  bool closes = false;  // the connection, once it is sent
};

enum class Connected { kKept, kClosed };

/// `request_method` HEAD leaves the body out and its length in. Throws std::invalid_argument for a header
/// that would not be one line.
ReplyBytes reply_bytes(Reply reply, std::string_view request_id, std::string_view request_method,
                       Connected after);

/// A refusal's problem, with Retry-After where trying again helps. The method is empty when it was not read.
ReplyBytes refusal_bytes(Refusal refusal, std::string_view request_id, std::string_view request_method,
                         Connected after);

inline constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace rehearse::sync
