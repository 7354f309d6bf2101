#include <unistd.h>

#include <atomic>
#include <csignal>
#include <nlohmann/json.hpp>
#include <ostream>

#include "sync/server/accounts/invites.h"
#include "sync/server/commands/command.h"
#include "sync/server/commands/folder_lock.h"
#include "sync/server/commands/own_certificate.h"
#include "sync/server/commands/store_place.h"
#include "sync/server/limiter/client_address.h"
#include "sync/server/server.h"

namespace rehearse::sync {
namespace {

constexpr double kSecondsOfMinute = 60, kSecondsOfDay = 86'400;

std::atomic<Server*> serving = nullptr;  // a signal's handler reaches nothing else
static_assert(std::atomic<Server*>::is_always_lock_free);

/// While one exists, SIGTERM and SIGINT stop the server and SIGHUP reads its certificate again.
class Signals {
 public:
  explicit Signals(Server& server) {
    serving = &server;
    handle(SIGTERM, [](int) { serving.load()->stop(); });
    handle(SIGINT, [](int) { serving.load()->stop(); });
    handle(SIGHUP, [](int) { serving.load()->reload_tls(); });
    handle(SIGPIPE, SIG_IGN);  // whoever read the log may leave
  }
  ~Signals() {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) handle(signal, SIG_IGN);
    serving = nullptr;
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

 private:
  static void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
  }
};

/// Nothing when it may be served there.
std::optional<Error> fault_of(const ServeArguments& arguments) {
  for (const std::string& proxy : arguments.proxies)
    if (!is_address(proxy))
      return Error{{"not an address in figures", "不是数字形式的地址"}, "--behind-proxy " + proxy, {}};
  const bool has_tls = !arguments.tls.empty() || arguments.tls_self;
  if (is_loopback(arguments.address) || has_tls || !arguments.proxies.empty()) return std::nullopt;
  return Error{{"others would read passwords and cards on their way", "密码和卡片在网络上会被别人看到"},
               arguments.address,
               {"add --tls CERT KEY, --tls-self, or --behind-proxy ADDR where a proxy does TLS",
                "请加 --tls 证书 密钥、--tls-self，或由代理负责 TLS 时加 --behind-proxy 地址"}};
}

void write_to_errors(const std::string& lines) {
  std::string_view rest = lines;
  while (!rest.empty()) {
    const ssize_t size = ::write(STDERR_FILENO, rest.data(), rest.size());
    if (size <= 0) return;  // nobody reads it
    rest.remove_prefix(static_cast<std::size_t>(size));
  }
}

ServerOptions options_for(const Environment& environment, const ServeArguments& arguments,
                          const DataPlace& place) {
  ServerOptions options;
  options.file = place.file;
  options.database = place.database;
  options.clocks = environment.clocks;
  options.proxies = arguments.proxies;
  options.registration = *registration_of(arguments.registration);  // the command line knows no other word
  options.requests.requests = {arguments.requests, arguments.requests / kSecondsOfMinute};
  options.requests.ops = {arguments.ops, arguments.ops / kSecondsOfDay};
  options.write_log = write_to_errors;
  options.front.address = arguments.address;
  options.front.port = arguments.port;
  if (arguments.tls_self) {
    open_folder(environment);  // also where the data is in a database
    options.front.tls = own_certificate(environment.folder, environment.clocks.wall());
  } else if (!arguments.tls.empty())
    options.front.tls = TlsFiles{arguments.tls[0], arguments.tls[1]};
  return options;
}

/// An invite while there is no account; empty later on, and where nobody could use it. Those of earlier
/// starts are void.
std::string first_invite(Server& server, Instant now) {
  if (server.accounts().registration() == Registration::kClosed) return "";
  bool is_first = false;
  server.writer().run([&](ServerDatabase& database) {
    is_first = !has_accounts(database);
    if (!is_first) return;
    for (const InviteRow& invite : list_invites(database))
      if (invite.role == Role::kAdmin) delete_invite(database, invite.id);
  });
  return is_first ? make_invite(server.writer(), {1, kInviteDays, Role::kAdmin}, now) : "";
}

void announce(const Environment& environment, const ServeArguments& arguments, std::uint16_t port,
              const std::optional<TlsFiles>& tls, const std::string& invite, Output output) {
  const auto database = database_of(environment);
  const std::string data = database ? database->shown() : environment.folder.string();
  const bool is_v6 = arguments.address.find(':') != std::string::npos;
  const std::string url = std::string(tls ? "https://" : "http://") +
                          (is_v6 ? "[" + arguments.address + "]" : arguments.address) + ":" +
                          std::to_string(port);
  const std::string fingerprint = tls ? fingerprint_of(tls->certificate) : "";
  if (output == Output::kJson) {
    nlohmann::ordered_json json = {{"url", url}, {"data", data}};
    if (!fingerprint.empty()) json["fingerprint"] = fingerprint;
    if (!invite.empty()) json["invite"] = invite;
    environment.out << json.dump() << std::endl;
    return;
  }
  say(environment, {"serving on " + url + ", data in " + data, "正在服务：" + url + "，数据在 " + data});
  if (!fingerprint.empty())
    say(environment,
        {"fingerprint of the certificate (SHA-256): " + fingerprint, "证书指纹（SHA-256）：" + fingerprint});
  if (!invite.empty())
    say(environment, {"there is no account yet: this invite makes the first one (an admin): " + invite,
                      "还没有账户：用这个邀请码注册第一个（管理员）：" + invite});
  environment.out.flush();
}

}  // namespace

int serve_command(const Environment& environment, const ServeArguments& arguments, Output output) {
  if (const auto fault = fault_of(arguments)) return report(environment, *fault);
  const DataPlace place = data_place(environment);
  // Of a database many servers are served from.
  const auto lock = place.database ? std::nullopt : FolderLock::take(environment.folder);
  if (!place.database && !lock)
    return report(environment, Error{{"another rehearse-sync serves this folder",
                                      "另一个 rehearse-sync 正在使用这个文件夹"},
                                     environment.folder.string(),
                                     {"stop that one, or choose another folder with --data",
                                      "请停止那一个，或用 --data 选择别的文件夹"}});
  ServerOptions options = options_for(environment, arguments, place);
  const std::optional<TlsFiles> tls = options.front.tls;
  Server server(std::move(options));
  const Signals signals(server);
  announce(environment, arguments, server.port(), tls, first_invite(server, environment.clocks.wall()),
           output);
  server.run();
  return kExitSuccess;
}

}  // namespace rehearse::sync
