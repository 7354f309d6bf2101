// Flags, tags and examples as people type them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;
using Json = nlohmann::json;

namespace {

struct WithDeck : Learner {
  WithDeck() { REQUIRE(run({"import", scratch().file("deck.md", deck_text("仓储", 4))}).exit_code == 0); }

  std::size_t found(const std::string& query) const { return json({"search", query})["cards"].size(); }
};

}  // namespace

TEST_SUITE("gui/commands/marks") {
  TEST_CASE_FIXTURE(WithDeck, "a question is flagged and tagged and given an example and found by each") {
    CHECK(json({"flag", "仓储", "2", "3"})["flag"] == 3);
    CHECK(json({"tag", "仓储", "2", "压力面", "管理::团队"})["tags"] == Json{"压力面", "管理::团队"});
    const Json marked = json({"example", "仓储", "2", "去年大促我带班清点过夜班库位。"});
    CHECK(marked["number"] == 2);
    CHECK(marked["example"] == "去年大促我带班清点过夜班库位。");
    for (const char* query : {"flag:3", "tag:压力面", "tag:管理", "夜班库位", "tag:压力面 flag:3 -flag:0"}) {
      CAPTURE(query);
      CHECK(found(query) == 3);
    }
    CHECK(found("tag:none") == 9);
    const std::string listed = run({"questions", "仓储"}).out;
    CHECK(listed.find("    flag 3; tags: 压力面, 管理::团队\n    my example: 去年大促") != std::string::npos);
    const SpeakingChinese chinese;
    CHECK(
        run({"questions", "仓储"}).out.find("    旗标 3；标签：压力面、管理::团队\n    我的例子：去年大促") !=
        std::string::npos);
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(WithDeck, "marks stay when the file is imported again and each is taken back by undo") {
    json({"tag", "仓储", "1", "难", "常问"});
    json({"flag", "仓储", "1", "1"});
    CHECK(json({"import", scratch().path("deck.md")})["unchanged"] == 4);
    json({"tag", "仓储", "1", "难", "--remove"});
    CHECK(json({"questions", "仓储"})["questions"][0]["tags"] == Json{"常问"});
    const Json undone = json({"undo"});
    CHECK(undone["tags"] == Json{"常问", "难"});
    CHECK(undone["undone"] == Json::array({{{"field", "tags"}, {"before", "常问"}, {"after", "常问\n难"}}}));
    const Outcome printed = run({"undo"});
    CHECK(printed.out.find("flag: 1 → (nothing)") != std::string::npos);
    CHECK(json({"undo"})["tags"] == Json::array());
    CHECK(json({"undo"})["undone"] == "import");
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(WithDeck, "marks that cannot be are refused in one line and change nothing") {
    json({"tag", "仓储", "1", "难"});
    const std::string before = state();
    for (const Arguments& command :
         {Arguments{"tag", "仓储", "1", "难"}, Arguments{"tag", "仓储", "1", "none"},
          Arguments{"tag", "仓储", "1", "没有", "--remove"}, Arguments{"tag", "仓储", "1", " "},
          Arguments{"flag", "仓储", "1", "0"}, Arguments{"flag", "仓储", "9", "1"},
          Arguments{"example", "仓储", "1", ""}, Arguments{"tag", "没有", "1", "难"}}) {
      CAPTURE(command.back());
      const Outcome outcome = run(command);
      CHECK(outcome.exit_code == 1);
      CHECK(outcome.out == "");
      CHECK(count_lines(outcome.err) == 1);
    }
    for (const Arguments& command :
         {Arguments{"flag", "仓储", "1", "8"}, Arguments{"flag", "仓储", "1", "red"},
          Arguments{"flag", "仓储", "1"}, Arguments{"tag", "仓储", "1"}}) {
      CAPTURE(command.back());
      CHECK(run(command).exit_code == 2);
    }
    CHECK(state() == before);
  }
}
