// Which key point each point of a corrected answer is.
#include "core/deck/match_points.h"

#include <doctest/doctest.h>

#include <string>

#include "core/deck/identity.h"

namespace rehearse {
namespace {

const QuestionId kQuestion{};

Matches match(const std::vector<KeyPoint>& before, const std::vector<KeyPoint>& after) {
  std::vector<KnownPoint> known;
  for (const KeyPoint& point : before)
    known.push_back({derive_point_id(kQuestion, point.cue, 0), point, point});
  std::vector<PointId> ids;
  for (const KeyPoint& point : after) ids.push_back(derive_point_id(kQuestion, point.cue, 0));
  return match_points(known, after, ids);
}

const std::vector<KeyPoint> kAnswer = {{"倾听", "不打断，记下要点"},
                                       {"致歉", "先承认客户的不便"},
                                       {"给出方案", "两个选择，各有期限"},
                                       {"回访", "三天内打电话"}};

}  // namespace

TEST_SUITE("core/deck/match_points") {
  TEST_CASE("points are found in any order") {
    std::vector<KeyPoint> after = {kAnswer[2], kAnswer[0], kAnswer[3], kAnswer[1]};
    CHECK(match(kAnswer, after) == Matches{2, 0, 3, 1});
  }

  TEST_CASE("a new cue with the same detail and a new detail with the same cue are the same point") {
    std::vector<KeyPoint> after = kAnswer;
    after[0].cue = "耐心听完";
    after[2].detail = "另说一套";
    CHECK(match(kAnswer, after) == Matches{0, 1, 2, 3});
  }

  TEST_CASE("a short cue changed by one sign in its place is the same point") {
    CHECK(match({{"倾听", ""}, {"致歉", ""}, {"回访", ""}}, {{"倾听", ""}, {"道歉", ""}, {"回访", ""}}) ==
          Matches{0, 1, 2});
  }

  TEST_CASE("a point put between and one with nothing in common are new") {
    std::vector<KeyPoint> after = kAnswer;
    after.insert(after.begin() + 1, {"记录", "写进工单系统"});
    CHECK(match(kAnswer, after) == Matches{0, std::nullopt, 1, 2, 3});
    after = kAnswer;
    after[1] = {"查库存", "看仓里还有没有货"};
    CHECK(match(kAnswer, after) == Matches{0, std::nullopt, 2, 3});
  }

  TEST_CASE("equal cues are paired in their order") {
    const std::vector<KeyPoint> twice = {{"检查", "早上"}, {"检查", "晚上"}};
    CHECK(match(twice, twice) == Matches{0, 1});
    CHECK(match(twice, {{"检查", "早上"}}) == Matches{0});
  }

  TEST_CASE(
      "a point that the learner removed is still known and one the document gave up comes back by its id") {
    const PointId id = derive_point_id(kQuestion, "倾听", 0);
    CHECK(match_points({{id, kAnswer[0], std::nullopt}}, {kAnswer[0]}, {id}) == Matches{0});
    CHECK(match_points({{id, std::nullopt, std::nullopt}}, {kAnswer[0]}, {id}) == Matches{0});
    CHECK(match_points({{id, std::nullopt, kAnswer[0]}}, {kAnswer[0]}, {PointId{}}) == Matches{0});
  }

  TEST_CASE("an answer of ten thousand points is matched in time") {
    std::vector<KeyPoint> before, after;
    for (int i = 0; i < 10'000; ++i) {
      before.push_back({"第" + std::to_string(i) + "点要注意", ""});
      after.push_back({"第" + std::to_string(i) + "点得注意", ""});
    }
    const Matches matches = match(before, after);
    for (std::size_t i = 0; i < matches.size(); ++i) REQUIRE(matches[i] == i);
  }
}

}  // namespace rehearse
