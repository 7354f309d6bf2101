#include "sync/server/commands/commands.h"

#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <map>

#include "gui/commands/usage.h"
#include "sync/server/commands/command.h"
#include "sync/server/commands/examples.h"
#include "sync/server/store/sealing.h"

namespace rehearse::sync {
namespace {

const Words kAbout{"The sync server of Rehearse: the same decks and progress on every machine",
                   "熟答同步服务器：在每台电脑上保持同样的题库和进度"};

constexpr int kMostUses = 10'000;
constexpr int kMostDays = 3'650;
constexpr int kMostPort = 65'535;
constexpr double kMostRate = 1e12;

std::string first_line_of(const std::string& file) {
  std::string line;
  std::ifstream in(file);
  std::getline(in, line);
  return line;
}

class Commands {
 public:
  Commands(CLI::App& app, Environment& environment) : app_(app), environment_(environment) {
    app.require_subcommand(1);
    app.add_option("--data", folder_, say({"the folder of the data", "数据所在的文件夹"}))->type_name("DIR");
    add_store();
    add_serve();
    add_users();
    add_invites();
    add_tokens();
    add_copies();
    add_examples(app, command_examples(), environment.language);
  }

  int run() {
    if (!folder_.empty()) environment_.folder = folder_;
    if (!store_.empty()) environment_.store = store_;
    CLI::App* command = &app_;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    return act_of_.at(command)(is_json_ ? Output::kJson : Output::kText);
  }

 private:
  using Act = std::function<int(Output)>;

  std::string say(const Words& words) const { return words.in(environment_.language); }

  CLI::App& add(CLI::App& parent, const char* name, const Words& words, Act act) {
    CLI::App& command = *parent.add_subcommand(name, say(words));
    command.group(say({"Commands", "命令"}));
    command.add_flag("--json", is_json_, say({"print JSON for programs", "输出 JSON，供程序读取"}));
    act_of_[&command] = std::move(act);
    return command;
  }

  void add_store() {
    CLI::Option* address =
        app_.add_option("--store", store_,
                        say({"a PostgreSQL database that holds the data instead: postgresql://…",
                             "用 PostgreSQL 数据库保存数据：postgresql://…"}))
            ->type_name("URL");
    app_.add_option_function<std::string>(
            "--store-file", [this](const std::string& file) { store_ = first_line_of(file); },
            say({"the same, read from a file: a command line is seen by others",
                 "同上，从文件读取：命令行会被其他用户看到"}))
        ->check(CLI::ExistingFile.description(""))
        ->excludes(address)
        ->type_name("FILE");
  }

  void add_serve() {
    CLI::App& serve = add(app_, "serve", {"serve until it is told to stop", "运行服务器，直到要求停止"},
                          [this](Output output) { return serve_command(environment_, serve_, output); });
    serve
        .add_option("--address", serve_.address,
                    say({"the address to listen on; 127.0.0.1 when left out", "监听地址，默认 127.0.0.1"}))
        ->type_name("ADDR");
    serve
        .add_option(
            "--port", serve_.port,
            say({"the port; 8420 when left out, 0: any that is free", "端口，默认 8420；0 表示任选空闲端口"}))
        ->check(CLI::Range(0, kMostPort).description(""))
        ->type_name("N");
    CLI::Option* files = serve
                             .add_option("--tls", serve_.tls,
                                         say({"certificate and key (PEM); SIGHUP reads them again",
                                              "证书和密钥（PEM）；收到 SIGHUP 时重新读取"}))
                             ->expected(2)
                             ->type_name("CERT KEY");
    serve
        .add_flag("--tls-self", serve_.tls_self,
                  say({"make and keep a certificate of its own, and print its fingerprint",
                       "自制证书并保存，显示其指纹"}))
        ->excludes(files);
    serve
        .add_option("--behind-proxy", serve_.proxies,
                    say({"the address of a proxy that does TLS; its X-Forwarded-For counts",
                         "负责 TLS 的代理的地址；采信它的 X-Forwarded-For"}))
        ->type_name("ADDR");
    serve
        .add_option(
            "--registration", serve_.registration,
            say({"who may make an account: invite (when left out: with an invite), open (everybody) or "
                 "closed (user add alone)",
                 "谁可以注册：invite（默认，凭邀请码）、open（任何人）、closed（只能用 user add 添加）"}))
        ->check(CLI::IsMember({"invite", "open", "closed"}).description(""))
        ->type_name("MODE");
    serve
        .add_option("--requests-per-minute", serve_.requests,
                    say({"for each account; 60 when left out", "每个账户每分钟的请求数，默认 60"}))
        ->check(CLI::Range(1.0, kMostRate).description(""))
        ->type_name("N");
    serve
        .add_option("--ops-per-day", serve_.ops,
                    say({"for each account; 500000 when left out", "每个账户每天的记录数，默认 500000"}))
        ->check(CLI::Range(1.0, kMostRate).description(""))
        ->type_name("N");
  }

  void add_users() {
    CLI::App& user = *app_.add_subcommand("user", say({"look after the accounts", "管理账户"}));
    user.group(say({"Commands", "命令"}));
    user.require_subcommand(1);
    add(user, "list", {"list the accounts", "列出账户"},
        [this](Output output) { return list_users_command(environment_, output); });
    CLI::App& adding = add(
        user, "add", {"add an account; its password is read from the input", "添加账户；密码从标准输入读取"},
        [this](Output output) { return add_user_command(environment_, user_, output); });
    name(adding, user_.name);
    adding.add_flag("--admin", user_.is_admin, say({"as an admin of the server", "设为管理员"}));
    CLI::App& deleting =
        add(user, "delete", {"delete an account and everything of it", "删除账户及其全部数据"},
            [this](Output output) { return delete_user_command(environment_, user_, output); });
    name(deleting, user_.name);
    deleting.add_flag("--yes", user_.is_sure, say({"really", "确定删除"}));
    name(add(user, "password",
             {"give an account a new password, read from the input", "修改密码；新密码从标准输入读取"},
             [this](Output output) { return password_command(environment_, user_, output); }),
         user_.name);
  }

