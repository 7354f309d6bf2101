// Backups as they are typed: made, listed, gone back to.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

struct Careful : Learner {
  Careful() { json({"import", scratch().file("deck.md", deck_text("题库", 4))}); }

  nlohmann::json backups() const { return json({"backup", "list"})["backups"]; }
  std::string first_stem() const { return json({"questions", "题库"})["questions"][0]["stem"]; }
  void study(int cards) const { run({"study", "--limit", std::to_string(cards)}, std::string(200, '\n')); }
  int answers() const { return json({"stats"})["reviews"]; }
};

}  // namespace

TEST_SUITE("commands/backup") {
  TEST_CASE("without any backup the list is empty and says how to make one") {
    const Careful learner;
    CHECK(learner.backups().empty());
    const Outcome listed = learner.run({"backup", "list"});
    CHECK(listed.exit_code == 0);
    CHECK(listed.out.find("rehearse backup") != std::string::npos);
  }

  TEST_CASE("a backup is made once for what has changed and is listed with what it holds") {
    const Careful learner;
    const auto made = learner.json({"backup"})["made"];
    CHECK(std::filesystem::exists(std::string(made["file"])));
    CHECK(made["bytes"] > 0);
    CHECK(learner.json({"backup"})["made"].is_null());
    const auto listed = learner.backups();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["number"] == 1);
    CHECK(listed[0]["name"] == made["name"]);
    CHECK(listed[0]["questions"] == 4);
    CHECK(listed[0]["answers"] == 0);
    CHECK(listed[0]["newest_answer"].is_null());
  }

  TEST_CASE("going back brings the old words back and keeps every answer given since") {
    Careful learner;
    const std::string stem = learner.first_stem();
    learner.json({"backup"});
    learner.set_now(morning(1));
    learner.study(2);
    const int answers = learner.answers();
    REQUIRE(answers > 0);
    learner.json({"edit", "题库", "1", "--stem", "别的题目？"});
    const auto restored = learner.json({"backup", "restore", "1"});
    CHECK(restored["taken_back"] >= 1);
    CHECK(restored["answers_kept"] == answers);
    CHECK(restored["was_damaged"] == false);
    CHECK(learner.first_stem() == stem);
    CHECK(learner.answers() == answers);
    CHECK(learner.json({"check"})["ok"] == true);
    REQUIRE(learner.backups().size() == 2);
    learner.set_now(morning(2));
    learner.json({"backup", "restore", "1"});
    CHECK(learner.first_stem() == "别的题目？");
  }

  TEST_CASE("a damaged library is replaced by a backup and put aside") {
    const Careful learner;
    learner.json({"backup"});
    {
      std::fstream damage(learner.library() + "/library.sqlite",
                          std::ios::in | std::ios::out | std::ios::binary);
      damage << std::string(4096, 'x');
    }
    CHECK(learner.run({"decks"}).exit_code == 1);
    const auto restored = learner.json({"backup", "restore", "1"});
    CHECK(restored["was_damaged"] == true);
    CHECK(learner.json({"decks"})["decks"].size() == 1);
    CHECK(learner.json({"check"})["ok"] == true);
  }

  TEST_CASE(
      "a damaged library says what to type and that brings back the newest backup or what can be read") {
    const Careful learner;
    const auto damage = [&] {
      std::fstream file(learner.library() + "/library.sqlite",
                        std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(4096);
      file << std::string(4096, 'x');
    };
    learner.json({"backup"});
    const std::string name = learner.backups()[0]["name"];
    damage();
    CHECK(learner.run({"check"}).err.find("rehearse backup restore") != std::string::npos);
    CHECK(learner.json({"backup", "restore"})["restored"] == name);
    CHECK(learner.json({"check"})["ok"] == true);
    CHECK(learner.json({"decks"})["decks"].size() == 1);
    std::filesystem::remove_all(learner.library() + "/backups");
    damage();
    const auto salvaged = learner.json({"backup", "restore"});
    CHECK(salvaged["restored"].is_null());
    CHECK(salvaged["was_damaged"] == true);
    CHECK(learner.json({"check"})["ok"] == true);
  }

  TEST_CASE("a number that is not in the list and a missing one are told apart") {
    const Careful learner;
    const Outcome wrong = learner.run({"backup", "restore", "7"});
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.err.find('7') != std::string::npos);
    CHECK(learner.run({"backup", "restore"}).exit_code == 2);
    CHECK(learner.run({"backup", "burn"}).exit_code == 2);
  }

  TEST_CASE("a backup in Chinese says so in Chinese") {
    const SpeakingChinese chinese;
    const Careful learner;
    CHECK(learner.run({"backup"}).out.find("已备份") != std::string::npos);
    CHECK(learner.run({"backup", "list"}).out.find("4 道题") != std::string::npos);
  }
}
