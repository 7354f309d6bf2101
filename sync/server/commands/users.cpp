#include <nlohmann/json.hpp>
#include <ostream>

#include "sync/server/accounts/account_name.h"
#include "sync/server/accounts/administration.h"
#include "sync/server/commands/command.h"
#include "sync/server/commands/store_place.h"
#include "sync/server/store/session_rows.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

Error no_user(const std::string& name) {
  return {{"there is no such account", "没有这个账户"},
          name,
          {"see: rehearse-sync user list", "可用 rehearse-sync user list 查看"}};
}

std::optional<AccountRow> find(Commits& writer, const std::string& typed) {
  std::optional<AccountRow> account;
  const auto name = account_name(typed);
  if (name) writer.run([&](ServerDatabase& database) { account = find_account(database, *name); });
  return account;
}

int said(const Environment& environment, Output output, const char* key, const std::string& name,
         const Words& words) {
  if (output == Output::kJson)
    print(environment, {{key, name}});
  else
    say(environment, words);
  return kExitSuccess;
}

}  // namespace

int list_users_command(const Environment& environment, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  std::vector<AccountRow> accounts;
  writer.run([&](ServerDatabase& database) { accounts = list_accounts(database); });
  auto list = Json::array();
  for (const AccountRow& account : accounts) {
    const bool is_admin = account.role == Role::kAdmin;
    const std::string ops = std::to_string(account.ops), bytes = std::to_string(account.bytes);
    if (output == Output::kJson)
      list.push_back({{"id", account.id},
                      {"name", account.name},
                      {"admin", is_admin},
                      {"created", format_instant(account.created)},
                      {"ops", account.ops},
                      {"bytes", account.bytes}});
    else
      say(environment,
          {account.name + (is_admin ? "  admin" : "") + "  " + ops + " ops, " + bytes + " bytes",
           account.name + (is_admin ? "  管理员" : "") + "  " + ops + " 条记录，" + bytes + " 字节"});
  }
  if (output == Output::kJson)
    print(environment, {{"users", list}});
  else if (accounts.empty())
    say(environment, {"there is no account yet: rehearse-sync user add NAME",
                      "还没有账户；可用 rehearse-sync user add 名字 添加"});
  return kExitSuccess;
}

int add_user_command(const Environment& environment, const UserArguments& arguments, Output output) {
  const auto password = ask_password(environment);
  if (!password) return kExitFailure;
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  PasswordHasher hasher;
  const Role role = arguments.is_admin ? Role::kAdmin : Role::kMember;
  if (const auto problem =
          create_account(writer, hasher, arguments.name, *password, role, environment.clocks.wall()))
    return report(environment, *problem, arguments.name);
  const std::string name = *account_name(arguments.name);
  return said(environment, output, "added", name, {"added: " + name, "已添加：" + name});
}

int delete_user_command(const Environment& environment, const UserArguments& arguments, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  const auto account = find(writer, arguments.name);
  if (!account) return report(environment, no_user(arguments.name));
  if (!arguments.is_sure) {
    const std::string ops = std::to_string(account->ops);
    return report(environment, Error{{"the account and its " + ops + " ops would be gone for good",
                                      "账户和它的 " + ops + " 条记录会被永久删除"},
                                     account->name,
                                     {"add --yes to delete them", "确定删除请加 --yes"}});
  }
  remove_account(writer, account->id);
  return said(environment, output, "deleted", account->name,
              {"deleted: " + account->name, "已删除：" + account->name});
}

int password_command(const Environment& environment, const UserArguments& arguments, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  const auto account = find(writer, arguments.name);
  if (!account) return report(environment, no_user(arguments.name));
  const auto password = ask_password(environment);
  if (!password) return kExitFailure;
  PasswordHasher hasher;
  if (const auto problem = set_password(writer, hasher, *account, *password))
    return report(environment, *problem, account->name);
  return said(environment, output, "changed", account->name,
              {"changed, and all devices of " + account->name + " are signed out",
               "已修改，" + account->name + " 的所有设备都已退出登录"});
}

int list_tokens_command(const Environment& environment, const std::string& user, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  const auto account = find(writer, user);
  if (!account) return report(environment, no_user(user));
  std::vector<SessionRow> sessions;
  writer.run([&](ServerDatabase& database) { sessions = list_sessions(database, account->id); });
  auto list = Json::array();
  for (const SessionRow& session : sessions) {
    const std::string created = format_instant(session.created),
                      used = format_day(day_from_number(session.used_day)), id = std::to_string(session.id);
    if (output == Output::kJson)
      list.push_back({{"id", session.id}, {"device", session.device}, {"created", created}, {"used", used}});
    else
      say(environment, {id + "  " + session.device + "  since " + created + ", used " + used,
                        id + "  " + session.device + "  登录于 " + created + "，最近使用 " + used});
  }
  if (output == Output::kJson)
    print(environment, {{"tokens", list}});
  else if (sessions.empty())
    say(environment, {"no device is signed in", "没有已登录的设备"});
  return kExitSuccess;
}

int revoke_token_command(const Environment& environment, std::int64_t number, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  bool is_done = false;
  writer.run([&](ServerDatabase& database) {
    is_done = false;
    for (const AccountRow& account : list_accounts(database))
      is_done = is_done || delete_session(database, account.id, number);
  });
  const std::string id = std::to_string(number);
  if (!is_done)
    return report(environment,
                  Error{{"there is no such token", "没有这个令牌"},
                        id,
                        {"see: rehearse-sync token list USER", "可用 rehearse-sync token list 名字 查看"}});
  return said(environment, output, "revoked", id, {"revoked: " + id, "已撤销：" + id});
}

}  // namespace rehearse::sync
