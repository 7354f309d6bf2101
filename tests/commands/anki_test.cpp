#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

TEST_SUITE("gui/commands/anki packages") {
  TEST_CASE("a deck goes out as an Anki package and into an empty library with its answers and due days") {
    const Learner learner;
    const std::string deck = learner.scratch().file("deck.md", deck_text("班组日常", 4));
    learner.json({"import", deck});
    CHECK(learner.run({"study", "--limit", "3"}, " 4\n 3\n 1\n").exit_code == 0);
    const std::string package = learner.scratch().path("deck.apkg");
    CHECK(learner.run({"export", "班组日常", package}).exit_code == 0);

    const Learner other;
    const nlohmann::json first = other.json({"import", package});
    CHECK(first["added"] == 4);
    CHECK(first["answers"] == learner.json({"stats"})["reviews"]);
    CHECK(other.json({"due"}) == learner.json({"due"}));
    CHECK(other.json({"decks"}) == learner.json({"decks"}));
    CHECK(other.run({"export", "班组日常"}).out == learner.run({"export", "班组日常"}).out);
    CHECK(other.json({"check"})["ok"] == true);

    const std::string before = other.state();
    const nlohmann::json second = other.json({"import", package});
    CHECK(second["added"] == 0);
    CHECK(second["answers"] == 0);
    CHECK(other.state() == before);
    CHECK(other.json({"parse", package})["questions"].size() == 4);
  }

  TEST_CASE("a zip that is no Anki package is refused in one line that names it") {
    const Learner learner;
    const std::string file = learner.scratch().file("no.apkg", "PK\x03\x04 and nothing else");
    const Outcome outcome = learner.run({"import", file});
    CHECK(outcome.exit_code == 1);
    CHECK(count_lines(outcome.err) == 1);
    CHECK(outcome.err.find(file) != std::string::npos);
  }
}
