#include "sync/server/front/messages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace rehearse::sync {

std::string_view Request::header(std::string_view name) const {
  const auto found =
      std::find_if(headers.begin(), headers.end(), [&](const Header& header) { return header.name == name; });
  return found == headers.end() ? std::string_view{} : std::string_view(found->value);
}

Reply problem_reply(int status, std::string_view slug, std::string_view title, std::string_view request_id) {
  const nlohmann::ordered_json problem = {{"type", "urn:rehearse:problem:" + std::string(slug)},
                                          {"title", title},
                                          {"status", status},
                                          {"instance", request_id}};
  Reply reply;
  reply.status = status;
  reply.content_type = "application/problem+json";
  reply.body = problem.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  return reply;
}

}  // namespace rehearse::sync
