#include "core/recall/clause_owners.h"

#include <doctest/doctest.h>

#include <random>

using namespace rehearse;

namespace {

std::vector<Clause> clauses(const std::vector<std::uint32_t>& sentences) {
  std::vector<Clause> clauses;
  for (const std::uint32_t sentence : sentences) clauses.push_back({sentence, 10});
  return clauses;
}

}  // namespace

TEST_SUITE("core/recall/clause_owners") {
  TEST_CASE("a clause without a find goes on with the point before it until the sentence ends") {
    const Evidence evidence{{2, 0}, {0, 0}, {0, 0}, {0, 2}};
    CHECK(clause_owners(clauses({0, 0, 1, 2}), evidence) == std::vector<std::size_t>{0, 0, kNoPoint, 1});
    CHECK(clause_owners(clauses({0, 0, 1, 1}), evidence) == std::vector<std::size_t>{0, 0, 1, 1});
  }

  TEST_CASE("a weak find inside what is said of another point does not part it") {
    const Evidence evidence{{2, 0}, {0, 0.3}, {2, 0}};
    CHECK(clause_owners(clauses({0, 0, 0}), evidence) == std::vector<std::size_t>{0, 0, 0});
  }

  TEST_CASE("nothing found is nobody's") {
    CHECK(clause_owners({}, {}).empty());
    CHECK(clause_owners(clauses({0, 1}), {{0, 0}, {0, 0}}) == std::vector<std::size_t>{kNoPoint, kNoPoint});
    CHECK(clause_owners(clauses({0}), {{}}) == std::vector<std::size_t>{kNoPoint});
  }

  TEST_CASE("the one point that is found owns every clause it is found in") {
    std::mt19937_64 random(5);
    for (int i = 0; i < 10'000; ++i) {
      const std::size_t count = 1 + random() % 8, points = 1 + random() % 5, only = random() % points;
      std::vector<std::uint32_t> sentences;
      Evidence evidence;
      for (std::size_t clause = 0; clause < count; ++clause) {
        sentences.push_back(static_cast<std::uint32_t>(clause / (1 + random() % 3)));
        if (clause > 0) sentences.back() = std::max(sentences.back(), sentences[clause - 1]);
        evidence.emplace_back(points, 0.0);
        if (random() % 2 == 0) evidence.back()[only] = 1 + static_cast<double>(random() % 100) / 50;
      }
      const std::vector<std::size_t> owners = clause_owners(clauses(sentences), evidence);
      REQUIRE(owners.size() == count);
      for (std::size_t clause = 0; clause < count; ++clause) {
        if (evidence[clause][only] > 0) REQUIRE(owners[clause] == only);
        REQUIRE((owners[clause] == only || owners[clause] == kNoPoint));
      }
    }
  }
}
