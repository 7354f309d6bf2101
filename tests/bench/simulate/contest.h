// Every way of studying, over the same learners, decks, days and minutes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tests/bench/simulate/method.h"

namespace rehearse::bench {

struct Contestant {
  enum class Kind { kBlind, kDateAware, kOurs, kOracle } kind = Kind::kBlind;
  std::string name;
  Rival rival;                           // of the first two kinds
  Estimate estimate = Estimate::kFsrs6;  // of the others
};

/// (a) to (f) and ours, in the order of the table.
std::vector<Contestant> all_contestants();

/// A deck, the days to the interview and the minutes of a day.
struct Cell {
  std::size_t questions = 0;
  int days = 0;
  double minutes_per_day = 0;
};

/// Decks of 40 and 100, 14, 30 and 60 days, and in sum 1.5, 1.75 and 2 times the minutes it takes to learn
/// every question once.
std::vector<Cell> all_cells();

/// What each contestant reached: [contestant][cell][learner]. Beside it what ours reached with as many
/// seconds a day as that contestant really used, when those are fewer than ours used; else what ours reached.
struct Scores {
  using Shares = std::vector<std::vector<double>>;  // [cell][learner]
  struct Row {
    Shares share;
    Shares minutes_used;  // in all
    Shares ours_sm2, ours_fsrs6;
  };
  std::vector<Row> rows;
};

/// The same seed gives the same scores, on any number of threads.
Scores run_contest(const std::vector<Contestant>& contestants, const std::vector<Cell>& cells,
                   const World& world, std::size_t learners);

/// A mean over learners and half the width of its 95 % interval.
struct Mean {
  double value = 0;
  double margin = 0;
};

/// Of each learner's mean over the cells.
Mean mean(const Scores::Shares& shares);
/// Of one cell.
Mean mean(const std::vector<double>& learners);
/// The same learners in both: of the differences first − second.
Mean mean_difference(const Scores::Shares& first, const Scores::Shares& second);
Mean mean_difference(const std::vector<double>& first, const std::vector<double>& second);

}  // namespace rehearse::bench
