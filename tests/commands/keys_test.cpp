// What each key does to each kind of card, as the program says it stored the answer.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

/// A library that holds one question; `body` stands under its heading.
struct OneQuestion {
  explicit OneQuestion(const std::string& body) {
    learner.json(
        {"import", learner.scratch().file("deck.md", "<!-- rehearse: 1 -->\n# 键盘\n### 这一题？\n" + body)});
  }

  /// The line that says how the answer was stored; empty when none was.
  std::string stored(std::string_view keys) const {
    const std::string out = learner.run({"study"}, keys).out;
    const std::size_t begin = out.find("stored: ");
    return begin == std::string::npos ? "" : out.substr(begin + 8, out.find(',', begin) - begin - 8);
  }

  Learner learner;
};

const std::string kFivePoints = "- **甲**\n- **乙**\n- **丙**\n- **丁**\n- **戊**\n";
const std::string kChoice = "- [ ] A. 一\n- [x] B. 二\n- [x] C. 三\n";

}  // namespace

TEST_SUITE("gui/commands/study keys") {
  TEST_CASE("digits tick points and the ticks give the grade") {
    CHECK(OneQuestion(kFivePoints).stored("12345\n") == "5 perfect");
    CHECK(OneQuestion(kFivePoints).stored("1234\n") == "4 good");
    CHECK(OneQuestion(kFivePoints).stored("123\n") == "3 hard");
    CHECK(OneQuestion(kFivePoints).stored("12344\n") == "3 hard");  // the fourth with a hint
    CHECK(OneQuestion(kFivePoints).stored("1\n") == "1 familiar");
    CHECK(OneQuestion(kFivePoints).stored("11\n") == "0 blank");
  }

  TEST_CASE("the tenth point is ticked by 0") {
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += "- **要点" + std::to_string(i) + "**\n";
    CHECK(OneQuestion(ten).stored("1234567890\n") == "5 perfect");
    CHECK(OneQuestion(ten).stored("123456789\n") == "4 good");
  }

  TEST_CASE("arrows and Alt with a digit override the grade") {
    CHECK(OneQuestion(kFivePoints).stored("123\x1b[C\n") == "4 good");
    CHECK(OneQuestion(kFivePoints).stored("123\x1b[D\n") == "2 almost");
    CHECK(OneQuestion(kFivePoints)
              .stored("\x1b"
                      "5\n") == "5 perfect");
    CHECK(OneQuestion(kFivePoints)
              .stored("12345\x1b"
                      "0\n") == "0 blank");
  }

  TEST_CASE("a new question that was only read is stored as read") {
    CHECK(OneQuestion(kFivePoints).stored("   \n") == "read");
    CHECK(OneQuestion(kFivePoints).stored("A\n") == "read");
  }

  TEST_CASE("a choice is checked by the first Enter and stored by the second") {
    CHECK(OneQuestion(kChoice).stored("23\n\n") == "4 good");
    CHECK(OneQuestion(kChoice).stored("2\n\n") == "1 familiar");
    CHECK(OneQuestion(kChoice).stored("223\n\n") == "1 familiar");  // chosen and given up again
    CHECK(OneQuestion(kChoice).stored("23\n") == "");
  }

  TEST_CASE("letters and digits are text in a fill card and Backspace takes back") {
    CHECK(OneQuestion("**答案**：q1u\n").stored("q1u\n\n") == "4 good");
    CHECK(OneQuestion("**答案**：质量\n").stored("质检\x7f量\n\n") == "4 good");
    CHECK(OneQuestion("**答案**：\n- 80%; 0.8\n- occupancy\n").stored("0.8；Occupancy\n\n") == "4 good");
    CHECK(OneQuestion("**答案**：q1u\n").stored("q1\n\n") == "1 familiar");
  }

  TEST_CASE("lines that end as on Windows are one Enter each") {
    const OneQuestion one(kFivePoints);
    CHECK(one.stored("12345\r\n") == "5 perfect");
    CHECK(one.learner.json({"stats"})["reviews"] == 1);
  }

  TEST_CASE("missed points come back as point cards that 1 ticks and recalled ones do not") {
    OneQuestion one(kFivePoints);
    one.stored("12345\n");
    one.learner.set_now(morning(1));
    one.stored("123\nq");  // two are missed: their drills follow and are left
    one.learner.set_now(morning(2));
    const auto cards = one.learner.json({"due"})["cards"];
    REQUIRE(cards.size() == 2);
    for (const auto& card : cards) {
      CHECK(card["kind"] == "point");
      CHECK(card["question"] == "这一题？");
    }
    CHECK(one.stored("1\n1\n") == "4 good");
    CHECK(one.learner.json({"due"})["cards"].empty());
  }
}
