#include "core/base/time.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

using namespace std::chrono_literals;

std::string study_day_of(std::string_view text) {
  const Result<LocalInstant> now = parse_instant(text);
  REQUIRE(now);
  return format_day(study_day(*now));
}

}  // namespace

TEST_SUITE("core/base/time") {
  TEST_CASE("a day begins at four in the morning wherever the learner is") {
    for (int quarter_hours = -12 * 4; quarter_hours <= 14 * 4; ++quarter_hours) {
      const std::chrono::minutes offset = quarter_hours * 15min;
      const Instant four_local =
          Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}} + 4h - offset;
      CAPTURE(quarter_hours);
      CHECK(format_day(study_day(four_local - 1ms, offset)) == "2026-11-30");
      CHECK(format_day(study_day(four_local, offset)) == "2026-12-01");
      CHECK(format_day(study_day(four_local + 24h - 1ms, offset)) == "2026-12-01");
      CHECK(format_day(study_day(four_local + 24h, offset)) == "2026-12-02");
    }
  }

  TEST_CASE("an answer after midnight counts for the evening before") {
    CHECK(study_day_of("2026-12-01T03:59:59.999+08:00") == "2026-11-30");
    CHECK(study_day_of("2026-12-01T04:00:00+08:00") == "2026-12-01");
    CHECK(study_day_of("2028-03-01T01:30+08:00") == "2028-02-29");
    CHECK(study_day_of("1969-12-31T03:00:00Z") == "1969-12-30");
  }

  TEST_CASE("every day from 1900 to 2200 is written and read back") {
    const StudyDay last{std::chrono::local_days{std::chrono::year{2200} / 1 / 1}};
    for (StudyDay day{std::chrono::local_days{std::chrono::year{1900} / 1 / 1}}; day < last;
         day += std::chrono::days{1}) {
      const Result<StudyDay> read = parse_day(format_day(day));
      if (!read || *read != day || day_from_number(day_number(day)) != day) FAIL(format_day(day));
    }
  }

  TEST_CASE("an instant is written in UTC and read back to the second") {
    for (std::int64_t seconds = -5'000'000'000; seconds < 5'000'000'000; seconds += 12'345'679) {
      const Instant at{std::chrono::seconds{seconds}};
      const Result<LocalInstant> read = parse_instant(format_instant(at));
      if (!read || read->at != at || read->utc_offset != 0min) FAIL(format_instant(at));
    }
    CHECK(format_instant(Instant{-1ms}) == "1969-12-31T23:59:59Z");
  }

  TEST_CASE("the same instant may be told in any offset") {
    const Result<LocalInstant> here = parse_instant("2026-12-01T09:30:00+08:00");
    REQUIRE(here);
    CHECK(here->utc_offset == 480min);
    CHECK(format_instant(here->at) == "2026-12-01T01:30:00Z");
    for (std::string_view text : {"2026-12-01T01:30:00Z", "2026-12-01T01:30Z", "2026-11-30T21:00:00-04:30",
                                  "2026-12-01T01:30:00.000Z", "2026-12-01T01:30:00.0Z"}) {
      const Result<LocalInstant> there = parse_instant(text);
      CAPTURE(text);
      REQUIRE(there);
      CHECK(there->at == here->at);
    }
  }

  TEST_CASE("fractions of a second are kept to the millisecond") {
    const Result<LocalInstant> whole = parse_instant("2026-12-01T01:30:00Z");
    REQUIRE(whole);
    for (std::string_view text :
         {"2026-12-01T01:30:00.25Z", "2026-12-01T01:30:00.250Z", "2026-12-01T01:30:00.250999Z"}) {
      const Result<LocalInstant> read = parse_instant(text);
      CAPTURE(text);
      REQUIRE(read);
      CHECK(read->at - whole->at == 250ms);
    }
  }

  TEST_CASE("what is no time is refused with a hint") {
    for (std::string_view text : {"",
                                  "2026-12-01",
                                  "2026-12-01T",
                                  "2026-12-01T09:30:00",
                                  "2026-12-01 09:30:00Z",
                                  "2026-13-01T09:30Z",
                                  "2026-02-29T09:30Z",
                                  "2026-12-01T24:00Z",
                                  "2026-12-01T09:60Z",
                                  "2026-12-01T09:30:60Z",
                                  "2026-12-01T9:30Z",
                                  "2026-12-01T09:30:00+8:00",
                                  "2026-12-01T09:30:00+08",
                                  "2026-12-01T09:30:00+08:60",
                                  "2026-12-01T09:30:00+15:00",
                                  "2026-12-01T09:30:00Zx",
                                  "2026-12-01T09:30:00z",
                                  "2026-12-01T-1:30Z",
                                  "2026-12-01T+1:30Z",
                                  "-026-12-01T09:30Z",
                                  "2026-12-01T09:30:00.Z",
                                  "2026-12-01T09:30:00.x",
                                  "2026-12-01T09:30.500Z",
                                  " 2026-12-01T09:30Z"}) {
      CAPTURE(text);
      const Result<LocalInstant> read = parse_instant(text);
      REQUIRE_FALSE(read);
      CHECK(!read.error().hint.empty());
    }
  }

  TEST_CASE("what is no date is refused with a hint") {
    for (std::string_view text :
         {"", "2026", "2026-12", "2026-12-5", "2026-12-05 ", "2026-00-10", "2026-04-31", "2027-02-29",
          "1900-02-29", "2026/12/05", "20261205", "+026-12-05"}) {
      CAPTURE(text);
      const Result<StudyDay> read = parse_day(text);
      REQUIRE_FALSE(read);
      CHECK(!read.error().hint.empty());
    }
    CHECK(parse_day("2000-02-29"));
    CHECK(parse_day("2028-02-29"));
  }
}

}  // namespace rehearse
