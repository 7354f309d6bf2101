#include "core/statistics/card_statistics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace rehearse {
namespace {

const StudyDay kToday = day_from_number(20'000);

CardColumns random_cards(std::uint64_t seed, std::size_t count) {
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t most) { return static_cast<std::int32_t>(random() % most); };
  CardColumns cards;
  cards.resize(count);
  for (std::size_t row = 0; row < count; ++row) {
    CardRow card;
    card.question = static_cast<std::uint32_t>(below(10));
    card.status = static_cast<std::uint8_t>(below(16));
    card.anchor_day = card.seen_day = 19'900 + below(100);
    card.interval_days = 1 + below(200);
    card.due_day = card.anchor_day + card.interval_days;
    card.easiness = static_cast<std::uint16_t>(130 + below(200));
    card.stability_days = static_cast<float>(below(3000)) / 8;
    card.difficulty = static_cast<float>(1 + below(10));
    cards.set(row, card);
  }
  return cards;
}

RowSet some(std::size_t size, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  return RowSet::where(size, [&](std::size_t) { return random() % 3 != 0; });
}

std::uint32_t sum(const std::vector<std::uint32_t>& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
}

}  // namespace

TEST_SUITE("core/statistics/card_statistics") {
  TEST_CASE("every card is counted once in the forecast and in each histogram") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const CardColumns states = random_cards(seed, 300);
      const RowSet cards = some(states.size(), seed + 100);
      const CardCounts counts = count_cards(states, cards);
      CHECK(counts.fresh + counts.young + counts.mature == cards.count());

      const Forecast coming = forecast_due(states, cards, kToday, 30);
      const auto active = RowSet::where(states.size(), [&](std::size_t row) {
        return cards.has(row) && (states.status[row] & (kCardMet | kCardSuspended)) == kCardMet;
      });
      CHECK(coming.overdue + sum(coming.due) + coming.later == active.count());

      const StateHistograms all = histograms(states, cards, retrievabilities(states, kToday));
      for (const Histogram* histogram :
           {&all.interval_days, &all.stability_days, &all.easiness, &all.difficulty, &all.recall}) {
        CHECK(histogram->bounds.size() == histogram->counts.size());
        CHECK(std::is_sorted(histogram->bounds.begin(), histogram->bounds.end()));
        CHECK(sum(histogram->counts) == counts.young + counts.mature);
      }
    }
  }

  TEST_CASE("a forecast tells what is due on each day apart from what was due before") {
    CardColumns states;
    states.resize(5);
    CardRow card;
    card.status = kCardMet;
    for (std::size_t row = 0; row < 5; ++row) {
      card.due_day = static_cast<std::int32_t>(19'999 + row);
      states.set(row, card);
    }
    const RowSet all = RowSet::where(5, [](std::size_t) { return true; });
    const Forecast coming = forecast_due(states, all, kToday, 2);
    CHECK(coming.overdue == 1);
    CHECK(coming.due == std::vector<std::uint32_t>{1, 1});
    CHECK(coming.later == 2);
    CHECK(forecast_due(states, all, kToday, 365).later == 0);
    CHECK(forecast_due(states, all, kToday, 0).later == 4);
  }

  TEST_CASE("values stand in the bucket whose bounds hold them") {
    CardColumns states;
    states.resize(3);
    CardRow card;
    card.status = kCardMet;
    card.easiness = 250;
    card.difficulty = 10;
    for (std::int32_t interval : {20, 21, 99'999}) {
      card.interval_days = interval;
      states.set(interval == 20 ? 0 : interval == 21 ? 1 : 2, card);
    }
    const RowSet all = RowSet::where(3, [](std::size_t) { return true; });
    const StateHistograms found = histograms(states, all, std::vector<float>(3, 1.0F));
    const auto in = [](const Histogram& histogram, double bound) {
      const auto place = std::find(histogram.bounds.begin(), histogram.bounds.end(), bound);
      REQUIRE(place != histogram.bounds.end());
      return histogram.counts[static_cast<std::size_t>(place - histogram.bounds.begin())];
    };
    CHECK(in(found.interval_days, 14) == 1);
    CHECK(in(found.interval_days, 21) == 1);
    CHECK(found.interval_days.counts.back() == 1);
    CHECK(in(found.easiness, 2.5) == 3);
    CHECK(in(found.difficulty, 9) == 3);
    CHECK(in(found.recall, 0.9) == 3);
  }

  TEST_CASE("the least recalled come first and no new or suspended card is among them") {
    const CardColumns states = random_cards(7, 400);
    const RowSet cards = some(states.size(), 8);
    const std::vector<float> recall = retrievabilities(states, kToday);
    const std::vector<std::uint32_t> weakest = least_recalled(states, cards, recall, 50);
    REQUIRE(weakest.size() == 50);
    for (std::size_t i = 0; i < weakest.size(); ++i) {
      CHECK(cards.has(weakest[i]));
      CHECK((states.status[weakest[i]] & (kCardMet | kCardSuspended)) == kCardMet);
      if (i > 0) CHECK(recall[weakest[i - 1]] <= recall[weakest[i]]);
    }
    CHECK(least_recalled(states, RowSet(states.size()), recall, 50).empty());
  }

  TEST_CASE("readiness is the expected share of the marks and of all groups the mean by their marks") {
    const CardColumns states = random_cards(9, 500);
    const RowSet cards = some(states.size(), 10);
    const std::vector<float> recall = retrievabilities(states, kToday);
    const std::vector<float> marks(states.size(), 2.5F);
    const std::vector<std::uint32_t> section{0, 1, 2, 0, 1, 2, 0, 1, 2, 0};
    const std::vector<std::uint32_t> whole(10, 0);
    const auto by_section = readiness_by_group(states, cards, section, 3, marks, recall);
    const GroupReadiness all = readiness_by_group(states, cards, whole, 1, marks, recall).front();
    GroupReadiness together;
    for (const GroupReadiness& of_section : by_section) {
      CHECK(of_section.share() >= 0);
      CHECK(of_section.share() <= 1);
      together.marks += of_section.marks;
      together.expected += of_section.expected;
    }
    CHECK(together.marks == doctest::Approx(2.5 * static_cast<double>(cards.count())));
    CHECK(together.expected == doctest::Approx(all.expected));
    CHECK(readiness_by_group(states, RowSet(states.size()), whole, 1, marks, recall).front().share() == 0);
  }
}

}  // namespace rehearse
