// The rows of sessions: one for each device that is signed in. To be called inside a transaction where they
// write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/time.h"
#include "sync/server/accounts/secrets.h"
#include "sync/server/store/server_database.h"

namespace rehearse::sync {

struct SessionRow {
  std::int64_t id = 0;
  std::int64_t account = 0;
  std::string device;
  Instant created{};
  std::int64_t used_day = 0;  // days since 1970
};

std::optional<SessionRow> find_session(ServerDatabase& database, const SecretHash& token);
/// The one that was used last comes first.
std::vector<SessionRow> list_sessions(ServerDatabase& database, std::int64_t account);
/// Its number.
std::int64_t add_session(ServerDatabase& database, const SessionRow& session, const SecretHash& token);
/// False when this account has no such session.
bool rename_session(ServerDatabase& database, std::int64_t account, std::int64_t id,
                    const std::string& device);
void save_used_day(ServerDatabase& database, std::int64_t id, std::int64_t day);

/// False when this account has no such session.
bool delete_session(ServerDatabase& database, std::int64_t account, std::int64_t id);
/// All of the account's but one; 0: all.
std::int64_t delete_other_sessions(ServerDatabase& database, std::int64_t account, std::int64_t but);

}  // namespace rehearse::sync
