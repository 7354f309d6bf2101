// What the days with answers say.
#pragma once

#include <vector>

#include "core/statistics/study_days.h"
#include "core/store/database.h"

namespace rehearse {

/// Ascending.
std::vector<DayCounts> read_study_days(Database& database);

}  // namespace rehearse
