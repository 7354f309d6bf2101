// The rows of invites. To be called inside a transaction where they write.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "sync/server/accounts/secrets.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/server_database.h"

namespace rehearse::sync {

struct InviteRow {
  std::int64_t id = 0;
  std::int64_t uses = 1;  // left
  Role role = Role::kMember;
  Instant created{};
  Instant ends{};

  bool is_open(Instant now) const { return uses > 0 && now < ends; }
};

std::optional<InviteRow> find_invite(ServerDatabase& database, const SecretHash& code);
/// Those used up and those that ended too, the newest first.
std::vector<InviteRow> list_invites(ServerDatabase& database);
/// Its number.
std::int64_t add_invite(ServerDatabase& database, const InviteRow& invite, const SecretHash& code);
/// Takes one use; false when none is left.
bool use_invite(ServerDatabase& database, std::int64_t id);
bool delete_invite(ServerDatabase& database, std::int64_t id);

}  // namespace rehearse::sync
