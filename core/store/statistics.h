// Counts over the projections.
#pragma once

#include <cstddef>

#include "core/base/time.h"
#include "core/store/database.h"

namespace rehearse {

struct ReviewCounts {
  std::size_t all = 0;
  std::size_t today = 0;
  std::size_t streak_days = 0;  // days in a row with a review, up to today or yesterday
};

ReviewCounts count_reviews(Database& database, StudyDay today);

}  // namespace rehearse
