// The view of a report, with the words of the library.
#pragma once

#include <vector>

#include "core/study/reported_interview.h"
#include "gui/window/interview/interview_view.h"

namespace rehearse {

/// `kept`: all interviews that were kept, the newest first, for the trend and the one before.
ReportView report_view(const Library& library, const ReportedInterview& reported,
                       const std::vector<KeptInterview>& kept, LocalInstant now);

/// The totals of those over `deck`, the oldest first; no more than a chart has room for.
std::vector<TrendPoint> totals_of(const std::vector<KeptInterview>& kept, DeckId deck,
                                  std::optional<Instant> up_to = std::nullopt);

}  // namespace rehearse
