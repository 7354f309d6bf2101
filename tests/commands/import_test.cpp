#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"
#include "tests/skip.h"

using namespace rehearse::command_tests;

namespace {

// Refused in one line that names the file, with the library as it was.
void check_refused(const Learner& learner, const std::string& path) {
  CAPTURE(path);
  const std::string before = learner.state();
  const Outcome outcome = learner.run({"import", path});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.out == "");
  CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
  CHECK_MESSAGE(outcome.err.find(path) != std::string::npos, outcome.err);
  CHECK(learner.state() == before);
}

// A folder with so many decks that importing them can be stopped in between.
std::string folder_of_decks(const Learner& learner, int decks) {
  std::string folder = learner.scratch().path("documents");
  std::filesystem::create_directory(folder);
  for (int i = 0; i < decks; ++i) {
    const std::string name = "班组" + std::to_string(i);
    learner.scratch().file("documents/" + name + ".md", deck_text(name, 2));
  }
  return folder;
}

constexpr int kManyDecks = 300;

}  // namespace

TEST_SUITE("gui/commands/import") {
  TEST_CASE("importing a file a second time changes nothing") {
    const Learner learner;
    const std::string deck = learner.scratch().file("deck.md", deck_text("班组日常", 4));
    const nlohmann::json first = learner.json({"import", deck});
    CHECK(first["added"] == 4);
    CHECK(first["unchanged"] == 0);
    REQUIRE(first["decks"].size() == 1);
    CHECK(first["decks"][0]["name"] == "班组日常");
    CHECK(first["decks"][0]["questions"] == 4);
    CHECK(first["decks"][0]["cards"] == 4 + 4 * 2);

    const std::string before = learner.state();
    const nlohmann::json second = learner.json({"import", deck});
    CHECK(second["added"] == 0);
    CHECK(second["updated"] == 0);
    CHECK(second["unchanged"] == 4);
    CHECK(second["decks"][0]["id"] == first["decks"][0]["id"]);
    CHECK(learner.state() == before);
  }

  TEST_CASE("several files are imported by one command") {
    const Learner learner;
    const std::string one = learner.scratch().file("one.md", deck_text("早班", 2));
    const std::string two = learner.scratch().file("two.md", deck_text("晚班", 3));
    const nlohmann::json report = learner.json({"import", one, two});
    CHECK(report["added"] == 5);
    CHECK(report["decks"].size() == 2);
    CHECK(learner.json({"stats"})["questions"] == 5);
    const Outcome decks = learner.run({"decks"});
    CHECK(decks.exit_code == 0);
    CHECK(decks.out.find("早班") != std::string::npos);
    CHECK(decks.out.find("晚班") != std::string::npos);
  }

  TEST_CASE("a file that is no document is refused in one line and the library stays as it was") {
    const Learner learner;
    const Scratch& scratch = learner.scratch();
    learner.json({"import", scratch.file("deck.md", deck_text("班组日常", 2))});
    check_refused(learner, scratch.path("missing.txt"));
    check_refused(learner, scratch.file("empty.txt", ""));
    check_refused(learner, scratch.file("blank.txt", " \n\t\n\n"));
    std::string binary(
        "\x7f"
        "ELF\x02\x01\x01",
        7);
    for (int i = 0; i < 4096; ++i) binary += static_cast<char>((i * 37) % 256);
    check_refused(learner, scratch.file("program.bin", binary));
    std::filesystem::create_directory(scratch.path("folder"));
    check_refused(learner, scratch.path("folder"));
    check_refused(learner, "/dev/zero");
  }

  TEST_CASE("JSON that breaks off says where and what was expected there") {
    const Learner learner;
    const std::string file =
        learner.scratch().file("deck.json", "{\"title\": \"甲\",\n \"questions\": [{\"stem\": \"问\"}\n");
    const Outcome outcome = learner.run({"import", file});
    CHECK(outcome.exit_code == 1);
    CHECK_MESSAGE(outcome.err.find("line 3, column 1: ") != std::string::npos, outcome.err);
    CHECK(outcome.err.find("a comma or ] is expected") != std::string::npos);
    check_refused(learner, file);
  }

  TEST_CASE("a file that cannot be read keeps none of the others out") {
    const Learner learner;
    const std::string one = learner.scratch().file("one.md", deck_text("早班", 2));
    const std::string bad = learner.scratch().path("missing.txt");
    const std::string two = learner.scratch().file("two.md", deck_text("晚班", 3));
    const Outcome outcome = learner.run({"import", one, bad, two});
    CHECK(outcome.exit_code == 1);
    CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
    CHECK_MESSAGE(outcome.err.find(bad) != std::string::npos, outcome.err);
    CHECK(learner.json({"stats"})["questions"] == 5);
  }

  TEST_CASE("a folder stands for the documents in it and below it but for hidden and other files") {
    const Learner learner;
    const Scratch& scratch = learner.scratch();
    std::filesystem::create_directories(scratch.path("bank/night"));
    std::filesystem::create_directory(scratch.path("bank/.trash"));
    scratch.file("bank/one.md", deck_text("早班", 2));
    scratch.file("bank/night/two.md", deck_text("晚班", 3));
    scratch.file("bank/.trash/three.md", deck_text("旧班", 4));
    scratch.file("bank/picture.png", "no document");
    CHECK(learner.json({"import", scratch.path("bank")})["added"] == 5);
    CHECK(learner.json({"import", scratch.path("bank")})["unchanged"] == 5);
  }

  TEST_CASE("Ctrl-C stops an import behind a whole file and the same command goes on") {
    const Learner learner;
    const std::string folder = folder_of_decks(learner, kManyDecks);
    Program program(learner.here({"import", folder}));
    REQUIRE(program.read_until([](std::string_view out) { return !out.empty(); }));
    program.interrupt();
    const Outcome stopped = program.wait();
    CHECK(stopped.exit_code == 130);
    CHECK_MESSAGE(stopped.err.find("of 300 files") != std::string::npos, stopped.err);
    CHECK(learner.json({"check"})["ok"] == true);
    const nlohmann::json rest = learner.json({"import", folder});
    CHECK(rest["unchanged"] > 0);
    CHECK(rest["added"] > 0);
    CHECK(learner.json({"stats"})["questions"] == 2 * kManyDecks);
  }

  TEST_CASE("an import that is killed leaves a whole library") {
    const Learner learner;
    const std::string folder = folder_of_decks(learner, kManyDecks);
    Program program(learner.here({"import", folder}));
    REQUIRE(program.read_until([](std::string_view out) { return !out.empty(); }));
    program.kill();
    CHECK(learner.json({"check"})["ok"] == true);
    CHECK(learner.json({"stats"})["questions"] > 0);
    learner.json({"import", folder});
    CHECK(learner.json({"stats"})["questions"] == 2 * kManyDecks);
  }

  TEST_CASE("a file of more than 100 MB is refused before it is read") {
    const Learner learner;
    const std::string large = learner.scratch().file("large.txt", "一、");
    std::filesystem::resize_file(large, 100'000'001);
    check_refused(learner, large);
  }

  TEST_CASE("a file that may not be read is refused in one line") {
    if (::geteuid() == 0) SKIP_IN_WORDS("root may read every file");
    const Learner learner;
    const std::string secret = learner.scratch().file("secret.md", deck_text("班组日常", 2));
    std::filesystem::permissions(secret, std::filesystem::perms::none);
    check_refused(learner, secret);
  }

  TEST_CASE("an exported deck gives the same cards in another library") {
    const Learner one;
    one.json({"import", one.scratch().file("deck.md", deck_text("班组日常", 5))});
    const Outcome exported = one.run({"export", "班组日常"});
    REQUIRE_MESSAGE(exported.exit_code == 0, exported.err);
    const Learner two;
    two.json({"import", two.scratch().file("copy.md", exported.out)});
    CHECK(two.json({"due"}) == one.json({"due"}));
    CHECK(two.run({"export", "班组日常"}).out == exported.out);
  }

  TEST_CASE("parse says what it read and touches no library") {
    const Learner learner;
    const std::string deck = learner.scratch().file("deck.md", deck_text("班组日常", 3));
    const nlohmann::json document = learner.json({"parse", deck});
    CHECK(document["title"] == "班组日常");
    REQUIRE(document["questions"].size() == 3);
    const nlohmann::json& question = document["questions"][0];
    CHECK(question["type"] == "open");
    CHECK(question["section"] == "日常");
    CHECK(question["points"].size() == 2);
    for (const std::string field : {"stem", "options", "answer_key", "criteria", "answer", "analysis"}) {
      CHECK_MESSAGE(question.contains(field), field);
    }
    CHECK(document["problems"].is_array());
    CHECK_FALSE(std::filesystem::exists(learner.library()));
  }
}
