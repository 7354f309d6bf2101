// A whole number brought into the range of the type it is kept in.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

namespace rehearse {

/// `number`, or the end of To's range it lies beyond. To is at most 32 bits wide.
template <class To>
constexpr To clamped(std::int64_t number) {
  using Limits = std::numeric_limits<To>;
  static_assert(sizeof(To) <= sizeof(std::int32_t));
  return static_cast<To>(std::clamp<std::int64_t>(number, Limits::min(), Limits::max()));
}

}  // namespace rehearse
