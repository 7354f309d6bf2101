// Whether a server's data is what it says: every chain computed again, every op held against its id.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/words.h"
#include "sync/server/store/postgres/postgres_address.h"

namespace rehearse::sync {

struct ServerCheck {
  std::int64_t accounts = 0, ops = 0;
  std::vector<Words> faults;
};

/// Changes nothing, and may run beside the server. Throws StoreError when the data cannot be read at all.
ServerCheck check_server(const std::filesystem::path& file);
ServerCheck check_server(const PostgresAddress& address);

}  // namespace rehearse::sync
