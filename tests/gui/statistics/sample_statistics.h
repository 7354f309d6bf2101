// Statistics made up: of any length, with a day off now and then.
#pragma once

#include "core/statistics/study_statistics.h"

namespace rehearse::test {

/// Up to 2026-12-02.
StudyStatistics sample_statistics(int days);

}  // namespace rehearse::test
