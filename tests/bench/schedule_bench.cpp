#include <cstdlib>

#include "core/schedule/fsrs_optimizer.h"
#include "core/schedule/scheduler.h"
#include "tests/bench/bench.h"
#include "tests/synthetic_learner.h"

namespace rehearse::bench {
namespace {

using Log = std::vector<LoggedAnswer>;

constexpr std::size_t kAnswers = 1'000'000;
constexpr std::size_t kFittedAnswers = 100'000;
constexpr double kStepsPerMillisecond = 5'000;
/// Side by side the reference's fit (fsrs-rs 6.5) took as long as 37 to 46 walks through the log.
constexpr double kWalksOfReferenceFit = 40;

/// Gives the sum of the stabilities, so that no compiler leaves the steps out.
double walk(const Log& log) {
  const Fsrs6 fsrs({}, Fsrs6Terms::kShortAndLong);
  double sum = 0;
  Fsrs6State state;
  for (std::size_t i = 0; i < log.size(); ++i) {
    const bool is_first = i == 0 || log[i].card != log[i - 1].card;
    state =
        is_first ? fsrs.first(log[i].rating) : fsrs.step(state, log[i].rating, log[i].day - log[i - 1].day);
    sum += state.stability;
  }
  return sum;
}

double observe_all(const Log& log, const Scheduler& scheduler) {
  double sum = 0;
  MemoryState state;
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (i == 0 || log[i].card != log[i - 1].card) state = {};
    state = scheduler.observe(state, static_cast<Quality>(static_cast<int>(log[i].rating) + 1), log[i].day);
    sum += static_cast<double>(state.interval_days());
  }
  return sum;
}

/// Times of work that gives a number above 0.
template <class Work>
double timed(Work&& work) {
  return median_ms(5, [&] {
    if (!(work() > 0)) std::abort();
  });
}

}  // namespace

std::vector<Figure> measure_schedule() {
  const Log log = test::learner_log({}, kAnswers, 1);
  const double limit = static_cast<double>(log.size()) / kStepsPerMillisecond;
  const Log fitted = test::learner_log(test::unusual_parameters(), kFittedAnswers, 1);
  const auto fit = [&] { return fit_fsrs6(fitted, SameDayAnswers::kCount)->log_loss; };
  return {
      {"1,000,000 steps of FSRS-6", timed([&] { return walk(log); }), limit, "5 million a second"},
      {"1,000,000 answers observed by FSRS-6", timed([&] { return observe_all(log, Scheduler::fsrs6()); }),
       limit, "5 million a second"},
      {"1,000,000 answers observed by SM-2", timed([&] { return observe_all(log, Scheduler()); }), limit,
       "5 million a second"},
      {"fit FSRS-6 to 100,000 answers", timed(fit),
       kWalksOfReferenceFit * timed([&] { return walk(fitted); }), "the reference's: 40 walks through them"},
  };
}

}  // namespace rehearse::bench
