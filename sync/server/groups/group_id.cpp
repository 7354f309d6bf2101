#include "sync/server/groups/group_id.h"

#include <sodium.h>

#include <cstdint>

namespace rehearse::sync {

ScopeId new_group_scope() {
  std::uint64_t bits = 0;
  randombytes_buf(&bits, sizeof bits);
  constexpr std::uint64_t kPositive = std::uint64_t{1} << 63;
  return -static_cast<ScopeId>((bits % (kPositive - 1)) + 1);
}

}  // namespace rehearse::sync
