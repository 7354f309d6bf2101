// The rows of accounts. To be called inside a transaction where they write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "sync/server/store/server_database.h"

namespace rehearse::sync {

enum class Role { kMember, kAdmin };  // an admin of the server; roles in groups are another thing

struct AccountRow {
  std::int64_t id = 0;
  std::string name;      // as it is compared
  std::string password;  // its hash
  Role role = Role::kMember;
  Instant created{};
  std::int64_t ops = 0, bytes = 0;  // of its private scope
};

/// Of an account that is being deleted: nothing.
std::optional<AccountRow> find_account(ServerDatabase& database, std::string_view name);
std::optional<AccountRow> find_account(ServerDatabase& database, std::int64_t id);
std::vector<AccountRow> list_accounts(ServerDatabase& database);
bool has_accounts(ServerDatabase& database);

/// Its number. Precondition: the name is free.
std::int64_t add_account(ServerDatabase& database, const AccountRow& account);
void save_password(ServerDatabase& database, std::int64_t id, std::string_view hash);

/// From here on the account is none: no name, no session, in no group. Its rows are still there.
void begin_deletion(ServerDatabase& database, std::int64_t id);
/// Accounts whose deletion was begun and not ended.
std::vector<std::int64_t> deletions_begun(ServerDatabase& database);
/// Deletes up to `most` of its ops; true when nothing was left and the account went as well.
bool delete_rows(ServerDatabase& database, std::int64_t id, std::size_t most);

}  // namespace rehearse::sync
