// The loss is what a program that steps through the log would find, and its slopes are its slopes.
#include "core/schedule/fsrs6_loss.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/synthetic_learner.h"

namespace rehearse {
namespace {

using std::chrono::days;

Fsrs6Parameters random_parameters(std::mt19937_64& random) {
  Fsrs6Parameters parameters;
  for (double& value : parameters.w) value *= 0.7 + static_cast<double>(random() % 1000) / 1600;
  return within_ranges(parameters);
}

double log_loss(const AnswerTree& tree, Fsrs6Parameters parameters, std::size_t i, double change,
                Fsrs6Terms terms) {
  parameters.w[i] += change;
  return fsrs6_loss(tree, parameters, terms).log_loss;
}

}  // namespace

TEST_SUITE("core/schedule/fsrs6_loss") {
  TEST_CASE("the loss is that of stepping through the log") {
    std::mt19937_64 random(1);
    const auto log = test::learner_log({}, 5000, 1);
    const AnswerTree tree = grouped(log, SameDayAnswers::kCount);
    for (int i = 0; i < 20; ++i) {
      const Fsrs6Parameters parameters = random_parameters(random);
      const double loss = fsrs6_loss(tree, parameters, Fsrs6Terms::kShortAndLong).log_loss;
      CHECK(loss / static_cast<double>(tree.reviews) ==
            doctest::Approx(test::plain_log_loss(log, parameters)).epsilon(1e-6));
    }
  }

  TEST_CASE("the gradient lies between the slopes to both sides for every parameter") {
    std::mt19937_64 random(2);
    for (const auto same_day : {SameDayAnswers::kCount, SameDayAnswers::kAreDrill}) {
      const auto terms =
          same_day == SameDayAnswers::kCount ? Fsrs6Terms::kShortAndLong : Fsrs6Terms::kLongOnly;
      const AnswerTree tree = grouped(test::learner_log({}, 500, 2), same_day);
      for (int round = 0; round < 40; ++round) {
        const Fsrs6Parameters parameters = random_parameters(random);
        const Fsrs6Loss loss = fsrs6_loss(tree, parameters, terms);
        for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i) {
          CAPTURE(i);
          const double change = 1e-6 * std::max(0.1, parameters.w[i]);
          const double below = (loss.log_loss - log_loss(tree, parameters, i, -change, terms)) / change;
          const double above = (log_loss(tree, parameters, i, change, terms) - loss.log_loss) / change;
          const double tolerance = 1e-4 * (1 + std::abs(loss.gradient[i]));
          CHECK(loss.gradient[i] >= std::min(below, above) - tolerance);
          CHECK(loss.gradient[i] <= std::max(below, above) + tolerance);
        }
      }
    }
  }

  TEST_CASE("the information of one recall is the square of its gradient by its odds") {
    const StudyDay start{days{20'000}};
    const AnswerTree tree = grouped(
        {{LoggedAnswer{0, start, Fsrs6Rating::kGood}, LoggedAnswer{0, start + days{5}, Fsrs6Rating::kHard}}},
        SameDayAnswers::kAreDrill);
    const Fsrs6Parameters parameters;
    const double recall = Fsrs6(parameters).retrievability(parameters.w[2], 5);
    const Fsrs6Loss loss = fsrs6_loss(tree, parameters, Fsrs6Terms::kLongOnly);
    CHECK(loss.log_loss == doctest::Approx(-std::log(recall)));
    for (std::size_t i = 0; i < kFsrs6ParameterCount; ++i)
      for (std::size_t j = 0; j < kFsrs6ParameterCount; ++j)
        CHECK(loss.information[i][j] ==
              doctest::Approx(loss.gradient[i] * loss.gradient[j] * recall / (1 - recall)));
  }

  TEST_CASE("an impossible answer costs much but not everything") {
    const StudyDay start{days{20'000}};
    Fsrs6Parameters parameters;
    parameters.w[3] = 100;
    std::vector<LoggedAnswer> log{{0, start, Fsrs6Rating::kEasy}};
    for (int i = 1; i < 30; ++i) log.push_back({0, start + days{1000 * i}, Fsrs6Rating::kEasy});
    log.push_back({0, start + days{29'001}, Fsrs6Rating::kAgain});
    const Fsrs6Loss loss =
        fsrs6_loss(grouped(log, SameDayAnswers::kCount), parameters, Fsrs6Terms::kShortAndLong);
    CHECK(std::isfinite(loss.log_loss));
    CHECK(std::all_of(loss.gradient.begin(), loss.gradient.end(), [](double x) { return std::isfinite(x); }));
  }
}

}  // namespace rehearse
