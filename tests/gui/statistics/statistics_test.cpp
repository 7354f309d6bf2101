// Statistics: what is summed where, which keys choose what, and the same numbers as text.
#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "gui/window/statistics/statistics_page.h"
#include "gui/window/statistics/statistics_screen.h"
#include "gui/window/statistics/statistics_text.h"
#include "gui/window/strings/statistics_words.h"
#include "tests/gui/client.h"
#include "tests/gui/statistics/sample_statistics.h"

namespace rehearse {
namespace {

using test::Client;
using test::kCheckedDeck;
using test::kOpenDeck;
using test::sample_statistics;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

void press_with_ctrl(Client& client, Key key) { client.app().handle(KeyPressed{key, Modifier::kCtrl}); }

}  // namespace

TEST_SUITE("gui/window/statistics") {
  TEST_CASE("the bars of any period stand for days without a gap up to today and add up to its sum") {
    for (const int days : {0, 1, 3, 40, 200, 800, 2000}) {
      const StudyStatistics statistics = sample_statistics(days);
      for (std::size_t period = 0; period < kStatisticsPeriods; ++period) {
        const StatisticsView view = statistics_view(statistics, static_cast<StatisticsPeriod>(period));
        INFO(days << " days, period " << period);
        REQUIRE(!view.stretches.empty());
        CHECK(view.stretches.size() <= 120);
        CHECK(view.stretches.back().last == statistics.today);
        for (std::size_t i = 1; i < view.stretches.size(); ++i)
          CHECK(view.stretches[i].first == view.stretches[i - 1].last + std::chrono::days{1});
        for (const auto* values : {&view.fresh, &view.later, &view.drills, &view.minutes, &view.retention})
          CHECK(values->size() == view.stretches.size());
        CHECK(sum(view.fresh) + sum(view.later) + sum(view.drills) == view.sum.reviews());
        CHECK(std::lround(sum(view.minutes) * 60'000) == static_cast<long>(view.sum.spent_ms));
        CHECK(sum(view.hours) == view.sum.reviews());
      }
      const StatisticsView all = statistics_view(statistics, StatisticsPeriod::kAll);
      CHECK(all.sum == sum_of(statistics.days));
      CHECK(all.days_studied == statistics.days.size());
    }
  }

  TEST_CASE("digits choose the period and arrows the deck") {
    Client client{kOpenDeck, kCheckedDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    press_with_ctrl(client, Key::kDigit4);
    REQUIRE(client.on<StatisticsPage>());
    CHECK(client.on<StatisticsPage>()->view().stretches.size() == 30);
    client.press({Key::kDigit1});
    CHECK(client.on<StatisticsPage>()->view().stretches.size() == 7);
    CHECK(client.on<StatisticsPage>()->view().sum.reviews() == 1);
    client.press({Key::kDown});
    const std::uint32_t first = client.on<StatisticsPage>()->view().sum.reviews();
    CHECK(!client.on<StatisticsPage>()->view().readiness.empty());
    CHECK(client.shows(words::kStatisticsSections.in(Language::kChinese)) == (first == 1));
    client.press({Key::kDown});
    CHECK(first + client.on<StatisticsPage>()->view().sum.reviews() == 1);
    client.press({Key::kDown, Key::kUp, Key::kUp});
    CHECK(client.on<StatisticsPage>()->view().deck == 0);
  }

  TEST_CASE("without an answer the statistics say so and what to do") {
    Client client{kOpenDeck};
    press_with_ctrl(client, Key::kDigit4);
    CHECK(client.shows(words::kStatisticsNone.in(Language::kChinese)));
  }

  TEST_CASE("how ready one is in each deck is told between frames") {
    Client client{kOpenDeck, kCheckedDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    press_with_ctrl(client, Key::kDigit4);
    for (int i = 0; i < 2; ++i) {
      CHECK(client.on<StatisticsPage>()->next_tick() == std::chrono::milliseconds{0});
      CHECK(client.app().tick());
    }
    CHECK(!client.on<StatisticsPage>()->next_tick());
    CHECK(client.on<StatisticsPage>()->view().parts.size() == 2);
    CHECK(client.shows("自查题库"));
  }

  TEST_CASE("what is copied has the numbers of every chart in columns") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    press_with_ctrl(client, Key::kDigit4);
    press_with_ctrl(client, Key::kC);
    const auto copied = client.app().take_copied();
    REQUIRE(copied);
    CHECK(copied->find("2026-12-01\t1\t0\t0\t") != std::string::npos);
    CHECK(client.shows(words::kStatisticsCopied.in(Language::kChinese)));

    const StatisticsView view = statistics_view(sample_statistics(60), StatisticsPeriod::kMonth);
    const std::string english = statistics_text(view, Language::kEnglish);
    for (const char* row : {"7–29\t4000\n", "365 and more\t6\n", "2026-12-02\t1555\n", "17/20\t"})
      CHECK_MESSAGE(english.find(row) != std::string::npos, row);
    CHECK(english != statistics_text(view, Language::kChinese));
  }
}

}  // namespace rehearse
