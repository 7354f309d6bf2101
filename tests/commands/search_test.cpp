// search and scheduler as people type them.
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

TEST_SUITE("gui/commands/search") {
  TEST_CASE_FIXTURE(WithDeck,
                    "cards are found by words and by their state and a Chinese word of two characters") {
    const Json all = json({"search", "deck:仓储"})["cards"];
    CHECK(all.size() == 18);
    for (const char* key : {"id", "kind", "deck", "question"}) CHECK(all[0].contains(key));
    CHECK(json({"search", "is:new kind:recall"})["cards"].size() == 6);
    CHECK(json({"search", "is:due"})["cards"].empty());
    CHECK(json({"search", "100%"})["cards"].empty());
  }

  TEST_CASE_FIXTURE(WithDeck, "a query that cannot be read gets a caret under the place") {
    const Outcome outcome = run({"search", "(仓储 or"});
    CHECK(outcome.exit_code == 1);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.find("column 5") != std::string::npos);
    CHECK(outcome.err.ends_with("(仓储 or\n      ^^\n"));
  }

  TEST_CASE_FIXTURE(WithDeck, "the scheduler is shown and chosen and fitted only to enough answers") {
    CHECK(json({"scheduler"}) == Json{{"scheduler", "sm2"}});
    CHECK(run({"scheduler", "fsrs6"}).out == "FSRS-6\n");
    const Json shown = json({"scheduler"});
    CHECK(shown["scheduler"] == "fsrs6");
    CHECK(shown["parameters"].size() == 21);
    const Outcome fit = run({"scheduler", "fit"});
    CHECK(fit.exit_code == 1);
    CHECK(fit.err.find("400") != std::string::npos);
    CHECK(run({"scheduler", "other"}).exit_code == 2);
    CHECK(run({"study", "--limit", "2"}, "A1\nA1\n").exit_code == 0);
    CHECK(run({"check"}).exit_code == 0);
    CHECK(run({"scheduler", "sm2"}).out == "SM-2\n");
    CHECK(run({"check"}).exit_code == 0);
  }
}
