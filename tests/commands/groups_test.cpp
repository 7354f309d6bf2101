// Study groups as they are typed: a real server on a free port of this computer.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"
#include "tests/sync/client/test_server.h"

using namespace rehearse::command_tests;
using rehearse::test::TestServer;

namespace {

const std::string kPasswordLine = std::string(rehearse::test::kPassword) + "\n";

struct Member : Learner {
  Member(TestServer& server, const std::string& name) {
    const Outcome outcome =
        run({"login", server.url(), "--user", name, "--invite", server.invite()}, kPasswordLine);
    REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
  }
  std::string says(const Arguments& words) const {
    const Outcome outcome = run(words);
    CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
    return outcome.out;
  }
  void sync() const { json({"sync"}); }
  /// The answer of the deck's first question.
  void edit(const std::string& answer) const {
    CHECK(run({"edit", "早班", "1", "--answer", answer}).exit_code == 0);
  }
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// Anna has published a deck in her group, and Bert is in it.
struct StudyGroup {
  StudyGroup() {
    anna.json({"import", anna.scratch().file("早班.md", deck_text("早班", 3))});
    anna.json({"groups", "create", "周三小组"});
    anna.json({"publish", "早班", "周三", "--note", "第一版"});
    anna.sync();
    bert.json({"join", anna.json({"groups", "invite", "周三"})["code"]});
  }

  TestServer server;
  Member anna{server, "anna"}, bert{server, "bert"};
};

}  // namespace

TEST_SUITE("commands/groups") {
  TEST_CASE_FIXTURE(StudyGroup, "what was published is a version with a note, an author and its changes") {
    const auto versions = bert.json({"versions", "周三"})["versions"];
    REQUIRE(versions.size() == 1);
    CHECK(versions[0]["number"] == 1);
    CHECK(versions[0]["note"] == "第一版");
    CHECK(versions[0]["added"] == 3);
    CHECK(versions[0]["news"] == true);
    CHECK(bert.json({"versions", "周三"})["versions"][0]["news"] == false);
    CHECK(has(bert.says({"versions", "周三"}), "anna: 3 new, 0 changed, 0 removed: 第一版"));
    anna.edit("先致歉");
    anna.json({"publish", "早班", "周三"});
    anna.sync();
    CHECK(has(bert.says({"sync"}), "\"周三小组\" has published 1 version"));
    CHECK(bert.json({"versions", "周三", "--show", "2"})["changed"][0]["fields"][0]["after"] == "先致歉");
    CHECK(has(bert.says({"versions", "周三", "--show", "2"}), "先致歉"));
    CHECK(bert.run({"versions", "周三", "--show", "9"}).exit_code == 1);
    CHECK(bert.run({"versions", "周三", "--back", "1"}).exit_code == 1);

    CHECK(anna.json({"versions", "周三", "--back", "1", "--preview"})["changed"].size() == 1);
    CHECK(anna.json({"versions", "周三"})["versions"].size() == 2);
    CHECK(has(anna.says({"versions", "周三", "--back", "1"}), "back at version 1"));
    anna.sync();
    bert.sync();
    const auto all = bert.json({"versions", "周三"})["versions"];
    REQUIRE(all.size() == 3);
    CHECK(all[0]["back_to"] == 1);
    CHECK(bert.json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(StudyGroup, "a reader suggests, an editor accepts or declines") {
    CHECK(has(bert.says({"suggest", "早班", "周三"}), "nothing new to suggest"));
    bert.edit("两小时内给出方案");
    CHECK(bert.run({"publish", "早班", "周三"}).exit_code == 1);
    CHECK(bert.json({"suggest", "早班", "周三", "--preview"})["suggested"] == 1);
    CHECK(bert.json({"suggest", "早班", "周三", "--note", "时限要具体"})["suggested"] == 1);
    CHECK(bert.json({"suggest", "早班", "周三"})["waiting"] == 1);
    bert.sync();
    anna.sync();
    const auto waiting = anna.json({"suggestions", "周三"})["suggestions"];
    REQUIRE(waiting.size() == 1);
    const std::string id = waiting[0]["id"];
    CHECK(waiting[0]["kind"] == "change");
    CHECK(waiting[0]["own"] == false);
    CHECK(has(anna.says({"suggestions", "周三"}), "bert, change: 时限要具体"));
    CHECK(anna.run({"suggestions", "周三", "withdraw", id}).exit_code == 1);
    CHECK(bert.run({"suggestions", "周三", "accept", id}).exit_code == 1);
    CHECK(anna.run({"suggestions", "周三", "accept", "0000"}).exit_code == 1);

    SUBCASE("accepted") {
      CHECK(anna.json({"suggestions", "周三", "accept", id.substr(0, 8)})["done"] == true);
      CHECK(anna.json({"suggestions", "周三"})["suggestions"].empty());
      CHECK(anna.json({"versions", "周三"})["versions"][0]["note"] == "时限要具体");
    }
    SUBCASE("declined") {
      CHECK(anna.json({"suggestions", "周三", "decline", id})["done"] == true);
      CHECK(anna.json({"versions", "周三"})["versions"].size() == 1);
    }
    SUBCASE("taken back") {
      CHECK(bert.json({"suggestions", "周三", "withdraw", id})["done"] == true);
      bert.sync();
      anna.sync();
      CHECK(anna.json({"suggestions", "周三"})["suggestions"].empty());
    }
  }

  TEST_CASE_FIXTURE(StudyGroup, "the board shows who wants to be shown") {
    CHECK(bert.json({"board", "周三"})["on"] == false);
    const auto joined = bert.json({"board", "周三", "join"});
    CHECK(joined["on"] == true);
    REQUIRE(joined["board"].size() == 1);
    bert.sync();
    anna.sync();
    CHECK(has(anna.says({"board", "周三"}), "bert: 0 reviews"));
    CHECK(bert.json({"board", "周三", "leave"})["board"].empty());
    bert.sync();
    anna.sync();
    CHECK(anna.json({"board", "周三"})["board"].empty());
  }

  TEST_CASE_FIXTURE(StudyGroup, "a deck that is withdrawn stays its author's") {
    CHECK(bert.run({"withdraw", "早班", "周三"}).exit_code == 1);
    CHECK(anna.json({"withdraw", "早班", "周三"})["withdrawn"] == 3);
    anna.sync();
    bert.sync();
    CHECK(anna.json({"stats"})["questions"] == 3);
    CHECK(bert.json({"stats"})["questions"] == 0);
  }
}
