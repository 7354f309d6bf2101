#include "sync/client/sign_in.h"

#include <cstring>
#include <nlohmann/json.hpp>

#include "sync/client/json_call.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

/// What was typed can be no such thing: the server's detail names it, in English.
Meant of_what_was_typed(const Problem& problem) {
  const auto is_about = [&](const char* what) { return problem.detail.find(what) != std::string::npos; };
  if (problem.kind != ProblemKind::kBadRequest) return {};
  if (is_about("device")) return {{"a device cannot be called so", "设备不能用这个名称"}, Concern::kDevice};
  if (is_about("password needs"))
    return {{"the password needs 12 characters at least", "密码至少要 12 个字符"}, Concern::kPassword};
  if (is_about("password may"))
    return {{"the password may have 256 characters at most", "密码最多 256 个字符"}, Concern::kPassword};
  if (is_about("password"))
    return {
        {"this password is one of the first to be guessed: take another", "这个密码很容易被猜到，请换一个"},
        Concern::kPassword};
  if (is_about("name"))
    return {{"an account cannot be called so: a word without blanks", "账号名不能这样写：不能有空格"},
            Concern::kName};
  return {};
}

Meant of_sign_in(const Problem& problem) {
  if (problem.kind == ProblemKind::kUnauthenticated)
    return {{"the name or the password is wrong", "账号名或密码不对"}, Concern::kPassword};
  return of_what_was_typed(problem);
}

Meant of_sign_up_by_name(const Problem& problem) {
  if (problem.kind == ProblemKind::kConflict)
    return {{"this name is taken already", "这个账号名已被占用"}, Concern::kName};
  return of_what_was_typed(problem);
}

Meant of_uninvited(const Problem& problem) {
  if (problem.kind == ProblemKind::kForbidden)
    return {{"this server makes no account without an invite, or none at all: ask who runs it",
             "这台服务器注册账号需要邀请码，或不开放注册，请联系管理者"},
            Concern::kInvite};
  return of_sign_up_by_name(problem);
}

Meant of_invited(const Problem& problem) {
  if (problem.kind == ProblemKind::kForbidden)
    return {{"the invite is not valid, or was used up", "邀请码无效，或已用完"}, Concern::kInvite};
  return of_sign_up_by_name(problem);
}

Meant of_device(const Problem& problem) {
  if (problem.kind == ProblemKind::kNotFound) return {{"there is no such device", "没有这台设备"}, {}};
  return of_what_was_typed(problem);
}

Trouble no_such_device() {
  return {TroubleKind::kRefused, of_device({ProblemKind::kNotFound, "", {}}).words, std::nullopt};
}

std::optional<Trouble> remove(HttpClient& client, const Account& account, const std::string& path,
                              Meaning meaning = usual) {
  return tell(client, {"DELETE", path, account.token, "", ""}, meaning);
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void wipe(std::string& secret) {
  explicit_bzero(secret.data(), secret.size());
  secret.clear();
}

std::variant<Account, Trouble> sign_in(HttpClient& client, const Trust& trust, const SignIn& typed) {
  const bool is_new = typed.invite.has_value();
  const Meaning of_sign_up = is_new && typed.invite->empty() ? of_uninvited : of_invited;
  Json fields{{"name", typed.name}, {"password", typed.password}, {"device", typed.device_name}};
  if (is_new) fields["invite"] = *typed.invite;
  HttpRequest request{"POST", is_new ? "/v1/accounts" : "/v1/sessions", "", kJsonType, body_of(fields)};
  auto result = ask(client, request, kCreated, is_new ? of_sign_up : of_sign_in);
  wipe(request.body);
  wipe(fields["password"].get_ref<std::string&>());
  if (auto* trouble = std::get_if<Trouble>(&result)) {
    // Whoever could not be reached, or is not believed, is what was typed as the server.
    const bool is_answer = trouble->kind == TroubleKind::kRefused || trouble->kind == TroubleKind::kSignedOut;
    if (!trouble->concern && !is_answer) trouble->concern = Concern::kServer;
    return *trouble;
  }
  const Json json = json_in(std::get<HttpReply>(result));
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
  const auto list = list_in(std::get<HttpReply>(result), "devices");
  if (!list) return no_sense();
  std::vector<Device> devices;
  for (const Json& row : *list)
    devices.push_back({text_in(row, "id"), text_in(row, "name"), text_in(row, "created"),
                       text_in(row, "used"), flag_in(row, "current")});
  return devices;
}

std::optional<Trouble> rename_device(HttpClient& client, const Account& account, const std::string& name) {
  if (!is_number(account.device)) return no_such_device();
  return tell(client,
              {"PATCH", "/v1/devices/" + account.device, account.token, kJsonType, body_of({{"name", name}})},
              of_device);
}

std::optional<Trouble> revoke(HttpClient& client, const Account& account, const std::string& device) {
  if (!is_number(device)) return no_such_device();
  return remove(client, account, "/v1/devices/" + device, of_device);
}

Owner owner_of(const std::optional<Account>& before, const std::string& cursor, const Account& now) {
  if (cursor.empty()) return Owner::kSame;  // nobody's yet
  const bool is_same = before && before->server == now.server && before->id == now.id;
  return is_same ? Owner::kSame : Owner::kAnother;
}

}  // namespace rehearse::sync
