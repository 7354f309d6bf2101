// FSRS-6 against reference sequences: our own, made by decimal arithmetic, and those of the reference
// program.
#include "core/schedule/fsrs6.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "tests/shared_folder.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;
using std::chrono::days;

// What the reference program's own rounding of each number between leaves open.
constexpr double kStabilityTolerance = 2e-6;  // relative
constexpr double kTolerance = 1e-7;           // difficulty and retrievability

struct ReferenceAnswer {
  int rating, elapsed_days;
  std::optional<double> recall;
  double stability, difficulty;
  std::int64_t interval_days;
};

/// Goes on from `state`, nothing before the first answer.
void check_answer(const Fsrs6& fsrs, std::optional<Fsrs6State>& state, const ReferenceAnswer& answer,
                  double retention) {
  const auto rating = static_cast<Fsrs6Rating>(answer.rating);
  REQUIRE(answer.recall.has_value() == state.has_value());
  if (state) {
    REQUIRE(std::abs(fsrs.retrievability(state->stability, answer.elapsed_days) - *answer.recall) <
            kTolerance);
    state = fsrs.step(*state, rating, days{answer.elapsed_days});
  } else {
    state = fsrs.first(rating);
  }
  REQUIRE(std::abs(state->stability - answer.stability) <= kStabilityTolerance * answer.stability);
  REQUIRE(std::abs(state->difficulty - answer.difficulty) < kTolerance);
  REQUIRE(fsrs.interval_days(state->stability, retention) == answer.interval_days);
}

std::optional<double> number_or_nothing(const Json& json) {
  if (json.is_null()) return std::nullopt;
  return json.get<double>();
}

Fsrs6 algorithm(const Json& parameters, const Json& short_term) {
  return Fsrs6(Fsrs6Parameters{parameters.get<std::array<double, kFsrs6ParameterCount>>()},
               short_term.get<bool>() ? Fsrs6Terms::kShortAndLong : Fsrs6Terms::kLongOnly);
}

}  // namespace

TEST_SUITE("core/schedule/fsrs6") {
  TEST_CASE("every history of our own reference gives its stability and difficulty and intervals") {
    std::ifstream file(std::string(REHEARSE_TESTS_DIR) + "/data/schedule/fsrs6.json");
    const Json reference = Json::parse(file);
    REQUIRE(reference["histories"].size() == 192);
    for (const Json& history : reference["histories"]) {
      CAPTURE(history.dump());
      const Fsrs6 fsrs =
          algorithm(reference["parameters"][history["parameters"].get<std::string>()], history["short_term"]);
      std::optional<Fsrs6State> state;
      for (const Json& answer : history["answers"])
        check_answer(fsrs, state,
                     {answer[0].get<int>(), answer[1].get<int>(), number_or_nothing(answer[2]),
                      answer[3].get<double>(), answer[4].get<double>(), answer[5].get<std::int64_t>()},
                     history["retention"].get<double>());
    }
  }

  TEST_CASE("every answer of the shared reference gives its stability and difficulty and interval") {
    const auto shared = rehearse::test::shared_folder();
    if (!shared) SKIP_IN_WORDS("there is no folder `shared` beside the source folder");
    std::ifstream file(*shared / "vectors" / "fsrs6.json");
    const Json reference = Json::parse(file);
    int answers = 0;
    for (const Json& set : reference["sets"]) {
      const Fsrs6 fsrs = algorithm(set["parameters"], set["enable_short_term"]);
      for (const Json& card : set["cards"]) {
        CAPTURE(card["id"].get<std::string>());
        std::optional<Fsrs6State> state;
        for (const Json& answer : card["reviews"]) {
          CAPTURE(answer.dump());
          check_answer(fsrs, state,
                       {answer["rating"].get<int>(), answer["elapsed_days"].get<int>(),
                        number_or_nothing(answer["retrievability"]), answer["stability"].get<double>(),
                        answer["difficulty"].get<double>(), answer["interval_days"].get<std::int64_t>()},
                       card["desired_retention"].get<double>());
          ++answers;
        }
      }
    }
    CHECK(answers == 4083);
  }

  TEST_CASE("qualities are Again and Hard and Good and Easy") {
    constexpr Fsrs6Rating kExpected[]{Fsrs6Rating::kAgain, Fsrs6Rating::kAgain, Fsrs6Rating::kAgain,
                                      Fsrs6Rating::kHard,  Fsrs6Rating::kGood,  Fsrs6Rating::kEasy};
    for (int quality = 0; quality <= 5; ++quality)
      CHECK(fsrs6_rating(static_cast<Quality>(quality)) == kExpected[quality]);
    CHECK(fsrs6_rating(quality_of(PointResult::kMissed)) == Fsrs6Rating::kAgain);
    CHECK(fsrs6_rating(quality_of(PointResult::kHint)) == Fsrs6Rating::kHard);
    CHECK(fsrs6_rating(quality_of(PointResult::kRecalled)) == Fsrs6Rating::kGood);
  }

  TEST_CASE("parameters out of range are moved into it and no number becomes the default") {
    CHECK(within_ranges({}) == Fsrs6Parameters{});
    Fsrs6Parameters wild;
    wild.w.fill(1e300);
    wild.w[3] = std::numeric_limits<double>::quiet_NaN();
    wild.w[20] = -1;
    const Fsrs6Parameters tamed = within_ranges(wild);
    CHECK(tamed.w[3] == Fsrs6Parameters{}.w[3]);
    CHECK(tamed.w[20] == kFsrs6Ranges[20].lowest);
    CHECK(tamed.w[8] == kFsrs6Ranges[8].highest);
  }

  TEST_CASE("a difficulty made for a growth gives that growth where a difficulty can") {
    const Fsrs6 fsrs;
    const Fsrs6State state = fsrs.with_growth(15, 2.5);
    CHECK(fsrs.step(state, Fsrs6Rating::kGood, days{15}).stability == doctest::Approx(37.5).epsilon(1e-6));
    CHECK(fsrs.with_growth(15, 100).difficulty == 1);
    CHECK(fsrs.with_growth(15, 1).difficulty == 10);
  }
}

}  // namespace rehearse
