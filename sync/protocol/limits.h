// What one request may hold. The server says them in GET /v1/hello too.
#pragma once

#include <cstddef>

#include "core/store/op.h"

namespace rehearse::sync {

inline constexpr std::size_t kMostWireBytes = 1024 * 1024;       // of a body as it is sent
inline constexpr std::size_t kMostBodyBytes = 8 * 1024 * 1024;   // of the same when it is unpacked
inline constexpr std::size_t kMostOps = 5000;                    // in a request, and of a scope in a reply
inline constexpr std::size_t kMostScopes = 64;                   // in a request
inline constexpr std::size_t kMostLineBytes = kLongestOpLine;    // of an op
inline constexpr std::size_t kMostHeadBytes = 16 * 1024;         // of the first line of a request
inline constexpr std::size_t kMostReplyBytes = 6 * 1024 * 1024;  // of ops in a reply, one op at least

}  // namespace rehearse::sync
