// devices: which are signed in, and signing one of them out.
#include <nlohmann/json.hpp>
#include <ostream>

#include "gui/commands/commands.h"
#include "gui/commands/say.h"
#include "gui/commands/signed_in.h"
#include "gui/commands/sync.h"
#include "sync/client/sign_in.h"

namespace rehearse {
namespace {

int list(const Environment& environment, const sync::Account& account, Output output) {
  sync::HttpClient client(account.server, account.trust);
  const auto result = sync::devices(client, account);
  if (const auto* trouble = std::get_if<sync::Trouble>(&result)) return report(environment, *trouble);
  auto all = nlohmann::ordered_json::array();
  const Say say(environment);
  for (const sync::Device& device : std::get<std::vector<sync::Device>>(result)) {
    if (output == Output::kJson) {
      all.push_back({{"id", device.id},
                     {"name", device.name},
                     {"created", device.created},
                     {"used", device.used},
                     {"current", device.is_this}});
      continue;
    }
    const std::string start = device.id + "  " + device.name + "  ";
    say({start + "last used " + device.used + (device.is_this ? ", this one" : ""),
         start + "最近使用 " + device.used + (device.is_this ? "，本机" : "")});
  }
  if (output == Output::kJson)
    environment.out << nlohmann::ordered_json{{"devices", all}}.dump(
                           2, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                    << '\n';
  return kExitSuccess;
}

}  // namespace

int devices_command(const Environment& environment, const DevicesArguments& arguments, Output output) {
  if (!arguments.act.empty() && arguments.device.empty()) {
    report(environment, Error{{"which one? Its id is missing", "哪一台？缺少编号"},
                              arguments.act,
                              {"see: rehearse devices", "可用 rehearse devices 查看"}});
    return kExitUsage;
  }
  const auto account = signed_in_account(environment);
  if (!account) return kExitFailure;
  if (arguments.act.empty()) return list(environment, *account, output);
  sync::HttpClient client(account->server, account->trust);
  if (const auto trouble = sync::revoke(client, *account, arguments.device))
    return report(environment, *trouble);
  const Say say(environment);
  if (output == Output::kJson)
    environment.out << nlohmann::ordered_json{{"revoked", arguments.device}}.dump(2) << '\n';
  else
    say({"device " + arguments.device + " is signed out", "设备 " + arguments.device + " 已退出登录"});
  return kExitSuccess;
}

}  // namespace rehearse
