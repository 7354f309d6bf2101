#include "core/statistics/readiness_history.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace rehearse {
namespace {

constexpr double kDecay = 0.1542;

struct Step {
  std::uint32_t card;
  StudyDay day;
  float stability_days;
};

std::vector<Step> random_steps(std::mt19937_64& random, std::size_t cards) {
  std::vector<Step> steps;
  for (std::size_t left = random() % 60; left > 0; --left)
    steps.push_back({static_cast<std::uint32_t>(random() % cards),
                     day_from_number(static_cast<std::int64_t>(20'000 + random() % 50)),
                     static_cast<float>(1 + random() % 100)});
  std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.day < b.day; });
  return steps;
}

}  // namespace

TEST_SUITE("core/statistics/readiness_history") {
  TEST_CASE("each day is told as if the answers behind it had not been given yet") {
    std::mt19937_64 random(51);
    for (int round = 0; round < 300; ++round) {
      constexpr std::size_t kCards = 12;
      const std::vector<float> marks{1, 2, 0, 1, 3, 1, 1, 0.5F, 1, 1, 2, 1};
      const std::vector<Step> steps = random_steps(random, kCards);
      std::vector<StudyDay> days;
      for (std::int64_t day = 19'998; day < 20'060; day += 1 + static_cast<std::int64_t>(random() % 9))
        days.push_back(day_from_number(day));
      std::optional<StudyDay> interview;
      if (random() % 2 == 0) interview = day_from_number(20'030);
      ReadinessHistory history(marks, kDecay, days, interview);
      for (const Step& step : steps) history.step(step.card, step.day, step.stability_days);
      const std::vector<GroupReadiness> told = history.take();
      REQUIRE(told.size() == days.size());

      for (std::size_t i = 0; i < days.size(); ++i) {
        CardColumns states;
        states.resize(kCards);
        for (const Step& step : steps) {
          if (step.day > days[i]) continue;
          CardRow row;
          row.status = kCardMet;
          row.anchor_day = static_cast<std::int32_t>(day_number(step.day));
          row.stability_days = step.stability_days;
          states.set(step.card, row);
        }
        const StudyDay asked = interview ? std::max(*interview, days[i]) : days[i];
        const std::vector<std::uint32_t> one_group(kCards, 0);
        const GroupReadiness now =
            readiness_by_group(states, RowSet::where(kCards, [](std::size_t) { return true; }), one_group, 1,
                               marks, retrievabilities(states, asked))
                .front();
        REQUIRE(told[i].marks == doctest::Approx(now.marks));
        REQUIRE(told[i].expected == doctest::Approx(now.expected));
      }
    }
  }

  TEST_CASE("without answers nobody is ready and without days nothing is told") {
    const std::vector<float> marks{1, 1};
    ReadinessHistory history(marks, kDecay, {day_from_number(5)}, std::nullopt);
    CHECK(history.take().front().share() == 0);
    ReadinessHistory untold(marks, kDecay, {}, std::nullopt);
    untold.step(0, day_from_number(5), 3);
    CHECK(untold.take().empty());
  }
}

}  // namespace rehearse
