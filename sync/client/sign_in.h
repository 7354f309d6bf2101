// What a person does with an account on a server: sign up, in and out, look at the devices.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sync/client/account_file.h"
#include "sync/client/http_client.h"
#include "sync/client/trouble.h"

namespace rehearse::sync {

struct SignIn {
  std::string name, password;
  std::string device_name;  // what the list of devices calls this one
  /// With one the account is made; an open server asks for none, and takes an empty one.
  std::optional<std::string> invite;
};

/// A device that is signed in.
struct Device {
  std::string id;
  std::string name;
  std::string created;  // 2026-12-01T01:30:00Z
  std::string used;     // the day: 2026-12-01
  bool is_this = false;
};

/// Overwrites a password that was of use. What the network's own buffers held of it is theirs.
void wipe(std::string& secret);

/// The account with its token. `trust` is how `client` was made.
std::variant<Account, Trouble> sign_in(HttpClient& client, const Trust& trust, const SignIn& typed);
/// The token is worth nothing afterwards. One that was worth nothing before is no trouble.
std::optional<Trouble> sign_out(HttpClient& client, const Account& account);

std::variant<std::vector<Device>, Trouble> devices(HttpClient& client, const Account& account);
/// What the list of devices calls this one from now on.
std::optional<Trouble> rename_device(HttpClient& client, const Account& account, const std::string& name);
/// Signs another device out, or this one.
std::optional<Trouble> revoke(HttpClient& client, const Account& account, const std::string& device);

/// Whether the library has been synced as somebody else than who has now signed in. `before`: what was in the
/// account file until then.
enum class Owner { kSame, kAnother };
Owner owner_of(const std::optional<Account>& before, const std::string& cursor, const Account& now);

}  // namespace rehearse::sync
