#include "sync/server/routes/replies.h"

#include <nlohmann/json.hpp>

namespace rehearse::sync {
namespace {

constexpr int kNoContent = 204;

}  // namespace

Reply json_reply(int status, const nlohmann::ordered_json& json) {
  return {status, kJsonType, {}, json.dump() + '\n'};
}

Reply reply_of(const Problem& problem, const Request& request) { return problem_reply(problem, request.id); }

Reply no_content() { return {kNoContent, "", {}, ""}; }

}  // namespace rehearse::sync
