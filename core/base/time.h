// Instants, the learner's calendar, and how both are written. Nothing here reads a clock.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace rehearse {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;  // always UTC
using StudyDay = std::chrono::local_days;                          // a date on the learner's calendar

/// A review at 01:30 still counts for the evening before.
inline constexpr std::chrono::hours kDayStartsAt{4};

/// An instant and the learner's distance from UTC at that instant: what "now" means to a study day.
struct LocalInstant {
  Instant at{};
  std::chrono::minutes utc_offset{};
};

/// The learner's day that `at` belongs to.
StudyDay study_day(Instant at, std::chrono::minutes utc_offset,
                   std::chrono::hours day_starts_at = kDayStartsAt);
StudyDay study_day(LocalInstant now, std::chrono::hours day_starts_at = kDayStartsAt);

/// Reads 2026-12-01T09:30:00+08:00 (seconds and their fraction optional; Z or ±hh:mm required).
/// A fraction has any number of digits and is cut to milliseconds.
Result<LocalInstant> parse_instant(std::string_view text);

/// Reads 2026-12-05.
Result<StudyDay> parse_day(std::string_view text);

/// 2026-12-05
std::string format_day(StudyDay day);

/// 2026-12-01T01:30:00Z
std::string format_instant(Instant at);

/// Days since 1970-01-01 on the learner's calendar: how a study day is stored.
inline std::int64_t day_number(StudyDay day) { return day.time_since_epoch().count(); }
inline StudyDay day_from_number(std::int64_t days) { return StudyDay{std::chrono::days{days}}; }

}  // namespace rehearse
