#include "core/statistics/review_tally.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/core/statistics/random_reviews.h"

namespace rehearse {
namespace {

constexpr std::size_t kCards = 30, kDays = 120;
const StudyDay kToday = day_from_number(20'000 + kDays - 1);

ReviewColumns columns_of(const std::vector<Review>& reviews) {
  ReviewColumns columns;
  for (const Review& review : reviews) columns.add(review);
  return columns;
}

/// How many of `reviews` are so.
template <class Predicate>
std::size_t count(const std::vector<Review>& reviews, Predicate is_so) {
  return static_cast<std::size_t>(std::count_if(reviews.begin(), reviews.end(), is_so));
}

Review answer_on(std::int32_t day, Quality quality = Quality::kGood) {
  Review review;
  review.day = day;
  review.quality = quality;
  return review;
}

}  // namespace

TEST_SUITE("core/statistics/review_tally") {
  TEST_CASE("answers added one by one in any order count as all of them at once") {
    for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
      test::RandomReviews random(seed);
      std::vector<Review> reviews = random.reviews(random.below(30), kCards, kDays);
      const ReviewTally at_once(columns_of(reviews));
      random.shuffle(reviews);
      ReviewTally one_by_one;
      for (const Review& review : reviews) one_by_one.add(review);
      REQUIRE(one_by_one == at_once);
    }
  }

  TEST_CASE("an answer taken out is as if it had never been") {
    std::size_t removed = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
      test::RandomReviews random(20'000 + seed);
      std::vector<Review> reviews = random.reviews(1 + random.below(60), kCards, kDays);
      ReviewTally tally{columns_of(reviews)};
      random.shuffle(reviews);
      while (!reviews.empty()) {
        tally.remove(reviews.back());
        reviews.pop_back();
        ++removed;
        REQUIRE(tally == ReviewTally(columns_of(reviews)));
      }
      REQUIRE(tally == ReviewTally());
    }
    CHECK(removed > 10'000);
  }

  TEST_CASE("a tally read from its bytes is the same and goes on the same") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      test::RandomReviews random(40'000 + seed);
      const std::vector<Review> reviews = random.reviews(random.below(40), kCards, kDays);
      ReviewTally tally{columns_of(reviews)};
      std::optional<ReviewTally> read = ReviewTally::from_bytes(tally.bytes());
      REQUIRE(read);
      REQUIRE(*read == tally);
      const Review more = random.reviews(1, kCards, kDays).front();
      tally.add(more);
      read->add(more);
      REQUIRE(*read == tally);
    }
  }

