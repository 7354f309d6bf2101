#include "tests/bench/simulate/simulate.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/bench/simulate/contest.h"

namespace rehearse::bench {
namespace {

using Json = nlohmann::ordered_json;
using Kind = Contestant::Kind;

struct Options {
  std::size_t learners = 200;
  bool is_quick = false;
  bool as_json = false;
};

struct Assumption {
  std::string name;
  World world;
};

World with_costs(double factor) {
  World world;
  AnswerCosts& costs = world.costs;
  for (double* cost : {&costs.learn_question, &costs.learn_point, &costs.whole_question, &costs.whole_point,
                       &costs.point_card, &costs.choice_card, &costs.missed_point})
    *cost *= factor;
  return world;
}

/// One assumption changed at a time.
std::vector<Assumption> assumptions() {
  std::vector<Assumption> all;
  const auto add = [&](std::string name, auto change) {
    World world;
    change(world);
    all.push_back({std::move(name), world});
  };
  add("points do not hang together", [](World& world) { world.correlation = 0; });
  add("points hang together by .6", [](World& world) { world.correlation = 0.6; });
  add("nothing cues the next point", [](World& world) { world.cue = world.context = 1; });
  add("a point card takes 14 s", [](World& world) { world.costs.point_card = 14; });
  add("a point card takes 19 s", [](World& world) { world.costs.point_card = 19; });
  add("a whole answer takes 6 + 5 s a point", [](World& world) { world.costs.whole_point = 5; });
  add("learning takes 25 s a point", [](World& world) { world.costs.learn_point = 25; });
  add("forgetting curve of decay .30", [](World& world) { world.decay = 0.30; });
  add("forgetting curve of decay .50", [](World& world) { world.decay = 0.50; });
  add("a point card teaches 40 % of an answer", [](World& world) { world.point_card_share = 0.4; });
  add("half is forgotten at first sight", [](World& world) {
    world.first_grades = {0.50, 0.20, 0.25, 0.05};
  });
  return all;
}

/// A report as lines for people and as JSON for programs.
class Report {
 public:
  Report(const Options& options) : options_(options), contestants_(all_contestants()), cells_(all_cells()) {}

  void run() {
    main_table("costs as measured", World{});
    if (!options_.is_quick) {
      main_table("everything takes half as long", with_costs(0.5));
      main_table("everything takes twice as long", with_costs(2));
      sensitivity();
    }
    if (options_.as_json) std::printf("%s\n", json_.dump(2).c_str());
  }

 private:
  void main_table(const std::string& title, const World& world) {
    const Scores scores = run_contest(contestants_, cells_, world, options_.learners);
    line("\n%s: share of the points recalled on the day, %zu learners in each of %zu cells\n", title.c_str(),
         options_.learners, cells_.size());
    line("%-37s %-13s %8s   %-10s %-10s %-22s %s\n", "", "share", "minutes", "ours SM-2", "ours FSRS",
         "more points (FSRS)", "cells ours is behind in");
    Json table;
    for (std::size_t i = 0; i < contestants_.size(); ++i) {
      const Scores::Row& row = scores.rows[i];
      const Mean share = mean(row.share), minutes = mean(row.minutes_used);
      const Mean sm2 = mean(row.ours_sm2), fsrs6 = mean(row.ours_fsrs6);
      const Mean more = mean_difference(row.ours_fsrs6, row.share);
      const std::size_t behind = cells_behind(row);
      line("%-37s %.4f ±%.4f %8.0f   %.4f     %.4f     %+6.2f %% ±%.2f          %zu\n",
           contestants_[i].name.c_str(), share.value, share.margin, minutes.value, sm2.value, fsrs6.value,
           100 * more.value / share.value, 100 * more.margin / share.value, behind);
      table.push_back({{"name", contestants_[i].name},
                       {"share", share.value},
                       {"margin", share.margin},
                       {"minutes", minutes.value},
                       {"ours_sm2", sm2.value},
                       {"ours_fsrs6", fsrs6.value},
                       {"more", more.value / share.value},
                       {"more_margin", more.margin / share.value},
                       {"cells_behind", behind}});
    }
    json_["tables"].push_back({{"costs", title}, {"learners", options_.learners}, {"rows", table}});
    cell_table(scores);
  }

  /// Cells in which the rival is ahead of ours at the same minutes.
  std::size_t cells_behind(const Scores::Row& row) const {
    std::size_t behind = 0;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell)
      behind += mean_difference(row.ours_fsrs6[cell], row.share[cell]).value < 0;
    return behind;
  }

