#include "core/base/time.h"

#include <charconv>
#include <cstdio>

namespace rehearse {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

/// Takes `digits` decimal digits off the front of `text`; -1 when they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + digits, value);
  if (error != std::errc{} || end != text.data() + digits || value < 0) return -1;
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// Takes a fraction of a second, one digit or more, off the front of `text`; digits beyond the third say
/// less than a millisecond and are dropped. -1 when there is none.
int take_milliseconds(std::string_view& text) {
  int value = 0;
  int unit = 100;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits, unit /= 10)
    value += unit * (text[digits] - '0');
  text.remove_prefix(digits);
  return digits > 0 ? value : -1;
}

/// Takes yyyy-mm-dd off the front of `text`.
bool take_day(std::string_view& text, year_month_day& date) {
  int y = take_number(text, 4);
  if (y < 0 || !take(text, '-')) return false;
  int m = take_number(text, 2);
  if (m < 0 || !take(text, '-')) return false;
  int d = take_number(text, 2);
  if (d < 0) return false;
  date = year{y} / month{static_cast<unsigned>(m)} / day{static_cast<unsigned>(d)};
  return date.ok();
}

/// Takes Z or ±hh:mm; nothing may follow.
bool take_offset(std::string_view text, std::chrono::minutes& offset) {
  if (text == "Z") {
    offset = std::chrono::minutes{0};
    return true;
  }
  int sign = take(text, '+') ? 1 : take(text, '-') ? -1 : 0;
  if (sign == 0) return false;
  int hours = take_number(text, 2);
  if (hours < 0 || hours > 14 || !take(text, ':')) return false;
  int minutes = take_number(text, 2);
  if (minutes < 0 || minutes > 59 || !text.empty()) return false;
  offset = sign * std::chrono::minutes{hours * 60 + minutes};
  return true;
}

}  // namespace

StudyDay study_day(Instant at, std::chrono::minutes utc_offset, std::chrono::hours day_starts_at) {
  auto local = std::chrono::local_time<std::chrono::milliseconds>{at.time_since_epoch()} + utc_offset;
  return std::chrono::floor<std::chrono::days>(local - day_starts_at);
}

StudyDay study_day(LocalInstant now, std::chrono::hours day_starts_at) {
  return study_day(now.at, now.utc_offset, day_starts_at);
}

Result<LocalInstant> parse_instant(std::string_view text) {
  const Error error{{"'" + std::string(text) + "' is not a time", "“" + std::string(text) + "”不是时间"},
                    "",
                    {"write it like 2026-12-01T09:30:00+08:00", "格式如 2026-12-01T09:30:00+08:00"}};
  std::string_view rest = text;
  year_month_day date;
  if (!take_day(rest, date) || !take(rest, 'T')) return error;
  int hours = take_number(rest, 2);
  if (hours < 0 || hours > 23 || !take(rest, ':')) return error;
  int minutes = take_number(rest, 2);
  if (minutes < 0 || minutes > 59) return error;
  int seconds = 0;
  int milliseconds = 0;
  if (take(rest, ':')) {
    seconds = take_number(rest, 2);
    if (seconds < 0 || seconds > 59) return error;
    if (take(rest, '.')) milliseconds = take_milliseconds(rest);
    if (milliseconds < 0) return error;
  }
  LocalInstant result;
  if (!take_offset(rest, result.utc_offset)) return error;
  result.at = Instant{std::chrono::sys_days{date}} + std::chrono::hours{hours} +
              std::chrono::minutes{minutes} + std::chrono::seconds{seconds} +
              std::chrono::milliseconds{milliseconds} - result.utc_offset;
  return result;
}

Result<StudyDay> parse_day(std::string_view text) {
  std::string_view rest = text;
  year_month_day date;
  if (!take_day(rest, date) || !rest.empty())
    return Error{{"'" + std::string(text) + "' is not a date", "“" + std::string(text) + "”不是日期"},
                 "",
                 {"write it like 2026-12-05", "格式如 2026-12-05"}};
  return StudyDay{std::chrono::local_days{date}};
}

std::string format_day(StudyDay value) {
  const year_month_day date{value};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string format_instant(Instant at) {
  const auto days = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(at - days)};
  char text[32];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return format_day(StudyDay{days.time_since_epoch()}) + text;
}

}  // namespace rehearse
