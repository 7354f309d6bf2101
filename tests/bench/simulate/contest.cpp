#include "tests/bench/simulate/contest.h"

#include <atomic>
#include <cmath>
#include <thread>

namespace rehearse::bench {
namespace {

constexpr double kNormalQuantile = 1.96;  // of 97.5 %
const StudyDay kBegin{std::chrono::days{20'000}};
// Below this share of ours, a contestant's minutes are fewer than ours.
constexpr double kSameMinutes = 0.995;

Course course_of(const Cell& cell, double seconds_per_day) {
  return {kBegin, kBegin + std::chrono::days{cell.days}, seconds_per_day};
}

Outcome study(const Contestant& contestant, const Learner& learner, const Course& course) {
  if (contestant.kind == Contestant::Kind::kOurs || contestant.kind == Contestant::Kind::kOracle)
    return study_by_our_method(learner, course, contestant.estimate);
  return study_like(contestant.rival, learner, course);
}

/// One learner in one cell.
void study_cell(const std::vector<Contestant>& contestants, const Cell& cell, std::size_t cell_index,
                const World& world, std::size_t learner_index, Scores& scores) {
  const Learner learner(world, learner_index + 1, cell.questions);
  const Course course = course_of(cell, cell.minutes_per_day * 60);
  const Outcome sm2 = study_by_our_method(learner, course, Estimate::kSm2);
  const Outcome fsrs6 = study_by_our_method(learner, course, Estimate::kFsrs6);
  const auto ours_with = [&](Estimate estimate, const Outcome& full, double seconds) {
    if (seconds >= kSameMinutes * full.seconds_used) return full;
    return study_by_our_method(learner, course_of(cell, seconds / cell.days), estimate);
  };
  for (std::size_t i = 0; i < contestants.size(); ++i) {
    const Contestant& contestant = contestants[i];
    Outcome outcome;
    if (contestant.kind == Contestant::Kind::kOurs)
      outcome = contestant.estimate == Estimate::kSm2 ? sm2 : fsrs6;
    else
      outcome = study(contestant, learner, course);
    Scores::Row& row = scores.rows[i];
    row.share[cell_index][learner_index] = outcome.share;
    row.minutes_used[cell_index][learner_index] = outcome.seconds_used / 60;
    row.ours_sm2[cell_index][learner_index] = ours_with(Estimate::kSm2, sm2, outcome.seconds_used).share;
    row.ours_fsrs6[cell_index][learner_index] =
        ours_with(Estimate::kFsrs6, fsrs6, outcome.seconds_used).share;
  }
}

std::vector<double> means_of_learners(const Scores::Shares& shares) {
  std::vector<double> means(shares.front().size());
  for (const std::vector<double>& cell : shares)
    for (std::size_t i = 0; i < means.size(); ++i) means[i] += cell[i] / static_cast<double>(shares.size());
  return means;
}

std::vector<double> difference(const std::vector<double>& first, const std::vector<double>& second) {
  std::vector<double> result(first.size());
  for (std::size_t i = 0; i < first.size(); ++i) result[i] = first[i] - second[i];
  return result;
}

}  // namespace

std::vector<Contestant> all_contestants() {
  using Kind = Contestant::Kind;
  using Card = Rival::Card;
  using Date = Rival::Date;
  using Order = Rival::Order;
  constexpr SchedulerKind kSm2 = SchedulerKind::kSm2, kFsrs6 = SchedulerKind::kFsrs6;
  const auto blind = [](std::string name, Card card, SchedulerKind scheduler, Order order) {
    return Contestant{Kind::kBlind, std::move(name), {card, Date::kUnknown, scheduler, order}, {}};
  };
  const auto aware = [](std::string name, Card card, SchedulerKind scheduler) {
    return Contestant{
        Kind::kDateAware, std::move(name), {card, Date::kKnown, scheduler, Order::kNewFirst}, {}};
  };
  return {
      blind("(a) whole, SM-2, reviews first", Card::kWhole, kSm2, Order::kReviewsFirst),
      blind("(a) whole, SM-2, new ones mixed in", Card::kWhole, kSm2, Order::kMixed),
      blind("(a) whole, SM-2, new ones first", Card::kWhole, kSm2, Order::kNewFirst),
      blind("(b) whole, FSRS-6, reviews first", Card::kWhole, kFsrs6, Order::kReviewsFirst),
      blind("(b) whole, FSRS-6, new ones mixed in", Card::kWhole, kFsrs6, Order::kMixed),
      blind("(b) whole, FSRS-6, new ones first", Card::kWhole, kFsrs6, Order::kNewFirst),
      blind("(c) loose, SM-2, reviews first", Card::kPoint, kSm2, Order::kReviewsFirst),
      blind("(c) loose, FSRS-6, reviews first", Card::kPoint, kFsrs6, Order::kReviewsFirst),
      aware("(e) whole, SM-2, knows the date", Card::kWhole, kSm2),
      aware("(e) whole, FSRS-6, knows the date", Card::kWhole, kFsrs6),
      aware("(e) loose, SM-2, knows the date", Card::kPoint, kSm2),
      aware("(e) loose, FSRS-6, knows the date", Card::kPoint, kFsrs6),
      {Kind::kOurs, "(d) ours, SM-2", {}, Estimate::kSm2},
      {Kind::kOurs, "(d) ours, FSRS-6", {}, Estimate::kFsrs6},
      {Kind::kOracle, "(e) ours, told the true memory", {}, Estimate::kTruth},
  };
}

std::vector<Cell> all_cells() {
  constexpr double kMeanPoints = 5;
  const AnswerCosts costs;
  std::vector<Cell> cells;
  for (const std::size_t questions : {40, 100})
    for (const int days : {14, 30, 60})
      for (const double times : {1.5, 1.75, 2.0}) {
        const double seconds =
            static_cast<double>(questions) * (costs.learn_question + kMeanPoints * costs.learn_point);
        cells.push_back({questions, days, times * seconds / 60 / days});
      }
  return cells;
}

Scores run_contest(const std::vector<Contestant>& contestants, const std::vector<Cell>& cells,
                   const World& world, std::size_t learners) {
  const Scores::Shares empty(cells.size(), std::vector<double>(learners));
  Scores scores;
  scores.rows.assign(contestants.size(), {empty, empty, empty, empty});
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    // The long courses first, so that no thread is left alone with one at the end.
    for (std::size_t task = next++; task < cells.size() * learners; task = next++) {
      const std::size_t cell = cells.size() - 1 - task / learners;
      study_cell(contestants, cells[cell], cell, world, task % learners, scores);
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return scores;
}

Mean mean(const std::vector<double>& learners) {
  const double count = static_cast<double>(learners.size());
  double sum = 0, squares = 0;
  for (const double value : learners) sum += value;
  for (const double value : learners) squares += (value - sum / count) * (value - sum / count);
  return {sum / count, count > 1 ? kNormalQuantile * std::sqrt(squares / (count - 1) / count) : 0};
}

Mean mean(const Scores::Shares& shares) { return mean(means_of_learners(shares)); }

Mean mean_difference(const std::vector<double>& first, const std::vector<double>& second) {
  return mean(difference(first, second));
}

Mean mean_difference(const Scores::Shares& first, const Scores::Shares& second) {
  return mean(difference(means_of_learners(first), means_of_learners(second)));
}

}  // namespace rehearse::bench
