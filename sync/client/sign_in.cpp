#include "sync/client/sign_in.h"

#include <nlohmann/json.hpp>

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOk = 200, kCreated = 201, kNoContent = 204;
constexpr const char* kJsonType = "application/json";

/// What a problem means to who asked for just this; empty where it means what it always does.
using Meaning = Words (*)(ProblemKind);

Words usual(ProblemKind) { return {}; }

Words of_sign_in(ProblemKind kind) {
  if (kind == ProblemKind::kUnauthenticated) return {"the name or the password is wrong", "账号名或密码不对"};
  return {};
}

Words of_sign_up(ProblemKind kind) {
  if (kind == ProblemKind::kForbidden)
    return {"the invite is not valid, or was used up", "邀请码无效，或已用完"};
  if (kind == ProblemKind::kConflict) return {"this name is taken already", "这个账号名已被占用"};
  return {};
}

Words of_device(ProblemKind kind) {
  if (kind == ProblemKind::kNotFound) return {"there is no such device", "没有这台设备"};
  return {};
}

/// The reply when it has the status, else why not.
std::variant<HttpReply, Trouble> ask(HttpClient& client, const HttpRequest& request, int wanted,
                                     Meaning meaning = usual) {
  auto result = client.send(request);
  if (const auto* failure = std::get_if<HttpFailure>(&result)) return trouble_of(*failure, client.server());
  auto& reply = std::get<HttpReply>(result);
  if (reply.status == wanted) return std::move(reply);
  constexpr int kFirstFault = 400;
  if (reply.status < kFirstFault) return no_sense();
  const Problem problem = problem_in(reply);
  Trouble trouble = trouble_of(problem);
  if (Words words = meaning(problem.kind); !words.empty()) trouble.words = std::move(words);
  return trouble;
}

std::string text_in(const Json& json, const char* name) {
  const auto found = json.is_object() ? json.find(name) : json.end();
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<Trouble> remove(HttpClient& client, const Account& account, const std::string& path,
                              Meaning meaning = usual) {
  const auto result = ask(client, {"DELETE", path, account.token, "", ""}, kNoContent, meaning);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  return std::nullopt;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

std::variant<Account, Trouble> sign_in(HttpClient& client, const Trust& trust, const SignIn& typed) {
  const bool is_new = !typed.invite.empty();
  Json fields{{"name", typed.name}, {"password", typed.password}, {"device", typed.device_name}};
  if (is_new) fields["invite"] = typed.invite;
  const std::string body = fields.dump(-1, ' ', false, Json::error_handler_t::replace);
  const HttpRequest request{"POST", is_new ? "/v1/accounts" : "/v1/sessions", "", kJsonType, body};
  const auto result = ask(client, request, kCreated, is_new ? of_sign_up : of_sign_in);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const Json json = Json::parse(std::get<HttpReply>(result).body, nullptr, /*allow_exceptions=*/false);
  Account account{client.server(),          trust,
                  text_in(json, "account"), text_in(json, "name"),
                  text_in(json, "device"),  typed.device_name,
                  text_in(json, "token")};
  if (account.id.empty() || account.name.empty() || !account.is_signed_in()) return no_sense();
  return account;
}

std::optional<Trouble> sign_out(HttpClient& client, const Account& account) {
  auto trouble = remove(client, account, "/v1/sessions/current");
  if (trouble && trouble->kind == TroubleKind::kSignedOut) return std::nullopt;
  return trouble;
}

std::variant<std::vector<Device>, Trouble> devices(HttpClient& client, const Account& account) {
  const auto result = ask(client, {"GET", "/v1/devices", account.token, "", ""}, kOk);
  if (const auto* trouble = std::get_if<Trouble>(&result)) return *trouble;
  const Json json = Json::parse(std::get<HttpReply>(result).body, nullptr, /*allow_exceptions=*/false);
  const auto list = json.is_object() ? json.find("devices") : json.end();
  if (list == json.end() || !list->is_array()) return no_sense();
  std::vector<Device> devices;
  for (const Json& row : *list) {
    const auto current = row.is_object() ? row.find("current") : row.end();
    devices.push_back({text_in(row, "id"), text_in(row, "name"), text_in(row, "created"),
                       text_in(row, "used"), current != row.end() && *current == true});
  }
  return devices;
}

std::optional<Trouble> revoke(HttpClient& client, const Account& account, const std::string& device) {
  if (!is_number(device))
    return Trouble{TroubleKind::kRefused, of_device(ProblemKind::kNotFound), std::nullopt};
  return remove(client, account, "/v1/devices/" + device, of_device);
}

Owner owner_of(const std::optional<Account>& before, const std::string& cursor, const Account& now) {
  if (cursor.empty()) return Owner::kSame;  // nobody's yet
  const bool is_same = before && before->server == now.server && before->id == now.id;
  return is_same ? Owner::kSame : Owner::kAnother;
}

}  // namespace rehearse::sync
