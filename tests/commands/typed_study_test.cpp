// Typed answers as people type them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Questions of two points that were read yesterday.
struct Reader : Learner {
  Reader() {
    json({"import", scratch().file("deck.md", deck_text("班组日常", 3))});
    REQUIRE(run({"study"}, "\n\n\n").exit_code == 0);
    set_now(morning(1));
  }
};

std::string deck_of(int points) {
  std::string text = "---\nrehearse: 1\n---\n\n# 长短\n\n## 全部\n\n### 这一题情形Q100怎么答？\n\n";
  if (points == 0) text += "只有一段话。\n";
  for (int i = 1; i <= points; ++i)
    text += "- **第" + std::to_string(i) + "步**：检查" + std::to_string(i) + "号设备\n";
  return text;
}

}  // namespace

TEST_SUITE("gui/commands/typed study") {
  TEST_CASE_FIXTURE(Reader, "what was typed is checked point by point with the words that told it") {
    const Outcome sitting = run({"study", "--typed", "--limit", "1"}, "告诉当班的同事\n\n");
    CHECK(sitting.exit_code == 0);
    CHECK(has(sitting.out, "[-] 1 核对"));
    CHECK(has(sitting.out, "[x] 2 通知"));
    CHECK(has(sitting.out, "【告诉当班的同事】"));
    CHECK(has(sitting.out, "%: 告诉当班的同事"));
    CHECK(has(sitting.out, "1/2 points recalled"));
    CHECK(has(sitting.out, "studied 1"));
  }

  TEST_CASE_FIXTURE(Reader, "a tick may be changed before the answer is stored") {
    const Outcome sitting = run({"study", "--typed", "--limit", "1"}, "告诉当班的同事\n1\n");
    CHECK(has(sitting.out, "2/2 points recalled"));
    CHECK(json({"check"})["ok"] == true);
  }

  TEST_CASE_FIXTURE(Reader, "on a terminal t and Escape change between typing and speaking") {
    const Outcome sitting = run_on_terminal(here({"study", "--limit", "2"}), "t通知同事\n\n\x1b A1\nq");
    CHECK(has(sitting.out, "Esc speak instead"));
    CHECK(has(sitting.out, "your answer: 通知同事_"));
    CHECK(has(sitting.out, "2 cards studied"));
  }

  TEST_CASE("a new question is read even by who types") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", 1))});
    const Outcome sitting = learner.run({"study", "--typed"}, "\n");
    CHECK(has(sitting.out, "stored: read"));
    CHECK(has(sitting.out, "studied 1"));
  }

  TEST_CASE("a question without points and one of 200 are studied with and without typing") {
    for (const int points : {0, 200}) {
      Learner learner;
      learner.json({"import", learner.scratch().file("deck.md", deck_of(points))});
      CHECK(has(learner.run({"study"}, "A\n").out, "studied 1"));
      learner.set_now(morning(1));
      CHECK(
          has(learner.run({"study", "--typed", "--limit", "1"}, points == 0 ? "A\n" : "检查7号设备\n\n").out,
              "studied 1"));
      learner.set_now(morning(2));
      CHECK(has(learner.run({"study", "--limit", "1", "--ahead", "30"}, "A1\n").out, "studied 1"));
      CHECK(learner.json({"check"})["ok"] == true);
    }
  }
}
