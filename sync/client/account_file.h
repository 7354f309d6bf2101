// Where and as whom a library is synced: one file in the library's folder that its owner alone may read.
// The token in it opens nothing that is not in the file beside it: the cards.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "core/base/result.h"
#include "sync/client/server_address.h"
#include "sync/client/trust.h"

namespace rehearse::sync {

struct Account {
  ServerAddress server;
  Trust trust;
  std::string id;  // the server's: a_19
  std::string name;
  std::string device;  // the server's number of this one
  std::string device_name;
  std::string token;  // empty: signed out, and remembered so that no other account gets the library unasked

  bool is_signed_in() const { return !token.empty(); }
};

std::filesystem::path account_file(const std::filesystem::path& library_folder);

/// Nothing where nobody has signed in yet. An error for a file that others may read, that is no ordinary one,
/// or that says something else.
Result<std::optional<Account>> read_account(const std::filesystem::path& library_folder);

/// Durable, and never readable for others while it is written. The folder has to be there.
Result<std::monostate> write_account(const std::filesystem::path& library_folder, const Account& account);

}  // namespace rehearse::sync
