// How an instant stands in a row: Unix milliseconds.
#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace rehearse::sync {

inline Instant instant(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }
inline std::int64_t in_ms(Instant at) { return at.time_since_epoch().count(); }

}  // namespace rehearse::sync
