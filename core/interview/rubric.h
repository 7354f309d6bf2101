// What an answer is marked by in a mock interview, item by item.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/deck/question.h"

namespace rehearse {

struct RubricItem {
  std::string text;  // empty: the answer as a whole
  double marks = 0;  // at least 0

  friend bool operator==(const RubricItem&, const RubricItem&) = default;
};

enum class RubricSource {
  kCriteria,  // the document's 评分标准
  kPoints,    // one item for each key point, in their order
  kWhole,     // one item for all
};

struct Rubric {
  RubricSource source = RubricSource::kWhole;
  std::vector<RubricItem> items;
  double marks = 0;  // their sum: above 0

  friend bool operator==(const Rubric&, const Rubric&) = default;
};

/// What a question counts whose document says nothing.
inline constexpr double kUsualMarks = 10;
/// No document gives less, or more, for one question: another number is damage.
inline constexpr double kLeastMarks = 0.1, kMostMarks = 1000;

/// `marks` where they lie between these, else kUsualMarks.
double sound_marks(std::optional<double> marks);

/// The question's criteria; without any, its points; without those, the answer as a whole. The items' marks
/// add up to the question's; to the criteria's own sum where the question has none that are sound.
/// - Criteria that name their marks (（5分）, 5 points, 3–5分: the upper) or their share (40%) keep them;
/// where their
///   sum is not the question's, all are scaled to it.
/// - Those that name none share what the others leave, evenly; where they leave nothing, each first counts as
///   much as the others do on average.
/// - One that only takes away (超时扣2分) is worth 0.
Rubric rubric_of(const Question& question);

/// The question's own limit, at most an hour; without one 3 minutes for an open question, 5 for a case, 90
/// seconds for a multiple choice and 1 minute for the others.
std::chrono::seconds time_limit_of(const Question& question);

}  // namespace rehearse
