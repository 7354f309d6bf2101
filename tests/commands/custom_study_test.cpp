// What and how long to study, as people type it.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

constexpr const char* kSections =
    "---\nrehearse: 1\n---\n\n# 门店\n\n## 开店\n\n### 开店前情形Q101先看什么？\n\n- **门**：锁是否完好\n- "
    "**灯**：全部亮起\n\n"
    "## 闭店\n\n### 闭店前情形Q102先看什么？\n\n- **火**：煤气关好\n- **窗**：逐扇推一下\n\n"
    "### 闭店后情形Q103报给谁？\n\n- **店长**：发一条消息\n";

struct Shop : Learner {
  Shop() { json({"import", scratch().file("shop.md", kSections)}); }

  /// How many cards a sitting begins with; it studies nothing.
  std::string begun_with(Arguments choice) const {
    choice.insert(choice.begin(), "study");
    const std::string out = run(std::move(choice)).out;
    return out.starts_with("1/") ? out.substr(2, out.find(' ') - 2) : "0";
  }
  int lapses() const { return static_cast<int>(json({"search", "prop:lapses>0"})["cards"].size()); }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE("gui/commands/custom study") {
  TEST_CASE_FIXTURE(Shop, "a section or a query or both say what is studied whether due or not") {
    CHECK(begun_with({}) == "3");
    CHECK(begun_with({"--section", "闭店"}) == "2");
    CHECK(begun_with({"--search", "煤气"}) == "1");
    CHECK(begun_with({"--section", "闭店", "--search", "店长 or 锁"}) == "1");
    CHECK(begun_with({"--deck", "门店", "--section", "店"}) == "3");
    CHECK(run({"study"}, "\n\n\n").exit_code == 0);
    CHECK(begun_with({}) == "0");
    CHECK(begun_with({"--section", "闭店"}) == "2");
    CHECK(begun_with({"--search", "is:due"}) == "0");
    CHECK(has(run({"study", "--search", "is:due"}).out, "no card fits"));
  }

  TEST_CASE_FIXTURE(Shop, "custom answers are reviews like all others and can be taken back") {
    CHECK(run({"study"}, "\n\n\n").exit_code == 0);
    const std::string before = state();
    CHECK(run({"study", "--section", "闭店"}, "a11\nu").exit_code == 0);
    CHECK(json({"stats"})["reviews"] == 3);
    CHECK(json({"due"}) == nlohmann::json::parse(run({"due", "--json"}).out));
    CHECK(run({"study", "--section", "闭店", "--limit", "1"}, "a12\n").exit_code == 0);
    CHECK(json({"stats"})["reviews"] == 4);
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(Shop, "what was missed today comes once more and the weakest come first") {
    CHECK(run({"study"}, "\n\n\n").exit_code == 0);
    CHECK(begun_with({"--missed-today"}) == "0");  // the first meeting was reading
    set_now(morning(1));
    CHECK(run({"study", "--limit", "1"}, "A1\n").exit_code ==
          0);  // of the first one, the second point is missed
    CHECK(begun_with({"--missed-today"}) == "1");
    CHECK(begun_with({"--weakest", "2"}) == "2");
    CHECK(begun_with({"--weakest", "1", "--section", "开店"}) == "1");
    set_now(morning(2));
    CHECK(begun_with({"--missed-today"}) == "0");
  }

  TEST_CASE_FIXTURE(Shop, "tomorrow's cards can be studied today") {
    CHECK(run({"study"}, "\n\n\n").exit_code == 0);
    CHECK(begun_with({"--ahead", "1"}) == "0");  // they were answered today
    set_now(morning(1));
    CHECK(run({"study"}, "A12\nA12\nA1\n").exit_code == 0);
    set_now(morning(2));
    CHECK(run({"study"}, "A12\nA12\nA1\n").exit_code == 0);  // from now on six days
    set_now(morning(4));
    CHECK(begun_with({}) == "0");
    CHECK(begun_with({"--ahead", "3"}) == "0");
    CHECK(begun_with({"--ahead", "4"}) == "3");
  }

  TEST_CASE_FIXTURE(Shop, "minutes plan the sitting and cards alone limit no minutes") {
    CHECK(begun_with({"--minutes", "1"}) == "2");  // of 36 seconds each
    CHECK(begun_with({"--minutes", "1", "--limit", "1"}) == "1");
    CHECK(begun_with({"--limit", "3"}) == "3");
    // Who is quicker than the estimate goes on while there are minutes.
    CHECK(has(run({"study", "--minutes", "1"}, "\n\n\n").out, "studied 3"));
  }

  TEST_CASE_FIXTURE(Shop, "what makes no sense is a usage error in one line") {
    const SpeakingChinese chinese;
    for (const Arguments& command :
         {Arguments{"study", "--minutes", "0"}, Arguments{"study", "--limit", "0"},
          Arguments{"study", "--minutes", "-5"}, Arguments{"study", "--weakest", "0"},
          Arguments{"study", "--ahead", "0"}, Arguments{"study", "--ahead", "2", "--section", "开店"}}) {
      const Outcome outcome = run(command);
      CHECK(outcome.exit_code == 2);
      CHECK(outcome.out.empty());
      CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
      CHECK(has(outcome.err, "参见"));
    }
    CHECK(run({"study", "--section", "没有这一章"}).exit_code == 1);
    CHECK(run({"study", "--search", "(门"}).exit_code == 1);
  }

  TEST_CASE_FIXTURE(Shop, "a terminal offers to go on and to ask once more what was missed") {
    const Outcome met = run_on_terminal(here({"study", "--limit", "2"}), "\n\ng\nq");
    CHECK(has(met.out, "g goes on"));
    CHECK(has(met.out, "3 cards studied"));
    set_now(morning(1));
    const Outcome missed = run_on_terminal(here({"study", "--limit", "1"}), "\nd\n\nq");
    CHECK(has(missed.out, "2 cards missed and not asked again"));
    CHECK(has(missed.out, "3 cards studied"));
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(Shop, "the first meeting is reading and counts as no lapse and toward no leech") {
    CHECK(run({"study", "--section", "报给谁", "--limit", "1"}).exit_code == 1);
    CHECK(run({"study", "--search", "店长"}, "\n").exit_code == 0);
    CHECK(lapses() == 0);
    for (int day = 1; day <= 8; ++day) {
      CHECK(json({"search", "is:leech"})["cards"].empty());
      set_now(morning(day));
      CHECK(run({"study", "--search", "店长 kind:point", "--limit", "1"}, "\n").exit_code == 0);
      CHECK(lapses() == 1);
    }
    CHECK(json({"search", "is:leech"})["cards"].size() == 1);
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(Shop, "a clock that jumps back a year between two sittings loses nothing") {
    CHECK(run({"study", "--limit", "1"}, "\n").exit_code == 0);
    set_now("2025-12-01T09:30:00+08:00");
    const Outcome back = run({"study"}, "\n\n");
    CHECK(back.exit_code == 0);
    CHECK(has(back.err, "365 days ahead"));
    CHECK(has(back.out, "studied 2"));
    CHECK(json({"stats"})["reviews"] == 3);
    set_now(morning(1));
    CHECK(json({"due"})["due"] == 3);
    CHECK(run({"study"}, "A12\nA12\nA1\n").exit_code == 0);
    CHECK(json({"check"})["ok"] == true);
  }
}
