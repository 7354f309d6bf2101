#include "sync/server/front/messages.h"

#include <algorithm>

namespace rehearse::sync {

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const Header& header) { return header.name == name; });
  return found == headers.end() ? std::string_view{} : std::string_view(found->value);
}

Reply problem_reply(const Problem& problem, std::string_view request_id) {
  Reply reply{status_of(problem), kProblemType, {}, write_problem(problem, request_id)};
  if (problem.retry_after)
    reply.headers.emplace_back("Retry-After", std::to_string(problem.retry_after->count()));
  // RFC 9110, 11.6.1: who is told to sign in is told how.
  if (problem.kind == ProblemKind::kUnauthenticated) reply.headers.emplace_back("WWW-Authenticate", "Bearer");
  return reply;
}

}  // namespace rehearse::sync
