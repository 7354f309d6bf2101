#include "core/statistics/review_tally.h"

#include <algorithm>
#include <limits>

#include "core/statistics/first_few.h"

namespace rehearse {
namespace {

constexpr std::size_t kHours = 24;
// Two counts in one sum: a learner's points are millions.
constexpr unsigned kUpperBits = 32;
constexpr std::uint64_t kLower = 1, kUpper = kLower << kUpperBits;
std::uint32_t lower(std::uint64_t sum) { return static_cast<std::uint32_t>(sum); }
std::uint32_t upper(std::uint64_t sum) { return static_cast<std::uint32_t>(sum >> kUpperBits); }

// Tables, for what a learner recalled no processor can predict. Index: PointResult, in its two bits.
// Of a card: passed below, failed above.
constexpr std::array<std::uint64_t, 4> kCardStep{kUpper, kLower, kLower, 0};
// Of a day: hinted below, recalled above; the others are missed.
constexpr std::array<std::uint64_t, 4> kPointStep{0, kLower, kUpper, 0};

enum class Step { kUp, kDown };

/// A count goes up by one, or down: unsigned, so that adding the largest number takes one away.
template <Step kStep, class Count>
void step(Count& count, Count by = 1) {
  count += kStep == Step::kUp ? by : Count{0} - by;
}

template <Step kStep>
void step(Tests& tests, bool is_passed, bool counts = true) {
  step<kStep>(tests.passed, std::uint32_t{is_passed && counts});
  step<kStep>(tests.failed, std::uint32_t{!is_passed && counts});
}

/// `cards` reaches to every card of the review.
template <Step kStep>
void step(AnswerCounts& counts, std::uint64_t* cards, const Review& review) {
  step<kStep>(counts.by_turn[static_cast<std::size_t>(review.turn)]);
  step<kStep>(counts.by_quality[static_cast<std::size_t>(review.quality)]);
  step<kStep>(counts.spent_ms, std::uint64_t{review.spent_ms});
  HourCounts& hour = counts.by_hour[review.hour % kHours];
  step<kStep>(hour.reviews);
  if (review.turn != ReviewTurn::kLater) return;
  const bool is_passed = passed(review.quality), is_mature = review.interval_before >= kMatureInterval;
  step<kStep>(hour.tests, is_passed);
  step<kStep>(counts.mature, is_passed, is_mature);
  step<kStep>(counts.young, is_passed, !is_mature);
  step<kStep>(cards[review.card], is_passed ? kLower : kUpper);
  std::uint64_t points = 0;
  for (const PointReview& point : review.points) {
    const auto result = static_cast<std::size_t>(point.result());
    step<kStep>(cards[point.card()], kCardStep[result]);
    points += kPointStep[result];
  }
  step<kStep>(counts.points.hinted, lower(points));
  step<kStep>(counts.points.recalled, upper(points));
  step<kStep>(counts.points.missed,
              static_cast<std::uint32_t>(review.points.size()) - lower(points) - upper(points));
}

void add_to(Tests& sum, const Tests& more) {
  sum.passed += more.passed;
  sum.failed += more.failed;
}

void add_to(AnswerCounts& sum, const AnswerCounts& more) {
  for (std::size_t i = 0; i < sum.by_turn.size(); ++i) sum.by_turn[i] += more.by_turn[i];
  for (std::size_t i = 0; i < sum.by_quality.size(); ++i) sum.by_quality[i] += more.by_quality[i];
  sum.spent_ms += more.spent_ms;
  add_to(sum.young, more.young);
  add_to(sum.mature, more.mature);
  sum.points.recalled += more.points.recalled;
  sum.points.hinted += more.points.hinted;
  sum.points.missed += more.points.missed;
  for (std::size_t i = 0; i < sum.by_hour.size(); ++i) {
    sum.by_hour[i].reviews += more.by_hour[i].reviews;
    add_to(sum.by_hour[i].tests, more.by_hour[i].tests);
  }
}

std::int64_t first_day(Period period, std::int64_t today) {
  switch (period) {
    case Period::kMonth: return today - 29;
    case Period::kQuarter: return today - 89;
    case Period::kYear: return today - 364;
    case Period::kAll: break;
  }
  return std::numeric_limits<std::int64_t>::min();
}

bool is_before(const DayCounts& entry, std::int64_t day) { return entry.day < day; }

}  // namespace

ReviewTally::ReviewTally(const ReviewColumns& reviews) {
  add_if(reviews, [](const Review&) { return true; });
}

ReviewTally::ReviewTally(const ReviewColumns& reviews, const RowSet& cards) {
  add_if(reviews, [&](const Review& review) { return review.card < cards.size() && cards.has(review.card); });
}

template <class Predicate>
void ReviewTally::add_if(const ReviewColumns& reviews, Predicate is_in) {
  cards_.resize(reviews.card_rows());
  std::uint64_t* const cards = cards_.data();
  for (std::size_t row = 0; row < reviews.size(); ++row)
    if (const Review review = reviews[row]; is_in(review))
      step<Step::kUp>(counts_of(review.day), cards, review);
  drop_zeros();
}

void ReviewTally::add(const Review& review) {
  std::uint32_t last = review.card;
  for (const PointReview& point : review.points) last = std::max(last, point.card());
  if (last >= cards_.size()) cards_.resize(last + std::size_t{1});
  step<Step::kUp>(counts_of(review.day), cards_.data(), review);
  drop_zeros();
}

void ReviewTally::remove(const Review& review) {
  const auto place = std::lower_bound(days_.begin(), days_.end(), review.day, is_before);
  step<Step::kDown>(place->counts, cards_.data(), review);
  if (place->counts.reviews() == 0) days_.erase(place);
  latest_ = 0;
  drop_zeros();
}

void ReviewTally::drop_zeros() {
  while (!cards_.empty() && cards_.back() == 0) cards_.pop_back();
}

AnswerCounts& ReviewTally::counts_of(std::int32_t day) {
  if (latest_ >= days_.size() || days_[latest_].day != day) {
    auto place = std::lower_bound(days_.begin(), days_.end(), day, is_before);
    if (place == days_.end() || place->day != day) place = days_.insert(place, {day, {}});
    latest_ = static_cast<std::size_t>(place - days_.begin());
  }
  return days_[latest_].counts;
}

std::uint64_t ReviewTally::packed(const Tests& tests) {
  return tests.passed * kLower + tests.failed * kUpper;
}

Tests ReviewTally::tests_of(std::uint32_t card) const {
  if (card >= cards_.size()) return {};
  return {lower(cards_[card]), upper(cards_[card])};
}

std::span<const DayCounts> ReviewTally::days(Period period, StudyDay today) const {
  const std::int64_t last = day_number(today);
  const auto begin = std::lower_bound(days_.begin(), days_.end(), first_day(period, last), is_before);
  const auto end = std::lower_bound(begin, days_.end(), last + 1, is_before);
  return {begin, end};
}

AnswerCounts ReviewTally::on(StudyDay day) const {
  const auto place = std::lower_bound(days_.begin(), days_.end(), day_number(day), is_before);
  return place != days_.end() && place->day == day_number(day) ? place->counts : AnswerCounts{};
}

AnswerCounts ReviewTally::sum(Period period, StudyDay today) const {
  AnswerCounts sum;
  for (const DayCounts& entry : days(period, today)) add_to(sum, entry.counts);
  return sum;
}

Streak ReviewTally::streak(StudyDay today) const {
  Streak streak;
  std::int64_t before = std::numeric_limits<std::int64_t>::min();
  for (const DayCounts& entry : days(Period::kAll, today)) {
    streak.current = entry.day - 1 == before ? streak.current + 1 : 1;
    streak.longest = std::max(streak.longest, streak.current);
    before = entry.day;
  }
  if (before < day_number(today) - 1) streak.current = 0;
  return streak;
}

std::vector<std::uint32_t> ReviewTally::most_missed(std::size_t most) const {
  FirstFew worst(most, [this](std::uint32_t a, std::uint32_t b) {
    const Tests x = tests_of(a), y = tests_of(b);
    return x.failed != y.failed ? x.failed > y.failed : x.passed != y.passed ? x.passed < y.passed : a < b;
  });
  for (std::uint32_t card = 0; card < cards_.size(); ++card)
    if (tests_of(card).failed > 0) worst.offer(card);
  return worst.take();
}

}  // namespace rehearse
