#include "tests/bench/simulate/learner.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace rehearse::bench {
namespace {

constexpr double kParameterDeviation = 0.20;  // of the logarithm
constexpr std::size_t kKeptParameter = 7;     // w7, so small that it means nothing
constexpr double kDifficultyDeviation = 1.0;
constexpr std::uint64_t kFewestPoints = 3, kMostPoints = 7;
constexpr std::uint64_t kTries = 8;

enum Purpose : std::uint64_t { kParameter, kSize, kDifficulty, kFirstGrade, kAnswer, kPointCard, kMood };

/// splitmix64.
std::uint64_t scrambled(std::uint64_t value) {
  value += 0x9E3779B97F4A7C15;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

double standard_normal_cdf(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }

std::uint64_t occasion_of(StudyDay day) { return static_cast<std::uint64_t>(day_number(day)); }

}  // namespace

Learner::Learner(const World& world, std::uint64_t seed, std::size_t questions) : world_(world), seed_(seed) {
  Fsrs6Parameters own;
  own.w[20] = world.decay;
  for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i)
    if (i != kKeptParameter) own.w[i] *= std::exp(kParameterDeviation * normal(kParameter, i, 0));
  truth_ = Scheduler::fsrs6(own);
  first_.push_back(0);
  for (std::size_t question = 0; question < questions; ++question)
    first_.push_back(
        first_.back() + kFewestPoints +
        static_cast<std::size_t>(uniform(kSize, question, 0) * (kMostPoints - kFewestPoints + 1)));
  memories_.resize(first_.back());
  for (std::size_t point = 0; point < memories_.size(); ++point)
    difficulty_offset_.push_back(kDifficultyDeviation * normal(kDifficulty, point, 0));
}

double Learner::uniform(std::uint64_t purpose, std::uint64_t which, std::uint64_t occasion) const {
  const std::uint64_t bits = scrambled(scrambled(scrambled(seed_ * 16 + purpose) + which) + occasion);
  return (static_cast<double>(bits >> 11) + 0.5) * 0x1p-53;
}

double Learner::normal(std::uint64_t purpose, std::uint64_t which, std::uint64_t occasion) const {
  const double radius = std::sqrt(-2 * std::log(uniform(purpose, which, occasion * 2)));
  return radius * std::cos(2 * std::numbers::pi * uniform(purpose, which, occasion * 2 + 1));
}

const std::vector<PointResult>& Learner::learn(std::size_t question, std::size_t begin, std::size_t end,
                                               StudyDay day) {
  results_.clear();
  for (std::size_t point = begin; point < end; ++point) {
    const std::size_t i = index(question, point);
    const double drawn = uniform(kFirstGrade, i, 0);
    const auto& grades = world_.first_grades;
    int grade = 0;
    for (double sum = grades[0]; grade < 3 && drawn >= sum; sum += grades[static_cast<std::size_t>(grade)])
      ++grade;
    constexpr std::array kQualities{Quality::kWrongEasy, Quality::kHard, Quality::kGood, Quality::kPerfect};
    memories_[i] = truth_.observe({}, kQualities[static_cast<std::size_t>(grade)], day);
    double& difficulty = memories_[i].fsrs.difficulty;
    difficulty = std::clamp(difficulty + difficulty_offset_[i], 1.0, 10.0);
    results_.push_back(static_cast<PointResult>(std::min(grade, 2)));
  }
  seconds_ = (begin == 0 ? world_.costs.learn_question : 0) +
             world_.costs.learn_point * static_cast<double>(end - begin);
  return results_;
}

void Learner::recite(std::size_t question, StudyDay day, std::uint64_t occasion,
                     std::vector<PointResult>& results) const {
  results.clear();
  const double mood = world_.correlation > 0 ? normal(kMood, question, occasion) : 0;
  bool cued = false;
  for (std::size_t point = 0; point < points(question); ++point) {
    const std::size_t i = index(question, point);
    double recall = truth_.retrievability(memories_[i], day);
    if (cued) recall = 1 - (1 - recall) * world_.cue;
    const double own = normal(kAnswer, i, occasion);
    const double drawn =
        standard_normal_cdf(std::sqrt(world_.correlation) * mood + std::sqrt(1 - world_.correlation) * own);
    cued = memories_[i].met && drawn < recall;
    results.push_back(cued ? PointResult::kRecalled : PointResult::kMissed);
  }
}

const std::vector<PointResult>& Learner::answer_whole(std::size_t question, StudyDay day) {
  recite(question, day, occasion_of(day), results_);
  seconds_ = world_.costs.whole_question + world_.costs.whole_point * static_cast<double>(results_.size());
  for (std::size_t point = 0; point < results_.size(); ++point)
    observe(index(question, point), results_[point], day, 1);
  return results_;
}

PointResult Learner::answer_point(std::size_t question, std::size_t point, StudyDay day) {
  const std::size_t i = index(question, point);
  const double recall = 1 - (1 - truth_.retrievability(memories_[i], day)) * world_.context;
  const bool recalled = uniform(kPointCard, i, occasion_of(day)) < recall;
  const PointResult result = recalled ? PointResult::kRecalled : PointResult::kMissed;
  seconds_ = world_.costs.point_card;
  observe(i, result, day, world_.point_card_share);
  return result;
}

void Learner::observe(std::size_t i, PointResult result, StudyDay day, double share) {
  const double before = memories_[i].fsrs.stability;
  memories_[i] = truth_.observe(memories_[i], quality_of(result), day);
  if (result == PointResult::kMissed) {
    seconds_ += world_.costs.missed_point;
  } else {
    double& stability = memories_[i].fsrs.stability;
    stability = before + share * (stability - before);
  }
}

double Learner::share_recalled(StudyDay day) const {
  std::size_t recalled = 0;
  std::vector<PointResult> results;
  for (std::size_t question = 0; question < questions(); ++question)
    for (std::uint64_t attempt = 1; attempt <= kTries; ++attempt) {
      // No day has such a number, so that no answer of the learning is drawn again.
      recite(question, day, (attempt << 32) + occasion_of(day), results);
      recalled +=
          static_cast<std::size_t>(std::count(results.begin(), results.end(), PointResult::kRecalled));
    }
  return static_cast<double>(recalled) / static_cast<double>(kTries * memories_.size());
}

}  // namespace rehearse::bench
