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

const StatisticsView& view_of(const Client& client) { return client.on<StatisticsPage>()->view(); }

/// Waits until they are read.
void wait(Client& client) {
  client.wait_until([&] { return !view_of(client).is_being_read; });
}

void go_to_statistics(Client& client) {
  press_with_ctrl(client, Key::kDigit4);
  REQUIRE(client.on<StatisticsPage>());
  wait(client);
}

void choose(Client& client, std::initializer_list<Key> keys) {
  client.press(keys);
  wait(client);
}

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
    go_to_statistics(client);
    CHECK(view_of(client).stretches.size() == 30);
    client.press({Key::kDigit1});
    CHECK(view_of(client).stretches.size() == 7);
    CHECK(view_of(client).sum.reviews() == 1);
    choose(client, {Key::kDown});
    const std::uint32_t first = view_of(client).sum.reviews();
    CHECK(!view_of(client).readiness.empty());
    CHECK(client.shows(words::kStatisticsSections.in(Language::kChinese)) == (first == 1));
    choose(client, {Key::kDown});
    CHECK(first + view_of(client).sum.reviews() == 1);
    choose(client, {Key::kDown, Key::kUp, Key::kUp});
    CHECK(view_of(client).deck == 0);
    CHECK(view_of(client).sum.reviews() == 1);
  }

  TEST_CASE("without an answer the statistics say so and what to do") {
    Client client{kOpenDeck};
    go_to_statistics(client);
    CHECK(client.shows(words::kStatisticsNone.in(Language::kChinese)));
  }

  TEST_CASE("while they are read the page says so and another choice or page is taken at once") {
    Client client{kOpenDeck, kCheckedDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    press_with_ctrl(client, Key::kDigit4);
    CHECK(client.shows(words::kStatisticsBeingRead.in(Language::kChinese)));
    press_with_ctrl(client, Key::kC);
    CHECK(!client.app().take_copied());
    client.press({Key::kDown, Key::kDown});
    CHECK(view_of(client).deck == 2);
    press_with_ctrl(client, Key::kDigit1);
    CHECK(!client.on<StatisticsPage>());
    press_with_ctrl(client, Key::kDigit4);
    wait(client);
    CHECK(view_of(client).deck == 2);
    CHECK(!view_of(client).readiness.empty());
  }

  TEST_CASE("what was read stays on the screen while it is read anew") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    go_to_statistics(client);
    client.app().handle(WindowFocused{});
    CHECK(!view_of(client).is_being_read);
    CHECK(view_of(client).sum.reviews() == 1);
  }

  TEST_CASE("how ready one is in each deck is told") {
    Client client{kOpenDeck, kCheckedDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    go_to_statistics(client);
    CHECK(view_of(client).parts.size() == 2);
    CHECK(client.shows("自查题库"));
  }

  TEST_CASE("what is copied has the numbers of every chart in columns") {
    Client client{kOpenDeck};
    client.press({Key::kEnter, Key::kEnter, Key::kEscape});
    go_to_statistics(client);
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
