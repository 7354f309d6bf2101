#include "sync/server/routes/replies.h"

#include <nlohmann/json.hpp>

namespace rehearse::sync {
namespace {

constexpr int kNoContent = 204;

}  // namespace

Reply json_reply(int status, const nlohmann::ordered_json& json) {
  return {status, kJsonType, {}, json.dump() + '\n'};
}

Reply reply_of(const Problem& problem, const Request& request) {
  Reply reply{status_of(problem.kind), kProblemType, {}, write_problem(problem, request.id) + '\n'};
  if (problem.retry_after)
    reply.headers.emplace_back("Retry-After", std::to_string(problem.retry_after->count()));
  // RFC 9110, 11.6.1: who is told to sign in is told how.
  if (problem.kind == ProblemKind::kUnauthenticated) reply.headers.emplace_back("WWW-Authenticate", "Bearer");
  return reply;
}

Reply no_content() { return {kNoContent, "", {}, ""}; }

}  // namespace rehearse::sync