  TEST_CASE("damaged bytes are no tally or another one and never a fault") {
    test::RandomReviews random(50'000);
    const std::string good = ReviewTally(columns_of(random.reviews(30, kCards, kDays))).bytes();
    for (std::size_t length = 1; length < good.size(); ++length)
      CHECK(!ReviewTally::from_bytes(std::string_view(good).substr(0, length)));
    CHECK(!ReviewTally::from_bytes(good + "x"));
    for (int i = 0; i < 3000; ++i) {
      std::string bad = good;
      for (std::size_t left = 1 + random.below(3); left > 0; --left)
        bad[random.below(bad.size())] = static_cast<char>(random.below(256));
      (void)ReviewTally::from_bytes(bad);
    }
  }

  TEST_CASE("sums agree with counting the answers themselves") {
    for (std::uint64_t seed = 0; seed < 2500; ++seed) {
      test::RandomReviews random(30'000 + seed);
      const std::vector<Review> reviews = random.reviews(60, kCards, kDays);
      const ReviewTally tally{columns_of(reviews)};
      for (const auto& [period, days] : {std::pair{Period::kMonth, 30}, std::pair{Period::kQuarter, 90},
                                         std::pair{Period::kYear, 365}, std::pair{Period::kAll, 99'999}}) {
        std::vector<Review> within;
        for (const Review& review : reviews)
          if (day_number(kToday) - review.day < days) within.push_back(review);
        const AnswerCounts sum = tally.sum(period, kToday);
        REQUIRE(sum.reviews() == within.size());
        std::uint64_t spent = 0;
        std::size_t points = 0;
        for (const Review& review : within) {
          spent += review.spent_ms;
          if (review.turn == ReviewTurn::kLater) points += review.points.size();
        }
        REQUIRE(sum.spent_ms == spent);
        REQUIRE(sum.points.recalled + sum.points.hinted + sum.points.missed == points);
        for (std::size_t quality = 0; quality < 6; ++quality)
          REQUIRE(sum.by_quality[quality] == count(within, [&](const Review& review) {
                    return static_cast<std::size_t>(review.quality) == quality;
                  }));
        REQUIRE(sum.mature.passed == count(within, [](const Review& review) {
                  return review.turn == ReviewTurn::kLater && review.interval_before >= 21 &&
                         passed(review.quality);
                }));
        REQUIRE(sum.young.failed == count(within, [](const Review& review) {
                  return review.turn == ReviewTurn::kLater && review.interval_before < 21 &&
                         !passed(review.quality);
                }));
        std::uint32_t by_hour = 0;
        Tests tests;
        for (const HourCounts& hour : sum.by_hour) {
          by_hour += hour.reviews;
          tests.passed += hour.tests.passed;
          tests.failed += hour.tests.failed;
        }
        REQUIRE(by_hour == sum.reviews());
        REQUIRE(tests == sum.tests());
        REQUIRE(tests.all() == sum.of(ReviewTurn::kLater));
      }
      REQUIRE(tally.on(kToday).reviews() ==
              count(reviews, [](const Review& review) { return review.day == day_number(kToday); }));
    }
  }

  TEST_CASE("a part of the cards and the other cards count together as all") {
    test::RandomReviews random(3000);
    const std::vector<Review> reviews = random.reviews(2000, kCards, kDays);
    const RowSet part = RowSet::where(kCards, [](std::size_t card) { return card % 3 == 0; });
    RowSet rest = part;
    rest.flip();
    const ReviewColumns columns = columns_of(reviews);
    const AnswerCounts one = ReviewTally(columns, part).sum(Period::kAll, kToday);
    const AnswerCounts other = ReviewTally(columns, rest).sum(Period::kAll, kToday);
    const AnswerCounts all = ReviewTally(columns).sum(Period::kAll, kToday);
    CHECK(one.reviews() + other.reviews() == all.reviews());
    CHECK(one.spent_ms + other.spent_ms == all.spent_ms);
    CHECK(one.tests().passed + other.tests().passed == all.tests().passed);
    CHECK(ReviewTally(columns, RowSet(3)) == ReviewTally());  // fewer rows than there are cards
  }

  TEST_CASE("a streak goes up to today or yesterday and breaks on a day without answers") {
    const auto streak = [](std::initializer_list<std::int32_t> days) {
      ReviewTally tally;
      for (std::int32_t day : days) tally.add(answer_on(day));
      const Streak found = tally.streak(day_from_number(100));
      return std::pair{found.current, found.longest};
    };
    CHECK(streak({}) == std::pair<std::size_t, std::size_t>{0, 0});
    CHECK(streak({100}) == std::pair<std::size_t, std::size_t>{1, 1});
    CHECK(streak({97, 98, 99}) == std::pair<std::size_t, std::size_t>{3, 3});
    CHECK(streak({97, 98}) == std::pair<std::size_t, std::size_t>{0, 2});
    CHECK(streak({90, 91, 92, 99, 100, 100}) == std::pair<std::size_t, std::size_t>{2, 3});
    CHECK(streak({99, 100, 101, 102}) == std::pair<std::size_t, std::size_t>{2, 2});
  }

  TEST_CASE("days far apart take no memory for the days between") {
    ReviewTally tally;
    for (std::int32_t day : {-2'000'000'000, 0, 20'000, 2'000'000'000}) tally.add(answer_on(day));
    CHECK(tally.days().size() == 4);
    CHECK(tally.sum(Period::kYear, day_from_number(20'000)).reviews() == 1);
    CHECK(tally.sum(Period::kAll, day_from_number(20'000)).reviews() == 3);
  }

  TEST_CASE("first meetings and drills are no tests of memory") {
    ReviewTally tally;
    Review review = answer_on(5, Quality::kBlackout);
    for (const ReviewTurn turn : {ReviewTurn::kFirst, ReviewTurn::kDrill}) {
      review.turn = turn;
      tally.add(review);
    }
    CHECK(tally.sum(Period::kAll, day_from_number(5)).tests().all() == 0);
    CHECK(tally.most_missed(10).empty());
    review.turn = ReviewTurn::kLater;
    tally.add(review);
    CHECK(tally.sum(Period::kAll, day_from_number(5)).tests() == Tests{0, 1});
    CHECK(tally.most_missed(10) == std::vector<std::uint32_t>{0});
  }

  TEST_CASE("the most missed come first and of equals those tested less") {
    test::RandomReviews random(4000);
    const ReviewTally tally{columns_of(random.reviews(3000, kCards, kDays))};
    const std::vector<std::uint32_t> worst = tally.most_missed(kCards);
    CHECK(std::set<std::uint32_t>(worst.begin(), worst.end()).size() == worst.size());
    for (std::size_t i = 1; i < worst.size(); ++i) {
      const Tests before = tally.tests_of(worst[i - 1]), after = tally.tests_of(worst[i]);
      CHECK((before.failed > after.failed || (before.failed == after.failed && before.all() <= after.all())));
    }
    CHECK(tally.most_missed(3) == std::vector<std::uint32_t>(worst.begin(), worst.begin() + 3));
  }
}

}  // namespace rehearse
