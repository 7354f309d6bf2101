// What the days up to an interview bring, and how ready the learner will be.
#include "core/schedule/plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/schedule/readiness.h"
#include "core/schedule/season.h"
#include "tests/core/schedule/random_deck.h"

namespace rehearse {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using test::random_deck;

const StudyDay kToday{days{20'000}};

StudyDeck new_deck(std::size_t questions, int days_left, minutes a_day) {
  StudyDeck deck;
  deck.scheduler = Scheduler::fsrs6();
  for (std::uint32_t i = 0; i < questions; ++i)
    deck.questions.push_back(
        {i * 6, 5, static_cast<std::uint16_t>(i % 3), CardKind::kRecall, static_cast<float>(5 + i % 4)});
  deck.memories.resize(questions * 6);
  deck.interview = kToday + days{days_left};
  deck.interview_since = kToday;
  deck.daily_time = a_day;
  return deck;
}

}  // namespace

TEST_SUITE("core/schedule/plan") {
  TEST_CASE("a plan has one entry per day and never more minutes than the day has") {
    std::mt19937_64 random(41);
    for (int i = 0; i < 10'000; ++i) {
      const StudyDeck deck = random_deck(random, kToday, 12);
      const Plan plan = make_plan(deck, kToday);
      const Season season = season_of(deck, kToday);
      if (season == Season::kQuiet) {
        REQUIRE(plan.days.empty());
        continue;
      }
      const auto expected = has_goal(season) ? std::max(days{1}, *deck.interview - kToday) : kPlanAhead;
      REQUIRE(plan.days.size() == static_cast<std::size_t>(expected.count()));
      std::size_t fresh = 0;
      for (const PlanDay& day : plan.days) {
        REQUIRE(day.day == kToday + days{&day - plan.days.data()});
        // The last card begun may take longer: the longest question of a random deck has 7 points.
        REQUIRE(day.seconds <= static_cast<double>(deck.daily_time.count()) + 6 + 7 * 15);
        REQUIRE((day.fresh + day.reviews == 0) == (day.seconds == 0));
        fresh += day.fresh;
      }
      REQUIRE(fresh + plan.never_met <= take_census(deck, kToday).fresh);
      REQUIRE(plan.readiness >= 0);
      REQUIRE(plan.readiness <= 1);
      if (!has_goal(season)) REQUIRE(plan.is_met());
    }
  }

  TEST_CASE(
      "with enough minutes everything is met in the first 55 per cent and readiness grows with minutes") {
    double before = -1;
    for (const int a_day : {2, 5, 10, 20, 40}) {
      const StudyDeck deck = new_deck(60, 20, minutes{a_day});
      const Plan plan = make_plan(deck, kToday);
      CAPTURE(a_day);
      CHECK(plan.readiness > before);
      before = plan.readiness;
      CHECK(plan.is_met() == (a_day >= 10));
      if (!plan.is_met()) continue;
      std::size_t fresh = 0;
      for (const PlanDay& day : plan.days) {
        fresh += day.fresh;
        if ((day.day - kToday).count() > 11) CHECK(day.fresh == 0);
      }
      CHECK(fresh == 60);
    }
  }

  TEST_CASE("the minutes that a plan asks for are enough and so is what it leaves out") {
    for (const int questions : {20, 60, 150})
      for (const int days_left : {5, 14, 30}) {
        StudyDeck deck = new_deck(static_cast<std::size_t>(questions), days_left, minutes{3});
        const Plan plan = make_plan(deck, kToday);
        CAPTURE(questions);
        CAPTURE(days_left);
        if (plan.is_met()) {
          CHECK_FALSE(plan.remedy);
          continue;
        }
        REQUIRE(plan.remedy);
        REQUIRE(plan.remedy->minutes_per_day);
        REQUIRE(plan.remedy->leave_out);
        StudyDeck longer = deck;
        longer.daily_time = *plan.remedy->minutes_per_day;
        CHECK(make_plan(longer, kToday).is_met());
        longer.daily_time -= minutes{1};
        CHECK_FALSE(make_plan(longer, kToday).is_met());
        deck.held.assign(deck.memories.size(), Held::kNo);
        float most_left_out = 0, least_kept = 100;
        for (const std::uint32_t i : *plan.remedy->leave_out) {
          deck.held[deck.questions[i].first_slot] = Held::kSuspended;
          most_left_out = std::max(most_left_out, deck.questions[i].marks);
        }
        for (const StudyQuestion& question : deck.questions)
          if (deck.held[question.first_slot] == Held::kNo) least_kept = std::min(least_kept, question.marks);
        CHECK(make_plan(deck, kToday).is_met());
        CHECK(most_left_out <= least_kept);
        CHECK_FALSE(plan_in_words(deck, plan).chinese.empty());
      }
  }

  TEST_CASE("no minutes and dates in the past and today are borne and said") {
    StudyDeck deck = new_deck(10, 14, minutes{0});
    Plan plan = make_plan(deck, kToday);
    CHECK(plan.never_met == 10);
    CHECK(plan.readiness == 0);
    CHECK(plan_in_words(deck, plan).english.find("never reached") != std::string::npos);
    deck.daily_time = minutes{15};
    deck.interview = kToday;
    CHECK(make_plan(deck, kToday).days.size() == 1);
    deck.interview = kToday - days{300};
    plan = make_plan(deck, kToday);
    CHECK(plan.is_met());
    CHECK(plan_in_words(deck, plan).english.find("no interview ahead") != std::string::npos);
    deck.after_interview = AfterInterview::kQuiet;
    plan = make_plan(deck, kToday);
    CHECK(plan.days.empty());
    CHECK(plan_in_words(deck, plan).english.find("quiet") != std::string::npos);
    CHECK(make_plan({}, kToday).is_met());
  }
}

TEST_SUITE("core/schedule/readiness") {
  TEST_CASE("readiness is the marks times the recall on the day over all marks and so is each section") {
    std::mt19937_64 random(42);
    for (int i = 0; i < 10'000; ++i) {
      const StudyDeck deck = random_deck(random, kToday, 12);
      const DeckReadiness ready = readiness(deck, kToday);
      REQUIRE(ready.day == std::max(kToday, deck.interview.value_or(kToday)));
      double recalled = 0, marks = 0;
      for (const StudyQuestion& question : deck.questions)
        for (std::uint32_t slot = question.first_asked(); slot < question.first_asked() + question.asked();
             ++slot) {
          recalled += question.marks_each() *
                      deck.scheduler.retrievability(deck.memories[question.first_slot + slot], ready.day);
          marks += question.marks_each();
        }
      REQUIRE(ready.all.recalled_marks == doctest::Approx(recalled).epsilon(1e-4));
      REQUIRE(ready.all.marks == doctest::Approx(marks));
      double of_sections = 0;
      for (const Readiness& section : ready.sections) of_sections += section.recalled_marks;
      REQUIRE(of_sections == doctest::Approx(ready.all.recalled_marks));
      REQUIRE(ready.all.share() >= 0);
      REQUIRE(ready.all.share() <= 1);
    }
  }

  TEST_CASE("nothing is ready in an empty deck and everything just after it was recalled") {
    CHECK(readiness({}, kToday).all.share() == 0);
    StudyDeck deck = new_deck(3, 0, minutes{15});
    CHECK(readiness(deck, kToday).all.share() == 0);
    for (MemoryState& state : deck.memories) state = deck.scheduler.observe({}, Quality::kGood, kToday);
    CHECK(readiness(deck, kToday).all.share() == doctest::Approx(1));
  }
}

}  // namespace rehearse