  void add_invites() {
    CLI::App& invite = add(app_, "invite", {"make an invite for a new account", "生成注册用的邀请码"},
                           [this](Output output) { return invite_command(environment_, invite_, output); });
    invite
        .add_option("--uses", invite_.uses,
                    say({"for so many accounts; 1 when left out", "可用次数，默认 1"}))
        ->check(CLI::Range(1, kMostUses).description(""))
        ->type_name("N");
    invite.add_option("--days", invite_.days, say({"for so many days; 7 when left out", "有效天数，默认 7"}))
        ->check(CLI::Range(1, kMostDays).description(""))
        ->type_name("N");
    invite.add_flag("--admin", invite_.is_admin, say({"for an admin of the server", "注册为管理员"}));
    invite.require_subcommand(0, 1);
    add(invite, "list", {"list the invites", "列出邀请码"},
        [this](Output output) { return list_invites_command(environment_, output); });
    number(add(invite, "revoke", {"revoke an invite", "撤销邀请码"},
               [this](Output output) { return revoke_invite_command(environment_, invite_, output); }),
           invite_.number);
  }

  void add_tokens() {
    CLI::App& token =
        *app_.add_subcommand("token", say({"look after the devices of an account", "管理账户的设备"}));
    token.group(say({"Commands", "命令"}));
    token.require_subcommand(1);
    name(add(token, "list", {"list the devices that are signed in", "列出已登录的设备"},
             [this](Output output) { return list_tokens_command(environment_, token_user_, output); }),
         token_user_);
    number(add(token, "revoke", {"sign a device out", "让设备退出登录"},
               [this](Output output) { return revoke_token_command(environment_, token_number_, output); }),
           token_number_);
  }

  void add_copies() {
    file(add(app_, "backup", {"write a backup, while the server runs", "备份；服务器可以正在运行"},
             [this](Output output) { return backup_command(environment_, file_, output); }));
    file(add(app_, "restore", {"go back to a backup; the server must not run", "恢复备份；须先停止服务器"},
             [this](Output output) { return restore_command(environment_, file_, output); }));
    CLI::App& migrate = add(
        app_, "migrate",
        {"copy all data to another store; neither may be served", "迁移全部数据到另一处；两处都须停止服务"},
        [this](Output output) { return migrate_command(environment_, migrate_, output); });
    const auto place = [&](const char* option, std::string& target, const Words& words) {
      migrate.add_option(option, target, say(words))->required()->type_name("PLACE");
    };
    place("--from", migrate_.from, {"a folder, or postgresql://…", "文件夹或 postgresql://…"});
    place("--to", migrate_.to, {"a folder, or postgresql://…", "文件夹或 postgresql://…"});
    CLI::App& seal = add(app_, "seal",
                         {"pack old ops so that they take less room; a server does so by itself",
                          "压缩旧记录以节省空间；服务器运行时会自动进行"},
                         [this](Output output) { return seal_command(environment_, older_days_, output); });
    seal.add_option("--older", older_days_,
                    say({"those that are so many days old; 30 when left out", "多少天以前的记录，默认 30"}))
        ->check(CLI::Range(0, kMostDays).description(""))
        ->type_name("DAYS");
    add(app_, "check",
        {"check all that is stored, while the server runs", "检查全部数据；服务器可以正在运行"},
        [this](Output output) { return check_command(environment_, output); });
  }

  void name(CLI::App& command, std::string& target) {
    command.add_option("NAME", target, say({"the name of the account", "账户名"}))->required()->type_name("");
  }
  void number(CLI::App& command, std::int64_t& target) {
    command.add_option("N", target, say({"its number in the list", "列表中的编号"}))
        ->required()
        ->type_name("");
  }
  void file(CLI::App& command) {
    command.add_option("FILE", file_, say({"the file", "文件"}))->required()->type_name("");
  }

  CLI::App& app_;
  Environment& environment_;
  std::map<const CLI::App*, Act> act_of_;
  bool is_json_ = false;
  std::string folder_, store_, file_, token_user_;
  std::int64_t token_number_ = 0;
  int older_days_ = kSealedAge.count();
  ServeArguments serve_;
  UserArguments user_;
  InviteArguments invite_;
  MigrateArguments migrate_;
};

}  // namespace

int run_command(int argc, const char* const* argv, Environment& environment) {
  CLI::App app(kAbout.in(environment.language), "rehearse-sync");
  set_help_words(app, environment.language);
  app.set_version_flag("--version", "rehearse-sync " REHEARSE_VERSION,
                       Words("show the version", "显示版本").in(environment.language));
  Commands commands(app, environment);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    // Help and the version are no errors; everything else is how the command was typed.
    if (stop.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success)) {
      environment.err << "rehearse-sync: " << usage_error(app, stop).in(environment.language) << '\n';
      return kExitUsage;
    }
    app.exit(stop, environment.out, environment.err);
    return kExitSuccess;
  }
  return commands.run();
}

}  // namespace rehearse::sync
