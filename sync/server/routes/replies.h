// Replies in JSON, and problems.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sync/protocol/problem.h"
#include "sync/server/front/messages.h"

namespace rehearse::sync {

inline constexpr const char* kJsonType = "application/json";

Reply json_reply(int status, const nlohmann::ordered_json& json);
/// problem_reply for the request.
Reply reply_of(const Problem& problem, const Request& request);
Reply no_content();

}  // namespace rehearse::sync
