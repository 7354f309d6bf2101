// One function per command, called by run_command with its parsed arguments. All return the exit code.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/words.h"
#include "sync/protocol/problem.h"
#include "sync/server/commands/environment.h"

namespace rehearse::sync {

enum class Output { kText, kJson };

struct ServeArguments {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8420;
  std::vector<std::string> tls;  // certificate and key
  bool tls_self = false;
  std::vector<std::string> proxies;  // their addresses; some: a proxy does TLS
  std::string registration = "invite";
  double requests = 60;  // an account, a minute
  double ops = 500'000;  // an account, a day
};
int serve_command(const Environment& environment, const ServeArguments& arguments, Output output);

int list_users_command(const Environment& environment, Output output);
struct UserArguments {
  std::string name;
  bool is_admin = false;
  bool is_sure = false;
};
int add_user_command(const Environment& environment, const UserArguments& arguments, Output output);
int delete_user_command(const Environment& environment, const UserArguments& arguments, Output output);
int password_command(const Environment& environment, const UserArguments& arguments, Output output);

struct InviteArguments {
  std::int64_t uses = 1;
  int days = 7;
  bool is_admin = false;
  std::int64_t number = 0;  // to revoke
};
int invite_command(const Environment& environment, const InviteArguments& arguments, Output output);
int list_invites_command(const Environment& environment, Output output);
int revoke_invite_command(const Environment& environment, const InviteArguments& arguments, Output output);

int list_tokens_command(const Environment& environment, const std::string& user, Output output);
int revoke_token_command(const Environment& environment, std::int64_t number, Output output);

int backup_command(const Environment& environment, const std::string& file, Output output);
int restore_command(const Environment& environment, const std::string& file, Output output);
struct MigrateArguments {
  std::string from, to;  // a folder, or the address of a database
};
int migrate_command(const Environment& environment, const MigrateArguments& arguments, Output output);
int seal_command(const Environment& environment, int older_days, Output output);
int check_command(const Environment& environment, Output output);

// What they share.

void say(const Environment& environment, const Words& line);
void print(const Environment& environment, const nlohmann::ordered_json& json);
/// Prints the error as one line and returns kExitFailure.
int report(const Environment& environment, const Error& error);
/// Of a name or a password that was refused.
int report(const Environment& environment, const Problem& problem, const std::string& where);

/// The data file of the folder; makes the folder, for its owner alone.
std::filesystem::path open_folder(const Environment& environment);
/// One line of the input; on a terminal it is asked for, twice and unseen. Nothing when the two differ.
std::optional<std::string> ask_password(const Environment& environment);

}  // namespace rehearse::sync
