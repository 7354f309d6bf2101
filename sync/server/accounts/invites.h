// Invites, as the person who runs the server gives them out.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/base/time.h"
#include "sync/server/store/commits.h"
#include "sync/server/store/invite_rows.h"

namespace rehearse::sync {

inline constexpr std::chrono::days kInviteDays{7};

struct InviteTerms {
  std::int64_t uses = 1;
  std::chrono::days days = kInviteDays;
  Role role = Role::kMember;
};

/// The code, which is nowhere else afterwards.
std::string make_invite(Commits& writer, const InviteTerms& terms, Instant now);

}  // namespace rehearse::sync
