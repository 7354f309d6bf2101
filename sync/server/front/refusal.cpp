#include "sync/server/front/refusal.h"

namespace rehearse::sync {
namespace {

using Kind = ProblemKind;

struct Terms {
  const char* name;
  int status;
  Kind kind;
  const char* detail;
};

constexpr std::array<Terms, kRefusals> kTerms = {{
    {"request-line", 400, Kind::kBadRequest, "the first line is not: METHOD /path HTTP/1.1, ended by CR LF"},
    {"target", 400, Kind::kBadRequest, "the path is not / and printable ASCII with whole %XX"},
    {"header-line", 400, Kind::kBadRequest, "a header is not: Name: value, on one line, ended by CR LF"},
    {"repeated-header", 400, Kind::kBadRequest, "a header that says one thing stands there twice"},
    {"host", 400, Kind::kBadRequest, "there is no Host header"},
    {"content-length", 400, Kind::kBadRequest, "Content-Length is not one number in digits"},
    {"transfer-encoding", 411, Kind::kBadRequest, "Transfer-Encoding is not taken: send Content-Length"},
    {"content-encoding", 415, Kind::kBadRequest,
     "Content-Encoding is not taken: name the format in Content-Type"},
    {"range", 400, Kind::kBadRequest, "Range is not taken: ask for the whole"},
    {"expectation", 417, Kind::kBadRequest, "the only expectation that is met is 100-continue"},
    {"version", 505, Kind::kBadRequest, "only HTTP/1.1 is spoken here"},
    {"target-too-long", 414, Kind::kTooLarge, "the path is too long"},
    {"head-too-large", 431, Kind::kTooLarge, "the headers are too large or too many"},
    {"length-missing", 411, Kind::kBadRequest, "a body needs Content-Length"},
    {"body-too-large", 413, Kind::kTooLarge, "the body is too large: send less at once"},
    {"head-too-slow", 408, Kind::kTimeout, "the headers took too long"},
    {"body-too-slow", 408, Kind::kTimeout, "the body took too long"},
    {"queue-full", 503, Kind::kBusy, "too many requests are waiting: try again later"},
    {"memory-full", 503, Kind::kBusy, "too much is being sent at once: try again later"},
    {"too-many-connections", 503, Kind::kBusy, "too many connections are open: try again later"},
    {"tls-on-plain-port", 400, Kind::kBadRequest, "this port speaks plain HTTP and the client began TLS"},
    {"plain-on-tls-port", 400, Kind::kBadRequest, "this port speaks TLS: use https"},
}};

constexpr std::chrono::seconds kAfterBusy{1};

const Terms& terms_of(Refusal refusal) { return kTerms[static_cast<std::size_t>(refusal)]; }

}  // namespace

const char* name_of(Refusal refusal) { return terms_of(refusal).name; }

Problem problem_of(Refusal refusal) {
  const Terms& terms = terms_of(refusal);
  Problem problem{terms.kind, terms.detail, std::nullopt};
  if (terms.status != status_of(problem)) problem.status = terms.status;
  if (terms.kind == Kind::kBusy) problem.retry_after = kAfterBusy;
  return problem;
}

}  // namespace rehearse::sync
