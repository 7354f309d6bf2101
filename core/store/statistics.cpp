#include "core/store/statistics.h"

namespace rehearse {
namespace {

constexpr const char* kAll = "SELECT coalesce(sum(answers), 0) FROM study_day";
constexpr const char* kOn = "SELECT coalesce(sum(answers), 0) FROM study_day WHERE day = ?1";
constexpr const char* kDaysBackFrom = "SELECT day FROM study_day WHERE day <= ?1 ORDER BY day DESC";

std::size_t count(Query& query) {
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

std::size_t streak_up_to(Database& database, StudyDay today) {
  Query query = database.query(kDaysBackFrom);
  query.bind(day_number(today));
  std::size_t streak = 0;
  std::int64_t expected = day_number(today);
  while (query.step()) {
    const std::int64_t day = query.integer(0);
    if (streak == 0 && day == expected - 1) expected = day;  // today is not over yet
    if (day != expected) break;
    ++streak;
    --expected;
  }
  return streak;
}

}  // namespace

ReviewCounts count_reviews(Database& database, StudyDay today) {
  ReviewCounts counts;
  {
    Query query = database.query(kAll);
    counts.all = count(query);
  }
  {
    Query query = database.query(kOn);
    query.bind(day_number(today));
    counts.today = count(query);
  }
  counts.streak_days = streak_up_to(database, today);
  return counts;
}

}  // namespace rehearse