  void cell_table(const Scores& scores) {
    line("\n%-36s %-9s %-9s %-9s %s\n", "cell", "ours SM-2", "ours FSRS", "best rival", "ours FSRS - rival");
    Json table;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      std::size_t best = 0;
      for (std::size_t i = 0; i < contestants_.size(); ++i)
        if (is_rival(i) && mean(scores.rows[i].share[cell]).value > mean(scores.rows[best].share[cell]).value)
          best = i;
      const Scores::Row& row = scores.rows[best];
      const Mean ahead = mean_difference(row.ours_fsrs6[cell], row.share[cell]);
      const Mean sm2 = mean(row.ours_sm2[cell]), fsrs6 = mean(row.ours_fsrs6[cell]),
                 rival = mean(row.share[cell]);
      const Cell& shape = cells_[cell];
      line("%3zu questions %2d days %4.1f min a day   %.4f    %.4f    %.4f    %+.4f ±%.4f  %s\n",
           shape.questions, shape.days, shape.minutes_per_day, sm2.value, fsrs6.value, rival.value,
           ahead.value, ahead.margin, contestants_[best].name.c_str());
      table.push_back({{"questions", shape.questions},
                       {"days", shape.days},
                       {"minutes", shape.minutes_per_day},
                       {"ours_sm2", sm2.value},
                       {"ours_fsrs6", fsrs6.value},
                       {"best_rival", rival.value},
                       {"rival", contestants_[best].name},
                       {"ahead", ahead.value},
                       {"margin", ahead.margin}});
    }
    json_["tables"].back()["cells"] = table;
  }

  void sensitivity() {
    std::vector<Contestant> some;
    for (std::size_t i = 0; i < contestants_.size(); ++i)
      if (contestants_[i].kind == Kind::kDateAware || contestants_[i].kind == Kind::kOurs)
        some.push_back(contestants_[i]);
    line("\none assumption changed at a time; at equal minutes\n%-40s %-9s %-9s %-10s %-20s %s\n", "",
         "ours SM-2", "ours FSRS", "best rival", "ours FSRS - rival", "the rival");
    Json table;
    for (const Assumption& assumption : assumptions()) {
      const Scores scores = run_contest(some, cells_, assumption.world, options_.learners);
      std::size_t best = 0;
      for (std::size_t i = 0; i < some.size(); ++i)
        if (some[i].kind == Kind::kDateAware &&
            mean(scores.rows[i].share).value > mean(scores.rows[best].share).value)
          best = i;
      const Scores::Row& row = scores.rows[best];
      const Mean sm2 = mean(row.ours_sm2), fsrs6 = mean(row.ours_fsrs6), rival = mean(row.share);
      const Mean ahead = mean_difference(row.ours_fsrs6, row.share);
      line("%-40s %.4f    %.4f    %.4f     %+.4f ±%.4f      %s\n", assumption.name.c_str(), sm2.value,
           fsrs6.value, rival.value, ahead.value, ahead.margin, some[best].name.c_str());
      table.push_back({{"assumption", assumption.name},
                       {"ours_sm2", sm2.value},
                       {"ours_fsrs6", fsrs6.value},
                       {"best_rival", rival.value},
                       {"rival", some[best].name},
                       {"ahead", ahead.value},
                       {"margin", ahead.margin}});
    }
    json_["sensitivity"] = table;
  }

  bool is_rival(std::size_t i) const {
    return contestants_[i].kind == Kind::kBlind || contestants_[i].kind == Kind::kDateAware;
  }

  template <class... Values>
  void line(const char* format, Values... values) const {
    if (!options_.as_json) std::printf(format, values...), std::fflush(stdout);
  }

  Options options_;
  std::vector<Contestant> contestants_;
  std::vector<Cell> cells_;
  Json json_;
};

int usage() {
  std::fputs("rehearse-bench simulate [--learners N] [--quick] [--json]\n", stderr);
  return 2;
}

}  // namespace

int simulate(std::span<const std::string_view> arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view word = arguments[i];
    if (word == "--quick") {
      options.is_quick = true;
      options.learners = 10;
    } else if (word == "--json") {
      options.as_json = true;
    } else if (word == "--learners" && i + 1 < arguments.size()) {
      const std::string_view number = arguments[++i];
      const auto [end, error] =
          std::from_chars(number.data(), number.data() + number.size(), options.learners);
      if (error != std::errc{} || end != number.data() + number.size() || options.learners == 0)
        return usage();
    } else {
      return usage();
    }
  }
  Report(options).run();
  return 0;
}

}  // namespace rehearse::bench
