#include <cstdlib>

#include "core/statistics/card_statistics.h"
#include "core/statistics/review_tally.h"
#include "tests/bench/bench.h"
#include "tests/bench/columns.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kWeakest = 100;
constexpr std::size_t kYear = 365;

/// Everything that a screen of statistics shows. The sum keeps the compiler from leaving any of it out.
std::size_t all_statistics(const ReviewTally& tally, const SearchTable& table, const RowSet& cards,
                           const std::vector<float>& marks) {
  const StudyDay today = day_from_number(kLastDay);
  std::size_t sum = tally.on(today).reviews() + tally.streak(today).longest;
  for (const Period period : {Period::kMonth, Period::kQuarter, Period::kYear, Period::kAll})
    sum += tally.sum(period, today).reviews() + tally.days(period, today).size();
  sum += tally.most_missed(kWeakest).size();
  const CardColumns& states = table.cards;
  const std::vector<float> recall = retrievabilities(states, today);
  sum += count_cards(states, cards).mature + forecast_due(states, cards, today, kYear).later;
  sum += histograms(states, cards, recall).easiness.counts.size();
  sum += least_recalled(states, cards, recall, kWeakest).size();
  sum += readiness_by_group(states, cards, table.questions.section, table.questions.section_titles.size(),
                            marks, recall)
             .size();
  return sum;
}

}  // namespace

std::vector<Figure> measure_statistics() {
  const SearchTable table = many_cards();
  const ReviewColumns reviews = many_reviews();
  const RowSet all = RowSet::where(table.cards.size(), [](std::size_t) { return true; });
  const RowSet deck = RowSet::where(table.cards.size(), [](std::size_t card) { return card < 2'500; });
  const std::vector<float> marks(table.cards.size(), 1.0F);
  const auto show = [&](const ReviewTally& tally, const RowSet& cards) {
    if (all_statistics(tally, table, cards, marks) == 0) std::abort();
  };
  ReviewTally tally(reviews);
  return {
      {"all statistics of 1,000,000 reviews", median_ms(5, [&] { show(ReviewTally(reviews), all); }), 50,
       "the plan's limit"},
      {"of one deck of forty", median_ms(5, [&] { show(ReviewTally(reviews, deck), deck); }), 50,
       "the plan's limit"},
      {"after one more review",
       median_ms(21,
                 [&] {
                   tally.add(reviews[reviews.size() / 2]);
                   show(tally, all);
                 }),
       5, "the plan's limit"},
  };
}

}  // namespace rehearse::bench
