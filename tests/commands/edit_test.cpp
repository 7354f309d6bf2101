// A corrected file imported again, what it would change, and edits in the library: as people type it.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;
using Json = nlohmann::json;

namespace {

constexpr std::string_view kBefore =
    "仓储主管面试题\n一、盘点\n1.盘点时少了货，你怎么查？\n参考答案：\n(1)封存现场：先不让人动货。\n"
    "(2)逐条对账：把单据和系统对一遍。\n(3)追溯责任：查三天的出库记录。\n"
    "2.新人总是上错架，你怎么教？\n参考答案：\n(1)示范一次：边做边说。\n(2)看他做：当场改。\n";

/// One stem and one point corrected, one question put between.
constexpr std::string_view kAfter =
    "仓储主管面试题\n一、盘点\n1.盘点的时候货少了，你怎么查？\n参考答案：\n(1)封存现场：先不让人动货。\n"
    "(2)逐笔对账：把单据和系统对一遍。\n(3)追溯责任：查三天的出库记录。\n"
    "2.货架倒了，你先做什么？\n参考答案：\n(1)救人：看有没有人受伤。\n(2)封锁：拉起警戒线。\n"
    "3.新人总是上错架，你怎么教？\n参考答案：\n(1)示范一次：边做边说。\n(2)看他做：当场改。\n";

std::vector<std::string> cues(const Json& question) {
  std::vector<std::string> list;
  for (const Json& point : question["points"]) list.push_back(point["cue"]);
  return list;
}

}  // namespace

