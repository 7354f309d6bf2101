// When something was, on the learner's clock.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>

#include "core/base/time.h"

namespace rehearse {

/// 2026-12-01 09:30
inline std::string local_minute(Instant at, std::chrono::minutes utc_offset) {
  constexpr std::size_t kToTheMinute = 16;
  std::string text = format_instant(at + utc_offset);
  std::replace(text.begin(), text.end(), 'T', ' ');
  return text.substr(0, kToTheMinute);
}

}  // namespace rehearse
