#include "sync/server/front/refusal.h"

namespace rehearse::sync {
namespace {

constexpr std::array<RefusalTerms, kRefusals> kTerms = {{
    {"request-line", 400, "bad-request", "the first line is not: METHOD /path HTTP/1.1, ended by CR LF"},
    {"target", 400, "bad-request", "the path is not / and printable ASCII with whole %XX"},
    {"header-line", 400, "bad-request", "a header is not: Name: value, on one line, ended by CR LF"},
    {"repeated-header", 400, "bad-request", "a header that says one thing stands there twice"},
    {"host", 400, "bad-request", "there is no Host header"},
    {"content-length", 400, "bad-request", "Content-Length is not one number in digits"},
    {"transfer-encoding", 411, "bad-request", "Transfer-Encoding is not taken: send Content-Length"},
    {"content-encoding", 415, "bad-request",
     "Content-Encoding is not taken: name the format in Content-Type"},
    {"range", 400, "bad-request", "Range is not taken: ask for the whole"},
    {"expectation", 417, "bad-request", "the only expectation that is met is 100-continue"},
    {"version", 505, "bad-request", "only HTTP/1.1 is spoken here"},
    {"target-too-long", 414, "too-large", "the path is too long"},
    {"head-too-large", 431, "too-large", "the headers are too large or too many"},
    {"length-missing", 411, "bad-request", "a body needs Content-Length"},
    {"body-too-large", 413, "too-large", "the body is too large: send less at once"},
    {"head-too-slow", 408, "timeout", "the headers took too long"},
    {"body-too-slow", 408, "timeout", "the body took too long"},
    {"queue-full", 503, "busy", "too many requests are waiting: try again later"},
    {"memory-full", 503, "busy", "too much is being sent at once: try again later"},
    {"too-many-connections", 503, "busy", "too many connections are open: try again later"},
    {"tls-on-plain-port", 400, "bad-request", "this port speaks plain HTTP and the client began TLS"},
    {"plain-on-tls-port", 400, "bad-request", "this port speaks TLS: use https"},
}};

}  // namespace

const RefusalTerms& terms_of(Refusal refusal) { return kTerms[static_cast<std::size_t>(refusal)]; }

}  // namespace rehearse::sync