TEST_SUITE("gui/commands/edit") {
  TEST_CASE("parse --diff says what a corrected file would change and leaves the library as it is") {
    const Learner learner;
    const std::string before = learner.scratch().file("before.txt", kBefore);
    const std::string after = learner.scratch().file("after.txt", kAfter);
    CHECK(learner.json({"parse", before, "--diff"})["added"].size() == 2);
    CHECK_FALSE(std::filesystem::exists(learner.library()));
    learner.json({"import", before});
    const std::string state = learner.state();
    const Json diff = learner.json({"parse", after, "--diff"});
    CHECK(learner.state() == state);
    for (const char* key :
         {"decks", "added", "changed", "renamed", "kept", "missing", "unchanged", "problems"})
      CHECK_MESSAGE(diff.contains(key), key);
    REQUIRE(diff["added"].size() == 1);
    CHECK(diff["added"][0]["number"] == 2);
    REQUIRE(diff["changed"].size() == 1);
    CHECK(diff["changed"][0]["fields"][0] == Json{{"field", "stem"},
                                                  {"before", "盘点时少了货，你怎么查？"},
                                                  {"after", "盘点的时候货少了，你怎么查？"}});
    CHECK(diff["unchanged"] == 1);
    const Outcome printed = learner.run({"parse", after, "--diff"});
    CHECK(printed.exit_code == 0);
    CHECK(printed.out.find("逐条对账：把单据和系统对一遍 → 逐笔对账：把单据和系统对一遍") !=
          std::string::npos);
    CHECK(learner.json({"import", before})["changed"].empty());
  }

  TEST_CASE("a corrected file keeps what was learnt and lists what it did") {
    Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kBefore)});
    learner.run({"study", "--limit", "1"}, "A123\n");
    const std::string id = learner.json({"questions", "仓储"})["questions"][0]["id"];
    const Json report = learner.json({"import", learner.scratch().file("bank.txt", kAfter)});
    CHECK(report["added"] == 1);
    CHECK(report["updated"] == 1);
    REQUIRE(report["renamed"].size() == 1);
    CHECK(report["renamed"][0]["id"] == id);
    CHECK(report["renamed"][0]["before"] == "盘点时少了货，你怎么查？");
    const Json again = learner.json({"import", learner.scratch().path("bank.txt")});
    CHECK(again["unchanged"] == 3);
    CHECK(again["renamed"].empty());
    CHECK(learner.json({"stats"})["reviews"] == 1);
    CHECK(learner.json({"due"})["new"] == 2);
    const Json back = learner.json({"import", learner.scratch().file("bank.txt", kBefore)});
    REQUIRE(back["missing"].size() == 1);
    CHECK(back["missing"][0]["question"] == "货架倒了，你先做什么？");
    CHECK(learner.json({"stats"})["questions"] == 3);
  }

  TEST_CASE("an edit stays when the file is imported again and can be taken back") {
    const Learner learner;
    const std::string file = learner.scratch().file("bank.txt", kBefore);
    learner.json({"import", file});
    const Json edited = learner.json({"edit", "仓储", "2", "--stem", "新人上错架怎么办？"});
    CHECK(edited["number"] == 2);
    CHECK(edited["stem"] == "新人上错架怎么办？");
    const Json again = learner.json({"import", file});
    CHECK(again["unchanged"] == 2);
    REQUIRE(again["kept"].size() == 1);
    CHECK(again["kept"][0]["field"] == "stem");
    CHECK(again["kept"][0]["here"] == "新人上错架怎么办？");
    CHECK(again["kept"][0]["document"] == "新人总是上错架，你怎么教？");
    CHECK(again["kept"][0]["document_changed"] == false);
    CHECK(learner.json({"undo"})["stem"] == "新人总是上错架，你怎么教？");
    CHECK(learner.json({"undo"})["undone"] == "import");
    CHECK(learner.json({"decks"})["decks"].empty());
    const Outcome nothing = learner.run({"undo"});
    CHECK(nothing.exit_code == 1);
    CHECK(count_lines(nothing.err) == 1);
  }

  TEST_CASE("options and the key of a choice are edited") {
    const Learner learner;
    learner.json(
        {"import", learner.scratch().file("quiz.txt",
                                          "小测验\n1.仓库禁止什么？( )\nA.吸烟\nB.喝水\nC.走路\n答案：B\n")});
    learner.json({"edit", "小测验", "1", "--option", "A=抽烟", "--option", "B=喝水", "--key", "A"});
    const Outcome exported = learner.run({"export", "小测验"});
    CHECK(exported.out.find("[x] A. 抽烟") != std::string::npos);
    CHECK(exported.out.find("走路") == std::string::npos);
    CHECK(learner.run({"edit", "小测验", "1", "--option", "喝水"}).exit_code == 1);
  }

  TEST_CASE("a key or options that could never be asked are refused") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kBefore)});
    learner.json({"import", learner.scratch().file("quiz.txt",
                                                   "小测验\n1.仓库禁止什么？( )\nA.吸烟\nB.喝水\n答案：B\n"
                                                   "2.货架可以攀爬。( )\n答案：正确\n")});
    const std::string before = learner.state();
    for (const Arguments& command :
         {Arguments{"edit", "仓储", "1", "--key", "A"}, Arguments{"edit", "仓储", "1", "--option", "A=x"},
          Arguments{"edit", "小测验", "1", "--key", "C"}}) {
      CAPTURE(command.back());
      const Outcome outcome = learner.run(command);
      CHECK(outcome.exit_code == 1);
      CHECK(outcome.out == "");
      CHECK(count_lines(outcome.err) == 1);
    }
    CHECK(learner.state() == before);
    CHECK(learner.run({"edit", "小测验", "1", "--key", "A"}).out.find("✓ A. 吸烟") != std::string::npos);
    CHECK(learner.run({"edit", "小测验", "2", "--key", "false"}).out.find("✓ 错误") != std::string::npos);
  }

  TEST_CASE("undo says what it took back") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kBefore)});
    learner.json({"edit", "仓储", "2", "--stem", "新人上错架怎么办？"});
    learner.json({"point", "rename", "仓储", "1", "1", "先封存"});
    learner.json({"point", "merge", "仓储", "1", "1", "2"});
    CHECK(learner.run({"undo"}).out.find("先封存；逐条对账 / 追溯责任 → 先封存 / 逐条对账 / 追溯责任") !=
          std::string::npos);
    CHECK(learner.run({"undo"}).out.find("先封存：先不让人动货 → 封存现场：先不让人动货") !=
          std::string::npos);
    const Json undone = learner.json({"undo"});
    CHECK(undone["undone"] == Json::array({{{"field", "stem"},
                                            {"before", "新人上错架怎么办？"},
                                            {"after", "新人总是上错架，你怎么教？"}}}));
  }

  TEST_CASE("points are merged and split and moved and renamed and each step is taken back") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kBefore)});
    const Json merged = learner.json({"point", "merge", "仓储", "1", "1", "2"});
    CHECK(cues(merged) == std::vector<std::string>{"封存现场；逐条对账", "追溯责任"});
    const Json split = learner.json({"point", "split", "仓储", "1", "1", "封存：别动货", "对账"});
    CHECK(cues(split) == std::vector<std::string>{"封存", "对账", "追溯责任"});
    CHECK(split["points"][0]["detail"] == "别动货");
    CHECK(cues(learner.json({"point", "move", "仓储", "1", "3", "1"})) ==
          std::vector<std::string>{"追溯责任", "封存", "对账"});
    const std::string id = split["id"];
    const std::string point = split["points"][1]["id"];
    const Json renamed = learner.json(
        {"point", "rename", "仓储", id.substr(0, 8), point.substr(0, 8), "对单据", "--detail", "两人"});
    CHECK(cues(renamed) == std::vector<std::string>{"追溯责任", "封存", "对单据"});
    CHECK(learner.json({"check"})["ok"] == true);
    for (int i = 0; i < 3; ++i) learner.json({"undo"});
    CHECK(cues(learner.json({"undo"})) == std::vector<std::string>{"封存现场", "逐条对账", "追溯责任"});
    CHECK(learner.json({"check"})["ok"] == true);
  }

  TEST_CASE("what is named wrongly is one line and changes nothing") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("bank.txt", kBefore)});
    const std::string before = learner.state();
    const std::vector<Arguments> impossible = {{"edit", "没有", "1", "--stem", "x"},
                                               {"edit", "仓储", "9", "--stem", "x"},
                                               {"edit", "仓储", "1"},
                                               {"edit", "仓储", "1", "--stem", " "},
                                               {"point", "rename", "仓储", "1", "9", "x"},
                                               {"point", "merge", "仓储", "1", "1", "1"},
                                               {"point", "move", "仓储", "1", "2", "2"},
                                               {"questions", "没有"}};
    for (const Arguments& command : impossible) {
      CAPTURE(command.back());
      const Outcome outcome = learner.run(command);
      CHECK(outcome.exit_code == 1);
      CHECK(outcome.out == "");
      CHECK(count_lines(outcome.err) == 1);
    }
    const std::vector<Arguments> mistyped = {{"point"},
                                             {"point", "glue", "仓储", "1"},
                                             {"point", "merge", "仓储", "1", "1"},
                                             {"point", "split", "仓储", "1", "1", "one part"},
                                             {"point", "move", "仓储", "1", "1", "0"},
                                             {"questions"}};
    for (const Arguments& command : mistyped) {
      CAPTURE(command.back());
      CHECK(learner.run(command).exit_code == 2);
    }
    CHECK(learner.state() == before);
  }
}
