#include "sync/client/json_call.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFirstFault = 400;

}  // namespace

std::variant<HttpReply, Trouble> ask(HttpClient& client, const HttpRequest& request, int wanted,
                                     Meaning meaning) {
  auto result = client.send(request);
  if (const auto* failure = std::get_if<HttpFailure>(&result)) return trouble_of(*failure, client.server());
  auto& reply = std::get<HttpReply>(result);
  if (reply.status == wanted) return std::move(reply);
  if (reply.status < kFirstFault) return no_sense();
  const Problem problem = problem_in(reply);
  Trouble trouble = trouble_of(problem);
  Meant meant = meaning(problem);
  if (!meant.words.empty()) trouble.words = std::move(meant.words);
  trouble.concern = meant.concern;
  return trouble;
}

std::optional<Trouble> tell(HttpClient& client, const HttpRequest& request, Meaning meaning) {
  const auto result = ask(client, request, kNoContent, meaning);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  return std::nullopt;
}

Json json_in(const HttpReply& reply) {
  Json json = Json::parse(reply.body, nullptr, /*allow_exceptions=*/false);
  return json.is_discarded() ? Json() : json;
}

std::optional<Json> list_in(const HttpReply& reply, const char* name) {
  const Json json = json_in(reply);
  const auto list = json.is_object() ? json.find(name) : json.end();
  if (list == json.end() || !list->is_array()) return std::nullopt;
  return *list;
}

std::string text_in(const Json& json, const char* name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

bool flag_in(const Json& json, const char* name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found != json.end() && *found == true;
}

std::string body_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace rehearse::sync
