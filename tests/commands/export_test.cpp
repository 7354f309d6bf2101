// A deck out to a file and in again, in each format.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

constexpr std::string_view kDeck =
    "<!-- rehearse: 1 -->\n# 夜班\n## 交接\n先看记录。\n### 怎么交接？\n*10 分 · 3 分钟*\n- "
    "**列清单**：逐项签字\n"
    "- **当面说**\n> 先列清单，再当面说。\n\n**评分标准**：\n- 有清单\n- 有签字\n\n### 谁签字？\n- [ ] A. "
    "路人\n"
    "- [x] B. 双方, 一起\n\n**解析**：=1+1\n\n### 漏水先断电。\n\n**答案**：正确\n";

std::string bytes_of(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Exporter : Learner {
  Exporter() { json({"import", scratch().file("night.md", kDeck)}); }

  std::string exported(const std::string& name) const {
    std::string path = scratch().path(name);
    const Outcome outcome = run({"export", "夜班", path});
    CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
    CHECK(outcome.out == "");
    return path;
  }
};

}  // namespace

TEST_SUITE("gui/commands/export") {
  TEST_CASE("a deck exported as Markdown or JSON is the same deck to its own library") {
    const Exporter learner;
    for (const std::string name : {"out.md", "out.json"}) {
      CAPTURE(name);
      const nlohmann::json again = learner.json({"import", learner.exported(name)});
      CHECK(again["unchanged"] == 3);
      CHECK(again["added"] == 0);
      CHECK(again["decks"][0]["name"] == "夜班");
    }
  }

  TEST_CASE("a deck exported as a table has the same questions in another library") {
    const Exporter learner;
    const Learner other;
    const std::string table = learner.exported("夜班.csv");
    const nlohmann::json imported = other.json({"import", table});
    CHECK(imported["added"] == 3);
    CHECK(imported["problems"].empty());
    CHECK(other.json({"due"}) == learner.json({"due"}));
  }

  TEST_CASE("the format comes from the extension or from --format") {
    const Exporter learner;
    CHECK(bytes_of(learner.exported("a.HTML")).find("<!DOCTYPE html>") == 0);
    CHECK(bytes_of(learner.exported("a.csv")).find("\xEF\xBB\xBF#,") == 0);
    CHECK(bytes_of(learner.exported("no extension")).find("---\nrehearse: 1") == 0);
    CHECK(nlohmann::json::parse(learner.run({"export", "夜班", "--format", "json"}).out)["rehearse"] == 1);
    const std::string odd = learner.scratch().path("deck.txt");
    CHECK(learner.run({"export", "夜班", odd, "--format", "csv"}).exit_code == 0);
    CHECK(bytes_of(odd).find("\xEF\xBB\xBF#,") == 0);
  }

  TEST_CASE("a format that is not known is a usage error and no file is made") {
    const Exporter learner;
    for (const Arguments& typed : {Arguments{"export", "夜班", "--format", "pdf"},
                                   Arguments{"export", "夜班", learner.scratch().path("deck.xlsx")}}) {
      const Outcome outcome = learner.run(typed);
      CHECK(outcome.exit_code == 2);
      CHECK(outcome.out == "");
      CHECK(count_lines(outcome.err) == 1);
      CHECK(outcome.err.find("md, json, csv") != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(learner.scratch().path("deck.xlsx")));
  }

  TEST_CASE("a file that is there already is written over only by --force") {
    const Exporter learner;
    const std::string path = learner.scratch().file("mine.md", "my own notes");
    const Outcome refused = learner.run({"export", "夜班", path});
    CHECK(refused.exit_code == 1);
    CHECK_MESSAGE(count_lines(refused.err) == 1, refused.err);
    CHECK(refused.err.find(path) != std::string::npos);
    CHECK(refused.err.find("--force") != std::string::npos);
    CHECK(bytes_of(path) == "my own notes");
    CHECK(learner.run({"export", "夜班", path, "--force"}).exit_code == 0);
    CHECK(bytes_of(path).find("夜班") != std::string::npos);
    CHECK(learner.run({"export", "夜班", learner.scratch().path("new.md"), "--force"}).exit_code == 0);
  }

  TEST_CASE("a package is not written to a terminal and goes into a pipe") {
    const Exporter learner;
    const Outcome shown = run_on_terminal(learner.here({"export", "夜班", "--format", "apkg"}));
    CHECK(shown.exit_code == 1);
    CHECK_MESSAGE(count_lines(shown.out) == 1, shown.out);
    CHECK(learner.run({"export", "夜班", "--format", "apkg"}).out.starts_with("PK"));
    CHECK(run_on_terminal(learner.here({"export", "夜班"})).exit_code == 0);
  }

  TEST_CASE("a deck that is not there is not exported") {
    const Exporter learner;
    CHECK(learner.run({"export", "早班", learner.scratch().path("x.csv")}).exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(learner.scratch().path("x.csv")));
  }
}
