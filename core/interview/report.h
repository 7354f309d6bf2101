// What came of a mock interview: marks item by item, a total out of 100, and what to drill tomorrow.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/deck/question.h"
#include "core/interview/rubric.h"

namespace rehearse {

/// A question of the interview as it is asked.
struct AskedQuestion {
  QuestionId id;
  std::vector<PointId> points;  // ids of the question's points, same order
  Rubric rubric;
  std::chrono::seconds limit{0};
};
AskedQuestion ask(const QuestionId& id, const std::vector<PointId>& points, const Question& question);

/// What the learner, or a typed answer's coverage, says of one answer.
struct Marking {
  /// Of each rubric item the share that was reached. Too few: the rest is 0. What is no number counts as 0,
  /// and what lies outside 0 to 1 as the nearer of the two.
  std::vector<double> reached;
  std::vector<std::size_t> missed_points;  // indices, in any order; those that do not exist are ignored
  std::chrono::milliseconds spent{0};
};

struct MarkedItem {
  std::string text;  // may be empty: the answer as a whole, or left out to keep the report small
  double marks = 0;
  double earned = 0;  // 0 to marks

  friend bool operator==(const MarkedItem&, const MarkedItem&) = default;
};

enum class DrillNeed {
  kNothing,
  kMissedPoints,
  kQuestion,  // all of it
};

struct QuestionResult {
  QuestionId question;
  double marks = 0;
  double earned = 0;  // 0 to marks: the sum over the items
  std::vector<MarkedItem> items;
  std::chrono::seconds limit{0};
  std::chrono::milliseconds spent{0};
  DrillNeed drill = DrillNeed::kNothing;
  std::vector<PointId> missed;  // in the order of the points; with kMissedPoints alone

  bool was_in_time() const { return spent <= limit; }
  friend bool operator==(const QuestionResult&, const QuestionResult&) = default;
};

struct InterviewReport {
  std::uint64_t seed = 0;
  std::vector<QuestionResult> questions;

  /// Marks earned of all marks, from 0 to 100; 0 when nothing was asked.
  double total() const;
  friend bool operator==(const InterviewReport&, const InterviewReport&) = default;
};

/// Below this share of its marks a question is drilled even when no single point of it was called missed.
inline constexpr double kDrilledBelow = 0.6;
/// Where the rubric's items are the points, one of which less than this was reached was missed.
inline constexpr double kMissedBelow = 0.5;
/// With more missed points than this the whole question is drilled.
inline constexpr std::size_t kMostMissedPoints = 20;

/// The day on which what was missed is due when the report was kept on this one: the day after it.
StudyDay drill_day(StudyDay kept_on);

/// One answer, marked. Missed points are those of `marking` and, where the rubric's items are the points,
/// those that fell below kMissedBelow; all of them missed, or none known though the marks are low, is the
/// whole question.
QuestionResult result_of(const AskedQuestion& asked, const Marking& marking);

}  // namespace rehearse
