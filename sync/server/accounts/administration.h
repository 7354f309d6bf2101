// What the person who runs the server may do to accounts, without their passwords.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "sync/protocol/problem.h"
#include "sync/server/accounts/password_hasher.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/commits.h"

namespace rehearse::sync {

/// Kept as the account's, once it was hashed. A problem when the name or the password cannot be one, or the
/// name is taken.
std::optional<Problem> create_account(Commits& writer, PasswordHasher& hasher, std::string_view name,
                                      std::string_view password, Role role, Instant now);
/// Signs out all its devices. Precondition: there is such an account.
std::optional<Problem> set_password(Commits& writer, PasswordHasher& hasher, const AccountRow& account,
                                    std::string_view password);
/// Precondition: there is such an account.
void remove_account(Commits& writer, std::int64_t account);

}  // namespace rehearse::sync
