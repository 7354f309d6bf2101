// Signing a library in and out: what the server says, and the account file beside the library.
#pragma once

#include <filesystem>
#include <optional>
#include <variant>

#include "core/library.h"
#include "sync/client/account_file.h"
#include "sync/client/sign_in.h"

namespace rehearse::sync {

/// Whether the library may go to an account that is not the one it was synced with before.
enum class OtherAccount { kRefused, kWelcome };

/// Signs in and writes the account file. A library that was synced with another account before goes to this
/// one only when that is welcome: else kOtherAccount, nobody is signed in and no account was made. Throws
/// StoreError of the library.
std::variant<Account, Trouble> sign_library_in(Library& library, const std::filesystem::path& folder,
                                               HttpClient& client, const Trust& trust, const SignIn& typed,
                                               OtherAccount other);

/// The token is gone from this computer whatever the server says; trouble when the server could not be told,
/// or the file not be written.
std::optional<Trouble> sign_library_out(const std::filesystem::path& folder, HttpClient& client,
                                        const Account& account);

}  // namespace rehearse::sync
