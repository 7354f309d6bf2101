// What is due on the day after a mock interview.
#pragma once

#include <functional>
#include <vector>

#include "core/base/time.h"
#include "core/interview/report.h"

namespace rehearse {

/// The points a question has, in any order.
using PointsOf = std::function<std::vector<PointId>(const QuestionId&)>;

/// In the order of the report, each once: the cards of the points that were missed; of a question that is to
/// be drilled whole its own card and those of its points.
std::vector<CardId> cards_to_drill(const InterviewReport& report, const PointsOf& points_of);

/// The day on which they are due when the report was kept at this instant: the study day after it.
StudyDay drill_day(LocalInstant kept);

}  // namespace rehearse
