#include "gui/window/study/typed_answer_view.h"

#include <doctest/doctest.h>

namespace rehearse {
namespace {

constexpr auto kMissed = PointVerdict::kMissed;
constexpr auto kPartly = PointVerdict::kPartly;
constexpr auto kRecalled = PointVerdict::kRecalled;

std::string marked(const TypedAnswerView& view) {
  std::string marks(view.text.size(), '.');
  for (const auto& found : view.found)
    for (std::size_t at = found.begin; at < found.end; ++at)
      marks[at] = found.verdict == kRecalled ? 'R' : 'p';
  return marks;
}

}  // namespace

TEST_SUITE("gui/window/study/typed_answer_view") {
  TEST_CASE("of a byte that tells of several points the best verdict counts") {
    const std::vector<PointCoverage> coverage{
        {0.9, kRecalled, {{2, 4}, {6, 8}}}, {0.4, kPartly, {{3, 7}}}, {0.1, kMissed, {{0, 10}}}};
    const TypedAnswerView view = typed_answer_view({}, "0123456789", coverage);
    CHECK(marked(view) == "..RRppRR..");
    CHECK(view.recalled == 1);
    CHECK(view.asked == 3);
    for (std::size_t i = 1; i < view.found.size(); ++i) CHECK(view.found[i - 1].end <= view.found[i].begin);
  }

  TEST_CASE("on a point card the other points are not looked at") {
    Card card;
    card.asked = 1;
    const TypedAnswerView view =
        typed_answer_view(card, "0123", {{0.9, kRecalled, {{0, 2}}}, {0.9, kRecalled, {{2, 4}}}});
    CHECK(marked(view) == "..RR");
    CHECK(view.asked == 1);
  }

  TEST_CASE("an empty text has nothing found in it") {
    CHECK(typed_answer_view({}, "", {{0, kMissed, {}}}).found.empty());
  }
}

}  // namespace rehearse
