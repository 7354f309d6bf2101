#include "tests/synthetic_learner.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace rehearse::test {
namespace {

using std::chrono::days;

/// Numbers in [0, 1), the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}
  double next() { return static_cast<double>(random_() >> 11) * 0x1p-53; }

 private:
  std::mt19937_64 random_;
};

Fsrs6Rating first_rating(double chance) {
  if (chance < 0.24) return Fsrs6Rating::kAgain;
  if (chance < 0.33) return Fsrs6Rating::kHard;
  return chance < 0.83 ? Fsrs6Rating::kGood : Fsrs6Rating::kEasy;
}

Fsrs6Rating rating_of_recall(double chance) {
  if (chance < 0.14) return Fsrs6Rating::kHard;
  return chance < 0.86 ? Fsrs6Rating::kGood : Fsrs6Rating::kEasy;
}

}  // namespace

Fsrs6Parameters unusual_parameters() {
  return {{0.5,  1.8,  4.5, 12,  6,    0.95, 2.5, 0.02, 1.6,  0.2, 0.95,
           1.65, 0.08, 0.3, 1.4, 0.45, 2.2,  0.6, 0.1,  0.09, 0.25}};
}

std::vector<LoggedAnswer> learner_log(const Fsrs6Parameters& memory, std::size_t answers,
                                      std::uint64_t seed) {
  const Fsrs6 fsrs(memory, Fsrs6Terms::kShortAndLong);
  Chance chance(seed);
  std::vector<LoggedAnswer> log;
  for (std::uint32_t card = 0; log.size() < answers; ++card) {
    const int times = 4 + static_cast<int>(chance.next() * 13);
    StudyDay day = StudyDay{days{20'000}} + days{static_cast<int>(chance.next() * 900)};
    Fsrs6Rating rating = first_rating(chance.next());
    Fsrs6State state = fsrs.first(rating);
    log.push_back({card, day, rating});
    for (int i = 1; i < times; ++i) {
      days elapsed{0};
      if (rating != Fsrs6Rating::kAgain || chance.next() >= 0.8) {
        const double spread = std::exp((chance.next() + chance.next() + chance.next() - 1.5) * 1.1);
        elapsed = days{std::max(1, static_cast<int>(std::lround(state.stability * spread)))};
      }
      const double recall = fsrs.retrievability(state.stability, static_cast<double>(elapsed.count()));
      rating = chance.next() < recall ? rating_of_recall(chance.next()) : Fsrs6Rating::kAgain;
      state = fsrs.step(state, rating, elapsed);
      day += elapsed;
      log.push_back({card, day, rating});
    }
  }
  return log;
}

double plain_log_loss(const std::vector<LoggedAnswer>& log, const Fsrs6Parameters& parameters) {
  const Fsrs6 fsrs(parameters, Fsrs6Terms::kShortAndLong);
  double sum = 0;
  std::size_t reviews = 0;
  Fsrs6State state;
  for (std::size_t i = 0; i < log.size(); ++i) {
    if (i == 0 || log[i].card != log[i - 1].card) {
      state = fsrs.first(log[i].rating);
      continue;
    }
    const days elapsed = log[i].day - log[i - 1].day;
    if (elapsed.count() > 0) {
      const double recall = fsrs.retrievability(state.stability, static_cast<double>(elapsed.count()));
      sum -= std::log(log[i].rating == Fsrs6Rating::kAgain ? 1 - recall : recall);
      ++reviews;
    }
    state = fsrs.step(state, log[i].rating, elapsed);
  }
  return sum / static_cast<double>(reviews);
}

}  // namespace rehearse::test
