// login and logout.
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/library.h"
#include "gui/commands/commands.h"
#include "gui/commands/say.h"
#include "gui/commands/secret_line.h"
#include "gui/commands/signed_in.h"
#include "gui/commands/sync.h"
#include "sync/client/library_account.h"

namespace rehearse {
namespace {

Result<sync::Trust> trust_in(const LoginArguments& arguments) {
  if (!arguments.fingerprint.empty()) {
    const auto fingerprint = sync::parse_fingerprint(arguments.fingerprint);
    if (!fingerprint)
      return Error{
          {"is no SHA-256 fingerprint of 64 hexadecimal digits", "不是 64 位十六进制的 SHA-256 指纹"},
          arguments.fingerprint,
          {}};
    return sync::Trust(*fingerprint);
  }
  if (!arguments.ca.empty()) {
    const auto authority = sync::private_authority(arguments.ca);
    if (!authority) return authority.error();
    return sync::Trust(*authority);
  }
  return sync::Trust(sync::SystemAuthorities{});
}

Error missing(const Words& what) { return Error{what, "login", {}}; }

/// What the arguments do not say is asked for.
Result<sync::SignIn> asked_for(const Environment& environment, const LoginArguments& arguments) {
  sync::SignIn typed{arguments.user, "", arguments.device, std::nullopt};
  if (arguments.new_account || !arguments.invite.empty()) typed.invite = arguments.invite;
  if (typed.device_name.empty()) typed.device_name = environment.computer_name;
  if (typed.name.empty()) {
    if (!environment.input_is_terminal) return missing({"--user NAME is missing", "缺少 --user NAME"});
    typed.name = read_answer(environment, {"name", "账号名"}).value_or("");
  }
  const auto password = read_secret(environment, {"password", "密码"});
  if (!password || password->empty())
    return missing({"the password is missing: the first line of the input", "缺少密码：输入的第一行"});
  typed.password = *password;
  if (typed.invite && environment.input_is_terminal &&
      read_secret(environment, {"the same password again", "再输入一次密码"}) != password)
    return missing({"these were two different passwords", "两次输入的密码不一样"});
  return typed;
}

int mistyped(const Environment& environment, const Error& error) {
  report(environment, error);
  return kExitUsage;
}

int report_of_login(const Environment& environment, const sync::Trouble& trouble) {
  if (trouble.kind == sync::TroubleKind::kOtherAccount)
    return report(
        environment,
        Error{trouble.words, "", {"if that is meant: --another-account", "确实要这样：--another-account"}});
  if (trouble.kind == sync::TroubleKind::kSignedOut) return report(environment, Error{trouble.words, "", {}});
  return report(environment, trouble);
}

}  // namespace

int login_command(const Environment& environment, const LoginArguments& arguments, Output output) {
  const auto server = sync::parse_server_address(arguments.server);
  if (!server) return mistyped(environment, server.error());
  const auto trust = trust_in(arguments);
  if (!trust) return mistyped(environment, trust.error());
  Library library(environment.library, environment.random);
  const auto typed = asked_for(environment, arguments);
  if (!typed) return mistyped(environment, typed.error());
  sync::HttpClient client(*server, *trust);
  const auto result = sync::sign_library_in(
      library, environment.library, client, *trust, *typed,
      arguments.another_account ? sync::OtherAccount::kWelcome : sync::OtherAccount::kRefused);
  if (const auto* trouble = std::get_if<sync::Trouble>(&result))
    return report_of_login(environment, *trouble);
  const auto& account = std::get<sync::Account>(result);
  library.name_device(account.device_name, environment.clock());
  const std::string where = sync::to_text(account.server);
  const Say say(environment);
  if (output == Output::kJson)
    environment.out << nlohmann::ordered_json{{"server", where},
                                              {"name", account.name},
                                              {"device", account.device_name}}
                           .dump(2)
                    << '\n';
  else
    say({"signed in as " + account.name + " on " + where + ": rehearse sync sends and fetches",
         "已以 " + account.name + " 登录 " + where + "：用 rehearse sync 同步"});
  return kExitSuccess;
}

int logout_command(const Environment& environment) {
  const auto account = signed_in_account(environment);
  if (!account) return kExitFailure;
  sync::HttpClient client(account->server, account->trust);
  const Say say(environment);
  if (const auto trouble = sync::sign_library_out(environment.library, client, *account)) {
    const Words here{"signed out here; the server still lists this device: ",
                     "本机已退出，但服务器上仍列着本设备："};
    environment.err << "rehearse: " << here.in(environment.language)
                    << trouble->words.in(environment.language) << '\n';
    return kExitFailure;
  }
  say({"signed out; the library stays as it is", "已退出登录；题库不变"});
  return kExitSuccess;
}

}  // namespace rehearse
