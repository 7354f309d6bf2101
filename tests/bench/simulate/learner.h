// A learner whose memory is known: what the methods are measured against, and what none of them may read but
// the one that is told. Deterministic: the same seed is the same person, whatever is asked when.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/quality.h"
#include "core/schedule/scheduler.h"
#include "core/schedule/study_deck.h"

namespace rehearse::bench {

/// How minds and cards work. The defaults are the assumptions of the main table.
struct World {
  double correlation = 0.3;     // of the points of one answer given on one day (probit)
  double cue = 0.90;            // a recalled point lifts the next one's recall to 1 − (1 − R)·cue
  double context = 0.85;        // so does the context that a point card shows
  double decay = 0.1542;        // w20, before each learner's own deviation
  double point_card_share = 1;  // of a whole answer's gain in stability that a point card gives
  std::array<double, 4> first_grades{0.24, 0.094, 0.495, 0.171};  // Again, Hard, Good, Easy
  AnswerCosts costs;
};

class Learner {
 public:
  Learner(const World& world, std::uint64_t seed, std::size_t questions);

  std::size_t questions() const { return first_.size() - 1; }
  std::size_t points(std::size_t question) const { return first_[question + 1] - first_[question]; }
  /// Of a point, in the order of all points of all questions.
  std::size_t index(std::size_t question, std::size_t point) const { return first_[question] + point; }

  /// One result for each point from `begin` to `end` of a question that is met for the first time.
  const std::vector<PointResult>& learn(std::size_t question, std::size_t begin, std::size_t end,
                                        StudyDay day);
  const std::vector<PointResult>& answer_whole(std::size_t question, StudyDay day);
  PointResult answer_point(std::size_t question, std::size_t point, StudyDay day);

  const AnswerCosts& costs() const { return world_.costs; }
  /// Seconds that the answer given last has taken.
  double seconds() const { return seconds_; }

  /// The share of all points recalled in whole answers on `day`: the mean of several tries. Nothing is
  /// learned.
  double share_recalled(StudyDay day) const;

  // What is really remembered, by index().
  const Scheduler& truth() const { return truth_; }
  const std::vector<MemoryState>& memories() const { return memories_; }

 private:
  double uniform(std::uint64_t purpose, std::uint64_t which, std::uint64_t occasion) const;
  double normal(std::uint64_t purpose, std::uint64_t which, std::uint64_t occasion) const;
  /// The points of one answer, one after the other.
  void recite(std::size_t question, StudyDay day, std::uint64_t occasion,
              std::vector<PointResult>& results) const;
  void observe(std::size_t index, PointResult result, StudyDay day, double share);

  World world_;
  std::uint64_t seed_;
  Scheduler truth_;
  std::vector<std::size_t> first_;  // point of each question, and the end
  std::vector<double> difficulty_offset_;
  std::vector<MemoryState> memories_;
  std::vector<PointResult> results_;
  double seconds_ = 0;
};

}  // namespace rehearse::bench
