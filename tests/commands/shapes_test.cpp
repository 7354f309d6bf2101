// The shapes that scripts rely on: every command's --json has the keys it promises.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;
using Json = nlohmann::json;

namespace {

bool has_keys(const Json& json, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (!json.contains(key)) return false;
  return true;
}

constexpr std::string_view kText =
    "仓储主管面试题\n一、盘点(共2题,每题10分)\n"
    "1.盘点时少了货，你怎么查？\n参考答案：\n(1)封存现场：先不让人动货。\n(2)逐条对账：把单据和系统对一遍。\n"
    "解析：先保证据。\n2.新人总是上错架，你怎么教？\n参考答案：\n(1)示范一次：边做边说。\n(2)"
    "看他做：当场改。\n";

}  // namespace

TEST_SUITE("gui/commands/shapes") {
  TEST_CASE("parse prints questions with their points and problems with their places") {
    const Learner learner;
    const Json parsed = learner.json({"parse", learner.scratch().file("bank.txt", kText)});
    REQUIRE(has_keys(parsed, {"title", "sections", "questions", "problems"}));
    REQUIRE(parsed["questions"].size() == 2);
    const Json& question = parsed["questions"][0];
    REQUIRE(has_keys(question, {"type", "stem", "options", "answer_key", "criteria", "answer", "analysis",
                                "points", "section"}));
    CHECK(question["points"] == Json::array({"封存现场：先不让人动货", "逐条对账：把单据和系统对一遍"}));
    CHECK(question["analysis"] == "先保证据。");
    CHECK(question["marks"] == 10);
    const Json broken = learner.json(
        {"parse", learner.scratch().file("open.md", "<!-- rehearse: 1 -->\nstray\n### 有题吗？\n- 有\n")});
    REQUIRE(!broken["problems"].empty());
    CHECK(has_keys(broken["problems"][0], {"line", "column", "code", "message"}));
  }

  TEST_CASE("a document without questions is shown and ends with 3") {
    const Learner learner;
    const std::string file = learner.scratch().file("letter.txt", "你好，明天见。\n");
    for (const Arguments& command : {Arguments{"parse", file}, Arguments{"parse", file, "--json"}}) {
      const Outcome outcome = learner.run(command);
      CHECK(outcome.exit_code == 3);
      CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
      CHECK(outcome.err.find(file) != std::string::npos);
      CHECK(outcome.out.find("你好，明天见") != std::string::npos);
    }
  }

  TEST_CASE("parse reads standard input where a dash is typed") {
    const Learner learner;
    const Outcome parsed = learner.run({"parse", "-", "--json"}, kText);
    REQUIRE_MESSAGE(parsed.exit_code == 0, parsed.err);
    const Json expected = learner.json({"parse", learner.scratch().file("bank.txt", kText)});
    CHECK(Json::parse(parsed.out) == expected);
    CHECK(Json::parse(learner.run({"parse", "-", "--diff", "--json"}, kText).out)["added"].size() == 2);
    const Outcome nothing = learner.run({"parse", "-"}, "");
    CHECK(nothing.exit_code == 1);
    CHECK(nothing.err.find("standard input") != std::string::npos);
  }

  TEST_CASE("import and decks name each deck and count its questions and cards") {
    const Learner learner;
    const std::string file = learner.scratch().file("bank.txt", kText);
    const Json imported = learner.json({"import", file});
    REQUIRE(has_keys(imported, {"decks", "added", "updated", "unchanged", "problems"}));
    REQUIRE(imported["decks"].size() == 1);
    CHECK(has_keys(imported["decks"][0], {"id", "name", "questions", "cards"}));
    CHECK(imported["decks"][0]["name"] == "仓储主管面试题");
    CHECK(imported["decks"][0]["cards"] == 6);
    CHECK(imported["added"] == 2);
    CHECK(learner.json({"import", file})["unchanged"] == 2);
    CHECK(learner.json({"decks"})["decks"][0]["id"] == imported["decks"][0]["id"]);
  }

  TEST_CASE("due names the day and each card with its question") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kText)});
    const Json due = learner.json({"due", "--deck", "仓储"});
    REQUIRE(has_keys(due, {"day", "due", "new", "cards"}));
    CHECK(due["day"] == "2026-12-01");
    CHECK(due["new"] == 2);
    REQUIRE(due["cards"].size() == 2);
    REQUIRE(has_keys(due["cards"][0], {"id", "kind", "question", "due"}));
    CHECK(due["cards"][0]["kind"] == "recall");
    CHECK(due["cards"][0]["question"] == "盘点时少了货，你怎么查？");
  }

  TEST_CASE("an interview date is set and shown and taken away") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kText)});
    CHECK(learner.run({"date", "仓储", "2026-12-24"}).exit_code == 0);
    CHECK(learner.json({"decks"})["decks"][0]["interview"] == "2026-12-24");
    CHECK(learner.run({"date", "仓储", "none"}).exit_code == 0);
    CHECK(learner.json({"decks"})["decks"][0]["interview"].is_null());
    CHECK(learner.run({"date", "仓储", "24.12.2026"}).exit_code == 2);
  }

  TEST_CASE("an exported deck is the deck that is imported again") {
    const Learner learner, other;
    learner.json({"import", learner.scratch().file("bank.txt", kText)});
    const std::string file = learner.scratch().path("deck.md");
    REQUIRE(learner.run({"export", "仓储", "-o", file}).exit_code == 0);
    CHECK(learner.json({"import", file})["unchanged"] == 2);
    other.json({"import", file});
    CHECK(other.run({"export", "仓储"}).out == learner.run({"export", "仓储"}).out);
  }

  TEST_CASE("a deck that cannot be written to its file is an error") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kText)});
    const Outcome full =
        learner.run({"export", "仓储", "-o", learner.scratch().path("no such folder/deck.md")});
    CHECK(full.exit_code == 1);
    CHECK(count_lines(full.err) == 1);
  }
}
