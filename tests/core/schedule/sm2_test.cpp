// SM-2 against reference sequences made by exact arithmetic elsewhere, and its laws.
#include "core/schedule/sm2.h"

#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/shared_folder.h"
#include "tests/skip.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

/// Answers and the state after each of them; easiness in hundredths.
void check_sequence(const Json& qualities, const Json& expected,
                    const std::function<int(const Json&)>& hundredths) {
  REQUIRE(qualities.size() == expected.size());
  Sm2State state;
  for (std::size_t i = 0; i < qualities.size(); ++i) {
    state = sm2_step(state, static_cast<Quality>(qualities[i].get<int>()));
    const Sm2State wanted{expected[i][0].get<int>(), hundredths(expected[i][2]),
                          expected[i][1].get<std::int64_t>()};
    CAPTURE(qualities.dump());
    CAPTURE(i);
    REQUIRE(state.repetitions == wanted.repetitions);
    REQUIRE(state.interval_days == wanted.interval_days);
    REQUIRE(state.easiness == wanted.easiness);
  }
}

}  // namespace

TEST_SUITE("core/schedule/sm2") {
  TEST_CASE("every sequence of our own reference gives its intervals and easiness") {
    std::ifstream file(std::string(REHEARSE_TESTS_DIR) + "/data/sm2.json");
    const Json reference = Json::parse(file);
    REQUIRE(reference["sequences"].size() > 300);
    for (const Json& sequence : reference["sequences"])
      check_sequence(sequence["qualities"], sequence["expected"],
                     [](const Json& json) { return json.get<int>(); });
  }

  TEST_CASE("every sequence of the shared reference gives its intervals and easiness") {
    const auto shared = rehearse::test::shared_folder();
    if (!shared) SKIP_IN_WORDS("there is no folder `shared` beside the source folder");
    std::ifstream file(*shared / "vectors" / "sm2.json");
    const Json reference = Json::parse(file);
    REQUIRE(reference["sequences"].size() == 500);
    for (const Json& sequence : reference["sequences"])
      check_sequence(sequence["qualities"], sequence["expected"], [](const Json& json) {
        return static_cast<int>(std::lround(std::stod(json.get<std::string>()) * 100));
      });
  }

  TEST_CASE("easiness never falls below 1.3 and the interval never below a day whatever the grades") {
    std::mt19937_64 random(1);
    for (int sequence = 0; sequence < 2000; ++sequence) {
      Sm2State state;
      for (int i = 0; i < 60; ++i) {
        const Sm2State before = state;
        const auto quality = static_cast<Quality>(random() % 6);
        state = sm2_step(state, quality);
        REQUIRE(state.easiness >= kLowestEasiness);
        REQUIRE(state.interval_days >= 1);
        REQUIRE(state.interval_days <= kLongestInterval);
        if (passed(quality)) {
          REQUIRE(state.repetitions == before.repetitions + 1);
          REQUIRE(state.interval_days >= before.interval_days);
        } else {
          REQUIRE(state == Sm2State{0, before.easiness, 1});
        }
      }
    }
  }

  TEST_CASE("a thousand perfect answers stop at the longest interval") {
    Sm2State state;
    for (int i = 0; i < 1000; ++i) state = sm2_step(state, Quality::kPerfect);
    CHECK(state.interval_days == kLongestInterval);
  }
}

}  // namespace rehearse
