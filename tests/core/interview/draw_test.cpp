#include "core/interview/draw.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "core/interview/rubric.h"
#include "tests/nasty_text.h"

using namespace rehearse;

namespace {

std::vector<Candidate> candidates_of(const std::vector<std::pair<std::string, std::size_t>>& sections,
                                     double marks) {
  std::vector<Candidate> candidates;
  for (const auto& [section, count] : sections)
    for (std::size_t i = 0; i < count; ++i) candidates.push_back({QuestionKind::kOpen, section, marks});
  return candidates;
}

Candidate any_candidate(test::NastyText& nasty) {
  constexpr double kOdd[] = {0, -3, 1e300, std::numeric_limits<double>::quiet_NaN()};
  Candidate candidate;
  candidate.kind = static_cast<QuestionKind>(nasty.below(6));
  candidate.section = std::string(1, static_cast<char>('a' + nasty.below(5)));
  if (nasty.one_in(5))
    candidate.marks = kOdd[nasty.below(4)];
  else if (!nasty.one_in(4))
    candidate.marks = static_cast<double>(1 + nasty.below(40));
  return candidate;
}

}  // namespace

TEST_SUITE("core/interview/draw") {
  TEST_CASE("whatever is asked for the drawn questions are distinct and as many as there can be") {
    test::NastyText nasty(21);
    for (int i = 0; i < 10'000; ++i) {
      std::vector<Candidate> candidates;
      for (std::size_t left = nasty.below(60); left > 0; --left) candidates.push_back(any_candidate(nasty));
      Draw draw;
      draw.seed = static_cast<std::uint64_t>(i);
      draw.questions = nasty.one_in(10) ? 1'000'000 : nasty.below(50);
      draw.kinds = nasty.one_in(2) ? DrawnKinds::kAll : DrawnKinds::kSpoken;
      if (nasty.one_in(3)) draw.sections = {"a", "no such section", "d"};
      std::size_t there = 0;
      const auto is_wanted = [&](const Candidate& candidate) {
        return (draw.kinds == DrawnKinds::kAll || is_recalled_aloud(candidate.kind)) &&
               (draw.sections.empty() || candidate.section == "a" || candidate.section == "d");
      };
      for (const Candidate& candidate : candidates) there += is_wanted(candidate) ? 1 : 0;
      const std::vector<std::size_t> drawn = draw_questions(candidates, draw);
      REQUIRE(drawn.size() == std::min({draw.questions, there, kMostQuestionsAsked}));
      REQUIRE(std::set<std::size_t>(drawn.begin(), drawn.end()).size() == drawn.size());
      for (const std::size_t index : drawn) REQUIRE(is_wanted(candidates[index]));
      REQUIRE(draw_questions(candidates, draw) == drawn);
    }
  }

  TEST_CASE("every section has its share rounded up or down") {
    const auto candidates = candidates_of({{"situations", 30}, {"analysis", 20}, {"planning", 10}}, 10);
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      std::map<std::string, std::size_t> drawn;
      for (const std::size_t index : draw_questions(candidates, {7, {}, DrawnKinds::kSpoken, seed}))
        ++drawn[candidates[index].section];
      CHECK((drawn["situations"] == 3 || drawn["situations"] == 4));
      CHECK((drawn["analysis"] == 2 || drawn["analysis"] == 3));
      CHECK((drawn["planning"] == 1 || drawn["planning"] == 2));
    }
  }

  TEST_CASE("a question is drawn the more often the more marks it has and each sometimes") {
    std::vector<Candidate> candidates = candidates_of({{"all", 4}}, 5);
    candidates[2].marks = 20;
    std::vector<int> drawn(candidates.size(), 0);
    constexpr int kDraws = 4000;
    for (std::uint64_t seed = 0; seed < kDraws; ++seed)
      ++drawn[draw_questions(candidates, {1, {}, DrawnKinds::kSpoken, seed}).front()];
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const double expected = *candidates[i].marks / 35 * kDraws;
      CHECK(std::abs(drawn[i] - expected) < 4 * std::sqrt(expected));
    }
  }

  TEST_CASE("the draw of a seed stays what it is") {
    const auto candidates = candidates_of({{"one", 5}, {"two", 5}}, 10);
    CHECK(draw_questions(candidates, {4, {}, DrawnKinds::kSpoken, 2026}) ==
          std::vector<std::size_t>{2, 3, 6, 9});
  }

  TEST_CASE("no question asked and no deck is an empty interview") {
    CHECK(draw_questions(candidates_of({{"one", 5}}, 10), {0, {}, DrawnKinds::kSpoken, 1}).empty());
    CHECK(draw_questions({}, {}).empty());
  }
}
