// Commands that deal with a sync server.
#include <CLI/CLI.hpp>

#include "gui/commands/command_arguments.h"

namespace rehearse {

void Commands::add_syncing() {
  LoginArguments& given = arguments_.login;
  CLI::App& login =
      add("login",
          {"sign in to a sync server; the password is asked for, or is the first line of the input",
           "登录同步服务器；密码在提示后输入，或取自标准输入的第一行"},
          Output::kJson);
  text(login, "URL", given.server, {"such as https://sync.example.org", "如 https://sync.example.org"})
      ->required();
  text(login, "--user", given.user, {"the name of the account", "账号名"});
  text(login, "--invite", given.invite,
       {"make the account, with this invite of who runs the server", "用服务器管理者给的邀请码注册新账号"});
  login.add_flag("--new-account", given.new_account,
                 say({"make the account on a server that is open to everybody: it asks for no invite",
                      "在开放注册的服务器上注册新账号，不需要邀请码"}));
  text(login, "--device", given.device,
       {"what the list of devices calls this one; left out: the computer's name",
        "本设备的名称；不写则用计算机名"});
  CLI::Option* authority =
      text(login, "--ca", given.ca,
           {"believe certificates of this authority: a PEM file", "信任这个机构签发的证书：PEM 文件"});
  text(login, "--fingerprint", given.fingerprint,
       {"believe the one certificate with this SHA-256 fingerprint, as the server shows it",
        "只信任指纹为此值（SHA-256）的证书，指纹见服务器"})
      ->excludes(authority);
  login.add_flag("--another-account", given.another_account,
                 say({"put a library that was synced with another account into this one",
                      "把与另一个账号同步过的题库交给这个账号"}));
  add("logout", {"sign out; the library stays as it is", "退出登录；题库不变"}, Output::kText);
  CLI::App& sync =
      add("sync", {"bring this library and the server to the same state", "与服务器同步"}, Output::kJson);
  CLI::Option* watch = sync.add_flag(
      "--watch", arguments_.watch,
      say({"again and again: after changes, and every five minutes", "持续同步：有改动后，以及每隔五分钟"}));
  watch->excludes("--json");
  CLI::App& devices =
      add("devices",
          {"list the devices that are signed in, or sign one out", "列出已登录的设备，或让其中一台退出"},
          Output::kJson);
  text(devices, "ACT", arguments_.devices.act, {"revoke", "revoke 让它退出登录"})
      ->check(CLI::IsMember({"revoke"}).description(""));
  text(devices, "ID", arguments_.devices.device, {"which one: its id in the list", "哪一台：列表中的编号"});
}

}  // namespace rehearse
