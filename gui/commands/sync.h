// login, logout, sync, devices: the library and its sync server.
#pragma once

#include <string>

#include "gui/commands/command.h"
#include "gui/commands/environment.h"

namespace rehearse {

struct LoginArguments {
  std::string server, user, invite, device, ca, fingerprint;
  bool new_account = false;  // and an invite says so as well
  bool another_account = false;
};

/// Once, or again and again until it is interrupted.
enum class SyncTimes { kOnce, kWatch };

struct DevicesArguments {
  std::string act;     // revoke, or empty: list them
  std::string device;  // its id in the list
};

/// The password comes from the terminal without echo, or is the first line of standard input.
/// With JSON: {"server","name","device"}
int login_command(const Environment& environment, const LoginArguments& arguments, Output output);
int logout_command(const Environment& environment);
/// With JSON: {"sent","received","pending","refused":[{"id","reason","op"}],"clock_ahead_seconds"}; the last
/// is null where the clock is about right
int sync_command(const Environment& environment, SyncTimes times, Output output);
/// With JSON: {"devices":[{"id","name","created","used","current"}]}
int devices_command(const Environment& environment, const DevicesArguments& arguments, Output output);

}  // namespace rehearse
