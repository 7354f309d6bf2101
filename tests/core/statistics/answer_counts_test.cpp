#include "core/statistics/answer_counts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace rehearse {
namespace {

using std::chrono::days;

/// Seeded random answers, the same on every machine; their points live as long as this.
class RandomReviews {
 public:
  explicit RandomReviews(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

  std::vector<Review> reviews(std::size_t count) {
    std::vector<Review> reviews(count);
    points_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      Review& review = reviews[i];
      review.turn = static_cast<ReviewTurn>(below(3));
      review.quality = static_cast<Quality>(below(6));
      review.since_last = days{below(60)};
      review.hour = static_cast<unsigned>(below(24));
      review.spent = std::chrono::milliseconds{below(120'000)};
      for (std::size_t left = below(4); left > 0; --left)
        points_[i].push_back(static_cast<PointResult>(below(3)));
      review.points = points_[i];
    }
    return reviews;
  }

 private:
  std::mt19937_64 random_;
  std::vector<std::vector<PointResult>> points_;
};

AnswerCounts counts_of(const std::vector<Review>& reviews) {
  AnswerCounts counts;
  for (const Review& review : reviews) add_review(counts, review);
  return counts;
}

}  // namespace

TEST_SUITE("core/statistics/answer_counts") {
  TEST_CASE("the order of answers does not matter and one taken out is as if it had never been") {
    for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
      RandomReviews random(seed);
      std::vector<Review> reviews = random.reviews(1 + random.below(12));
      AnswerCounts counts = counts_of(reviews);
      std::swap(reviews.front(), reviews[random.below(reviews.size())]);
      REQUIRE(counts_of(reviews) == counts);
      take_out_review(counts, reviews.back());
      reviews.pop_back();
      REQUIRE(counts_of(reviews) == counts);
    }
  }

  TEST_CASE("a difference is added like any other counts") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
      RandomReviews random(seed);
      const std::vector<Review> reviews = random.reviews(6);
      AnswerCounts difference;
      take_out_review(difference, reviews[0]);
      add_review(difference, reviews[5]);
      AnswerCounts counts = counts_of({reviews.begin(), reviews.begin() + 5});
      add_counts(counts, difference);
      REQUIRE(counts == counts_of({reviews.begin() + 1, reviews.end()}));
    }
  }

  TEST_CASE("counts agree with counting the answers themselves") {
    RandomReviews random(3);
    const std::vector<Review> reviews = random.reviews(5000);
    const auto count = [&](auto is_so) {
      return static_cast<std::size_t>(std::count_if(reviews.begin(), reviews.end(), is_so));
    };
    const auto is_test = [](const Review& review) { return review.turn == ReviewTurn::kLater; };
    const AnswerCounts counts = counts_of(reviews);
    CHECK(counts.reviews() == reviews.size());
    CHECK(counts.tests().all() == count(is_test));
    CHECK(counts.mature.passed == count([&](const Review& review) {
            return is_test(review) && review.since_last >= days{21} && passed(review.quality);
          }));
    CHECK(counts.young.failed == count([&](const Review& review) {
            return is_test(review) && review.since_last < days{21} && !passed(review.quality);
          }));
    CHECK(counts.by_quality[3] ==
          count([](const Review& review) { return review.quality == Quality::kHard; }));
    std::uint32_t by_hour = 0, tests_by_hour = 0;
    std::size_t points = 0;
    for (const HourCounts& hour : counts.by_hour) {
      by_hour += hour.reviews;
      tests_by_hour += hour.tests.all();
    }
    for (const Review& review : reviews)
      if (is_test(review)) points += review.points.size();
    CHECK(by_hour == counts.reviews());
    CHECK(tests_by_hour == counts.tests().all());
    CHECK(counts.points.recalled + counts.points.hinted + counts.points.missed == points);
  }

  TEST_CASE("first meetings and drills are no tests of memory") {
    Review review;
    for (const ReviewTurn turn : {ReviewTurn::kFirst, ReviewTurn::kDrill}) {
      review.turn = turn;
      CHECK(counts_of({review}).tests().all() == 0);
    }
    review.turn = ReviewTurn::kLater;
    CHECK(counts_of({review}).tests() == Tests{0, 1});
    CHECK(turn_of(std::nullopt, StudyDay{days{5}}) == ReviewTurn::kFirst);
    CHECK(turn_of(StudyDay{days{4}}, StudyDay{days{5}}) == ReviewTurn::kLater);
    CHECK(turn_of(StudyDay{days{5}}, StudyDay{days{5}}) == ReviewTurn::kDrill);
    CHECK(turn_of(StudyDay{days{6}}, StudyDay{days{5}}) == ReviewTurn::kDrill);  // a clock was set back
  }

  TEST_CASE("counts read from their bytes are the same and damaged bytes are none or others") {
    RandomReviews random(50'000);
    for (int i = 0; i < 1000; ++i) {
      const AnswerCounts counts = counts_of(random.reviews(random.below(40)));
      REQUIRE(read_counts(write_counts(counts)) == counts);
    }
    const std::string good = write_counts(counts_of(random.reviews(300)));
    for (std::size_t length = 0; length < good.size(); ++length)
      CHECK(!read_counts(std::string_view(good).substr(0, length)));
    CHECK(!read_counts(good + "x"));
    for (int i = 0; i < 3000; ++i) {
      std::string bad = good;
      for (std::size_t left = 1 + random.below(3); left > 0; --left)
        bad[random.below(bad.size())] = static_cast<char>(random.below(256));
      (void)read_counts(bad);
    }
  }
}

}  // namespace rehearse
