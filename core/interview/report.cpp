#include "core/interview/report.h"

#include <algorithm>

namespace rehearse {
namespace {

/// Nothing compares with what is no number, so that it is 0 here.
double share(double reached) { return reached > 0 ? std::min(reached, 1.0) : 0; }

std::vector<PointId> missed_points(const AskedQuestion& asked, const Marking& marking) {
  std::vector<bool> is_missed(asked.points.size(), false);
  for (const std::size_t point : marking.missed_points)
    if (point < is_missed.size()) is_missed[point] = true;
  if (asked.rubric.source == RubricSource::kPoints)
    for (std::size_t i = 0; i < std::min(is_missed.size(), asked.rubric.items.size()); ++i)
      if (i >= marking.reached.size() || share(marking.reached[i]) < kMissedBelow) is_missed[i] = true;
  std::vector<PointId> missed;
  for (std::size_t i = 0; i < is_missed.size(); ++i)
    if (is_missed[i]) missed.push_back(asked.points[i]);
  return missed;
}

}  // namespace

AskedQuestion ask(const QuestionId& id, const std::vector<PointId>& points, const Question& question) {
  return {id, points, rubric_of(question), time_limit_of(question)};
}

StudyDay drill_day(StudyDay kept_on) { return kept_on + std::chrono::days{1}; }

QuestionResult result_of(const AskedQuestion& asked, const Marking& marking) {
  QuestionResult result;
  result.question = asked.id;
  result.limit = asked.limit;
  result.spent = std::max(marking.spent, std::chrono::milliseconds{0});
  for (std::size_t i = 0; i < asked.rubric.items.size(); ++i) {
    const RubricItem& item = asked.rubric.items[i];
    const double reached = i < marking.reached.size() ? share(marking.reached[i]) : 0;
    result.items.push_back({item.text, item.marks, item.marks * reached});
    result.marks += item.marks;
    result.earned += item.marks * reached;
  }
  result.missed = missed_points(asked, marking);
  const bool is_low = result.earned < kDrilledBelow * result.marks;
  if (result.missed.empty()) {
    result.drill = is_low ? DrillNeed::kQuestion : DrillNeed::kNothing;
  } else if (result.missed.size() == asked.points.size() || result.missed.size() > kMostMissedPoints) {
    result.drill = DrillNeed::kQuestion;
    result.missed.clear();
  } else {
    result.drill = DrillNeed::kMissedPoints;
  }
  return result;
}

double InterviewReport::total() const {
  double marks = 0, earned = 0;
  for (const QuestionResult& question : questions) {
    marks += question.marks;
    earned += question.earned;
  }
  return marks > 0 ? std::clamp(100 * earned / marks, 0.0, 100.0) : 0;
}

}  // namespace rehearse
