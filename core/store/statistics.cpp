#include "core/store/statistics.h"

namespace rehearse {
namespace {

constexpr const char* kDays = "SELECT day, counts FROM study_day ORDER BY day";

}  // namespace

std::vector<DayCounts> read_study_days(Database& database) {
  std::vector<DayCounts> days;
  Query query = database.query(kDays);
  while (query.step())
    if (const auto counts = read_counts(query.bytes(1)))
      days.push_back({day_from_number(query.integer(0)), *counts});
  return days;
}

}  // namespace rehearse
