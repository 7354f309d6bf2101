// due and due --explain as people type them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;
using Json = nlohmann::json;

namespace {

struct WithDeck : Learner {
  explicit WithDeck(int questions = 12) {
    json({"import", scratch().file("deck.md", deck_text("仓储", questions))});
  }

  std::string digits(std::size_t count) const {
    return json({"due"})["cards"][0]["id"].get<std::string>().substr(0, count);
  }
};

}  // namespace

TEST_SUITE("gui/commands/due") {
  TEST_CASE_FIXTURE(WithDeck, "each card stands with the digits that explain it") {
    const std::string listed = run({"due"}).out;
    CHECK(count_lines(listed) == 11);
    CHECK(listed.find("new  recall  " + digits(8) + "  班组遇到情形") != std::string::npos);
    for (const std::size_t count : {4U, 8U, 32U}) {
      const Outcome why = run({"due", "--explain", digits(count)});
      CHECK(why.exit_code == 0);
      CHECK(why.out.find("number 1 of today's new questions") != std::string::npos);
    }
  }

  TEST_CASE("no more than a screenful is listed and how many are left is said") {
    Learner learner;
    for (int deck = 0; deck < 3; ++deck)
      learner.json({"import", learner.scratch().file(std::to_string(deck) + ".md",
                                                     deck_text("夜班" + std::to_string(deck), 10))});
    const std::string listed = learner.run({"due"}).out;
    CHECK(count_lines(listed) == 22);
    CHECK(listed.find("and 10 more") != std::string::npos);
    CHECK(learner.json({"due"})["cards"].size() == 30);
  }

  TEST_CASE_FIXTURE(WithDeck, "a question is explained with all its cards by its number or its id") {
    const std::string id = json({"questions", "仓储"})["questions"][0]["id"];
    for (const Arguments& command :
         {Arguments{"due", "--explain", "仓储", "1"}, Arguments{"due", "--deck", "仓储", "--explain", "1"},
          Arguments{"due", "--explain", "仓储", id.substr(0, 8)}}) {
      const Outcome why = run(command);
      CHECK(why.exit_code == 0);
      CHECK(count_lines(why.out) == 4);  // the stem, the whole answer, two points
      CHECK(why.out.find("point 2") != std::string::npos);
    }
    const Json cards = json({"due", "--explain", "仓储", "12"})["cards"];
    REQUIRE(cards.size() == 3);
    CHECK(cards[0]["reason"] == "new_later");
    CHECK(cards[0]["point"] == nullptr);
    CHECK(cards[2]["point"] == 2);
    for (const char* key :
         {"id", "kind", "question", "words", "words_zh", "wanted", "position", "recall", "gain"})
      CHECK(cards[0].contains(key));
  }

  TEST_CASE_FIXTURE(WithDeck, "why a card is asked is said in Chinese to a Chinese reader") {
    const SpeakingChinese chinese;
    CHECK(run({"due", "--explain", "仓储", "1"}).out.find("新题，今天第 1 道") != std::string::npos);
    CHECK(run({"due", "--explain", "0"}).err.find("至少写四位") != std::string::npos);
  }

  TEST_CASE_FIXTURE(WithDeck, "a name that fits no card or question is answered in one line") {
    for (const Arguments& command :
         {Arguments{"due", "--explain", "zzzz"}, Arguments{"due", "--explain", digits(3)},
          Arguments{"due", "--explain", "仓储", "99"}, Arguments{"due", "--explain", "没有的题库", "1"}}) {
      const Outcome outcome = run(command);
      CHECK(outcome.exit_code == 1);
      CHECK(outcome.out.empty());
      CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
    }
  }

  TEST_CASE_FIXTURE(WithDeck, "an interview day in the past ends new questions and says so") {
    CHECK(run({"study", "--limit", "2"}, "\n\n").exit_code == 0);
    const Outcome past = run({"date", "仓储", "2020-01-01"});
    CHECK(past.exit_code == 0);
    CHECK(past.out.find("that day is over") != std::string::npos);
    CHECK(run({"date", "仓储", "2026-12-01"}).out.empty());  // today
    CHECK(run({"date", "仓储", "2020-01-01"}).exit_code == 0);
    set_now(morning(1));
    const Json due = json({"due"});
    CHECK(due["new"] == 0);
    CHECK(due["due"] == 2);
    CHECK(json({"due", "--explain", "仓储", "9"})["cards"][0]["reason"] == "interview_over");
    CHECK(json({"check"})["ok"] == true);
    CHECK(run({"date", "仓储", "none"}).exit_code == 0);
    CHECK(json({"due"})["new"] == 10);
  }
}
