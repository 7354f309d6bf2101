#include "core/statistics/study_days.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <utility>

namespace rehearse {
namespace {

/// One answer on each.
std::vector<DayCounts> days_of(std::initializer_list<int> numbers) {
  std::vector<DayCounts> days;
  for (const int number : numbers) {
    DayCounts& entry = days.emplace_back();
    entry.day = day_from_number(number);
    add_review(entry.counts, Review());
  }
  return days;
}

}  // namespace

TEST_SUITE("core/statistics/study_days") {
  TEST_CASE("a streak goes up to today or yesterday and breaks on a day without answers") {
    const auto streak = [](std::initializer_list<int> numbers) {
      const Streak found = streak_of(days_of(numbers), day_from_number(100));
      return std::pair{found.current, found.longest};
    };
    CHECK(streak({}) == std::pair<std::size_t, std::size_t>{0, 0});
    CHECK(streak({100}) == std::pair<std::size_t, std::size_t>{1, 1});
    CHECK(streak({97, 98, 99}) == std::pair<std::size_t, std::size_t>{3, 3});
    CHECK(streak({97, 98}) == std::pair<std::size_t, std::size_t>{0, 2});
    CHECK(streak({90, 91, 92, 99, 100}) == std::pair<std::size_t, std::size_t>{2, 3});
    CHECK(streak({99, 100, 101, 102}) == std::pair<std::size_t, std::size_t>{2, 2});
  }

  TEST_CASE("a period ends today and holds as many days as it says") {
    const std::vector<DayCounts> days = days_of({-2'000'000, 9'635, 9'636, 9'970, 9'971, 10'000, 10'001});
    const StudyDay today = day_from_number(10'000);
    CHECK(days_within(days, Period::kMonth, today).size() == 2);
    CHECK(days_within(days, Period::kYear, today).size() == 4);
    CHECK(sum_of(days_within(days, Period::kAll, today)).reviews() == 6);
    CHECK(counts_on(days, today).reviews() == 1);
    CHECK(counts_on(days, day_from_number(9'999)).reviews() == 0);
  }
}

}  // namespace rehearse
