// Equal beginnings of histories are counted together, and nothing is lost by it.
#include "core/schedule/answer_tree.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/laws.h"

namespace rehearse {
namespace {

using std::chrono::days;

LoggedAnswer answer(std::uint32_t card, int day, int rating) {
  return {card, StudyDay{days{20'000 + day}}, static_cast<Fsrs6Rating>(rating)};
}

/// Cards with few ratings and gaps, so that many begin alike.
rc::Gen<std::vector<std::vector<std::pair<int, int>>>> any_cards() {
  const auto step = rc::gen::pair(rc::gen::inRange(0, 3), rc::gen::inRange(1, 5));
  const auto card = rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(step));
  return rc::gen::resize(20, rc::gen::container<std::vector<std::vector<std::pair<int, int>>>>(card));
}

std::vector<LoggedAnswer> log_of(const std::vector<std::vector<std::pair<int, int>>>& cards) {
  std::vector<LoggedAnswer> log;
  for (std::size_t card = 0; card < cards.size(); ++card) {
    int day = 0;
    for (const auto& [gap, rating] : cards[card])
      log.push_back(answer(static_cast<std::uint32_t>(card), day += gap, rating));
  }
  return log;
}

}  // namespace

TEST_SUITE("core/schedule/answer_tree") {
  TEST_CASE("histories that begin alike share their beginning") {
    const AnswerTree tree = grouped({{answer(7, 0, 3), answer(7, 2, 3), answer(7, 9, 1), answer(3, 50, 3),
                                      answer(3, 52, 3), answer(5, 1, 1)}},
                                    SameDayAnswers::kCount);
    const auto again = Fsrs6Rating::kAgain, good = Fsrs6Rating::kGood;
    CHECK(tree.nodes == std::vector<AnswerNode>{{0, 1, 0, again, false},
                                                {0, 2, 0, good, true},
                                                {1, 2, 2, good, true},
                                                {2, 1, 7, again, false}});
    CHECK(tree.reviews == 3);
    CHECK(tree.longest == 3);
  }

  TEST_CASE("a second answer on a day is left out as drill or counts") {
    const std::vector<LoggedAnswer> log{answer(1, 0, 1), answer(1, 0, 3), answer(1, 4, 3)};
    CHECK(grouped(log, SameDayAnswers::kAreDrill).nodes.size() == 2);
    CHECK(grouped(log, SameDayAnswers::kCount).nodes.size() == 3);
    CHECK(grouped(log, SameDayAnswers::kCount).nodes[1].elapsed_days == 0);
    CHECK(grouped(log, SameDayAnswers::kCount).reviews == 1);
  }

  TEST_CASE("a clock that was set back makes no days and takes none away") {
    const AnswerTree tree =
        grouped({{answer(1, 10, 3), answer(1, 4, 3), answer(1, 12, 3)}}, SameDayAnswers::kAreDrill);
    REQUIRE(tree.nodes.size() == 2);
    CHECK(tree.nodes[1].elapsed_days == 2);
  }

  TEST_CASE("an empty log is an empty tree") {
    CHECK(grouped({}, SameDayAnswers::kCount).nodes.empty());
    CHECK(grouped({}, SameDayAnswers::kCount).reviews == 0);
  }

  TEST_CASE("every answer is counted once whatever the order of the cards") {
    test::check_law([] {
      auto cards = *any_cards();
      const std::vector<LoggedAnswer> log = log_of(cards);
      const AnswerTree tree = grouped(log, SameDayAnswers::kCount);
      std::size_t counted = 0, foretold = 0;
      for (const AnswerNode& node : tree.nodes) {
        counted += node.cards;
        if (node.depth > 0 && node.elapsed_days > 0) foretold += node.cards;
      }
      RC_ASSERT(counted == log.size());
      RC_ASSERT(foretold == tree.reviews);
      std::vector<LoggedAnswer> by_day = log;  // the cards mixed, as they were answered
      std::stable_sort(by_day.begin(), by_day.end(),
                       [](const auto& a, const auto& b) { return a.day < b.day; });
      RC_ASSERT(grouped(by_day, SameDayAnswers::kCount).nodes == tree.nodes);
      std::reverse(cards.begin(), cards.end());
      RC_ASSERT(grouped(log_of(cards), SameDayAnswers::kCount).nodes == tree.nodes);
    });
  }
}

}  // namespace rehearse
