#include "sync/server/routes/signed_in_reply.h"

#include <nlohmann/json.hpp>

#include "sync/server/routes/replies.h"

namespace rehearse::sync {
namespace {

constexpr int kCreated = 201;

}  // namespace

const std::string& field(const TextFields& fields, std::string_view name) {
  static const std::string kNone;
  const auto found = fields.find(name);
  return found == fields.end() ? kNone : found->second;
}

Credentials credentials_in(const TextFields& fields) {
  return {field(fields, "name"), field(fields, "password"), field(fields, "device")};
}

Reply no_fields(const Request& request) {
  return reply_of({ProblemKind::kBadRequest, "the body is no JSON object of texts", std::nullopt}, request);
}

Reply signed_in_reply(Services& services, const Request& request,
                      const std::variant<SignedIn, Problem>& result) {
  if (const auto* problem = std::get_if<Problem>(&result)) return reply_of(*problem, request);
  const auto& signed_in = std::get<SignedIn>(result);
  services.notes.set_account(request.id, signed_in.sender.account);
  return json_reply(kCreated, {{"account", author_name(signed_in.sender.account)},
                               {"name", signed_in.name},
                               {"device", std::to_string(signed_in.sender.session)},
                               {"token", signed_in.token}});
}

}  // namespace rehearse::sync
