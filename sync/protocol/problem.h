// Why a request was not served, as RFC 9457 has it (application/problem+json).
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse::sync {

enum class ProblemKind {
  kBadRequest,
  kUnauthenticated,
  kForbidden,
  kNotFound,
  kMethodNotAllowed,
  kTimeout,
  kConflict,
  kTooLarge,
  kTooManyOps,
  kCursorGone,
  kUpgradeRequired,
  kRateLimited,
  kQuota,
  kBusy,
  kInternal,
};

struct Problem {
  ProblemKind kind = ProblemKind::kInternal;
  std::string detail;  // one sentence in English for who reads a log; never what the client sent
  std::optional<std::chrono::seconds> retry_after;
  int status = 0;  // of HTTP, where it says more than the kind's own: 411, 505 …; 0: the kind's

  friend bool operator==(const Problem&, const Problem&) = default;
};

inline constexpr const char* kProblemType = "application/problem+json";

/// bad-request, unauthenticated …
std::string_view slug_of(ProblemKind kind);
std::optional<ProblemKind> kind_of_slug(std::string_view slug);
/// 400, 401 …
int status_of(const Problem& problem);

/// The body, as every part of the server writes it. `instance`: the id of the request.
std::string write_problem(const Problem& problem, std::string_view instance);
/// Of a reply that may be none of ours: then what its status says.
Problem read_problem(int status, std::string_view body);

}  // namespace rehearse::sync
