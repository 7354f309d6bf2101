// cards, settings, plan, stats and undo as people type them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;
using Json = nlohmann::json;

namespace {

struct WithDeck : Learner {
  WithDeck() { REQUIRE(run({"import", scratch().file("deck.md", deck_text("仓储", 6))}).exit_code == 0); }
};

}  // namespace

TEST_SUITE("gui/commands/acts") {
  TEST_CASE_FIXTURE(WithDeck,
                    "a suspended question is not asked until it is released or that is taken back") {
    const Outcome suspended = run({"cards", "suspend", "仓储", "1"});
    CHECK(suspended.exit_code == 0);
    CHECK(json({"due"})["new"] == 5);
    CHECK(json({"undo"})["undone"] == "suspend");
    CHECK(json({"due"})["new"] == 6);
    CHECK(json({"cards", "bury", "--search", "deck:仓储"})["cards"] == 18);
    CHECK(json({"due"})["new"] == 0);
    CHECK(run({"cards", "release", "--search", "deck:仓储"}).exit_code == 0);
    CHECK(json({"due"})["new"] == 6);
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(WithDeck, "cards that are meant wrongly are told in words and nothing changes") {
    CHECK(run({"cards", "suspend"}).err.find("DECK and QUESTION") != std::string::npos);
    CHECK(run({"cards", "suspend", "仓储", "77"}).exit_code == 1);
    CHECK(run({"cards", "due", "仓储", "1"}).err.find("--day") != std::string::npos);
    CHECK(run({"cards", "due", "仓储", "1", "--day", "-3"}).exit_code == 2);
    CHECK(run({"cards", "due", "仓储", "1", "--day", "36501"}).exit_code == 2);
    CHECK(run({"cards", "eat", "仓储", "1"}).exit_code == 2);
    CHECK(run({"cards", "reset", "--search", "(仓储"}).exit_code == 1);
    CHECK(json({"undo"})["undone"] == "import");  // done before all these
  }

  TEST_CASE_FIXTURE(
      WithDeck,
      "settings of a deck go before those of the library and none or ten thousand new cards are understood") {
    CHECK(json({"settings", "--new", "0"})["new"] == 0);
    CHECK(json({"due"})["new"] == 0);
    CHECK(json({"settings", "仓储", "--new", "10000", "--minutes", "600"})["minutes"] == 600);
    CHECK(json({"due"})["new"] == 6);
    CHECK(json({"settings"})["minutes"].is_null());
    CHECK(run({"settings", "--minutes", "0"}).exit_code == 2);
    CHECK(run({"settings", "--spread", "soon"}).exit_code == 2);
    for (const char* hour : {"13", "-1", "4.5", "noon"})
      CHECK(run({"settings", "--day-starts", hour}).exit_code == 2);
    CHECK(run({"settings", "仓储", "--day-starts", "5"}).exit_code == 2);
    CHECK(json({"settings"})["day_starts"] == 4);
    CHECK(json({"settings", "--day-starts", "5"})["day_starts"] == 5);
    CHECK(run({"settings"}).out.find("05:00") != std::string::npos);
    CHECK(json({"undo"})["undone"] == "setting");
    CHECK(json({"settings"})["day_starts"] == 4);
    CHECK(run({"settings", "--reviews", "-1"}).exit_code == 2);
    CHECK(json({"undo"})["undone"] == "setting");
    CHECK(json({"due"})["new"] == 0);
  }

  TEST_CASE_FIXTURE(WithDeck,
                    "the plan tells every day up to the interview and whether the goal can be met") {
    CHECK(run({"date", "仓储", "2026-12-15"}).exit_code == 0);
    const Json plan = json({"plan", "仓储"});
    CHECK(plan["interview"] == "2026-12-15");
    CHECK(plan["met"] == true);
    CHECK(plan["days"].size() == 14);
    int fresh = 0;
    for (const Json& day : plan["days"]) fresh += day["new"].get<int>();
    CHECK(fresh == 6);
    CHECK(plan["readiness"]["share"] == 0.0);
    CHECK(run({"plan", "别的"}).exit_code == 1);
  }

  TEST_CASE_FIXTURE(WithDeck, "an interview in the past keeps what was learned and offers nothing new") {
    CHECK(run({"date", "仓储", "2026-11-01"}).exit_code == 0);
    CHECK(json({"due"})["new"] == 0);
    const Json plan = json({"plan", "仓储"});
    for (const Json& day : plan["days"]) CHECK(day["new"] == 0);
    CHECK(json({"settings", "仓储", "--after-interview", "quiet"})["after_interview"] == "quiet");
    CHECK(json({"plan", "仓储"})["days"].empty());
  }

  TEST_CASE_FIXTURE(WithDeck, "statistics count what was studied and an answer taken back is not counted") {
    CHECK(run({"study", "--limit", "3"}, "\n\n\n").exit_code == 0);
    Json stats = json({"stats"});
    CHECK(stats["reviews"] == 3);
    REQUIRE(stats["days"].size() == 1);
    CHECK(stats["days"][0]["first"] == 3);
    CHECK(stats["states"]["new"].get<int>() + stats["states"]["young"].get<int>() == 18);
    CHECK(json({"stats", "--deck", "仓储"})["days"] == stats["days"]);
    CHECK(json({"stats", "--deck", "仓储"})["readiness"].size() == 60);
    CHECK(json({"undo"})["undone"] == "answer");
    CHECK(json({"stats"})["reviews"] == 2);
  }
}
