#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

// A new question opens to be read; Enter grades it and goes on.
constexpr std::string_view kNext = "\n";

void import_deck(const Learner& learner, int questions) {
  learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", questions))});
}

std::string last_line(std::string_view text) {
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  const std::size_t start = text.rfind('\n');
  return std::string(start == std::string_view::npos ? text : text.substr(start + 1));
}

std::function<bool(std::string_view)> shows_stems(std::size_t count) {
  return [count](std::string_view printed) { return stems_in(printed) >= count; };
}

}  // namespace

TEST_SUITE("gui/commands/study") {
  TEST_CASE("keys over a pipe answer cards and the last line says how many") {
    const Learner learner;
    import_deck(learner, 5);
    const Outcome sitting = learner.run({"study", "--deck", "班组日常", "--limit", "3"}, "\n\n\n");
    REQUIRE_MESSAGE(sitting.exit_code == 0, sitting.err);
    CHECK(last_line(sitting.out) == "studied 3");
    CHECK(learner.json({"stats"})["reviews"] == 3);
    CHECK(learner.json({"check"})["ok"] == true);
  }

  TEST_CASE("the end of input keeps what was answered and leaves in order") {
    const Learner learner;
    import_deck(learner, 5);
    const Outcome sitting = learner.run({"study"}, "\n\n");
    CHECK(sitting.exit_code == 0);
    CHECK(last_line(sitting.out) == "studied 2");
    CHECK(learner.json({"stats"})["reviews"] == 2);
  }

  TEST_CASE("no input at all studies nothing") {
    const Learner learner;
    import_deck(learner, 2);
    const Outcome sitting = learner.run({"study"});
    CHECK(sitting.exit_code == 0);
    CHECK(last_line(sitting.out) == "studied 0");
    CHECK(learner.json({"stats"})["reviews"] == 0);
  }

  TEST_CASE("the last line is Chinese to a Chinese reader and the same to every program") {
    const Learner learner;
    import_deck(learner, 1);
    const SpeakingChinese chinese;
    CHECK(last_line(learner.run({"study"}, "\n").out) == "studied 1");
    CHECK(run_on_terminal(learner.here({"study"})).out.find("本次学习 0 张") != std::string::npos);
  }

  TEST_CASE("u takes answers back one by one") {
    const Learner learner;
    import_deck(learner, 4);
    CHECK(last_line(learner.run({"study"}, "\n\nu").out) == "studied 1");
    CHECK(learner.json({"stats"})["reviews"] == 1);
    CHECK(last_line(learner.run({"study"}, "\n\nuu").out) == "studied 0");
    CHECK(learner.json({"stats"})["reviews"] == 1);
    CHECK(learner.json({"check"})["ok"] == true);
  }

  TEST_CASE("an answer taken back leaves the queue as if it had never been given") {
    const Learner learner;
    import_deck(learner, 4);
    const nlohmann::json before = learner.json({"due"});
    CHECK(learner.run({"study"}, " 1 2\nu").exit_code == 0);
    CHECK(learner.json({"due"}) == before);
  }

  TEST_CASE("q leaves and the keys behind it do nothing") {
    const Learner learner;
    import_deck(learner, 4);
    CHECK(last_line(learner.run({"study"}, "\nq\n\n").out) == "studied 1");
    CHECK(learner.json({"stats"})["reviews"] == 1);
  }

  TEST_CASE("keys that mean nothing are no answer") {
    const Learner learner;
    import_deck(learner, 2);
    const Outcome sitting = learner.run({"study"}, std::string("xyz\x01\xff\xe7\0~", 8));
    CHECK(sitting.exit_code == 0);
    CHECK(last_line(sitting.out) == "studied 0");
  }

  TEST_CASE("an answer that was taken survives the death of the program") {
    Learner learner;
    import_deck(learner, 30);
    for (int round = 1; round <= 24; ++round) {
      CAPTURE(round);
      learner.set_now(morning(round));
      Program sitting(learner.here({"study"}));
      REQUIRE(sitting.read_until(shows_stems(1)));
      sitting.type(kNext);
      // The next question is only asked when the answer to this one is kept.
      REQUIRE(sitting.read_until(shows_stems(2)));
      sitting.kill();
      REQUIRE(learner.json({"stats"})["reviews"] == round);
    }
    CHECK(learner.json({"check"})["ok"] == true);
  }

  TEST_CASE("a death in the middle of an answer keeps all of it or nothing") {
    Learner learner;
    import_deck(learner, 30);
    int kept = 0;
    for (int round = 1; round <= 24; ++round) {
      CAPTURE(round);
      learner.set_now(morning(round));
      Program sitting(learner.here({"study"}));
      REQUIRE(sitting.read_until(shows_stems(1)));
      sitting.type(kNext);
      sitting.kill();
      const int now = learner.json({"stats"})["reviews"];
      CHECK(now >= kept);
      CHECK(now <= kept + 1);
      kept = now;
      REQUIRE(learner.json({"check"})["ok"] == true);
    }
  }

  TEST_CASE("two programs on one library lose nothing of each other") {
    const Learner learner;
    import_deck(learner, 8);
    Program one(learner.here({"study"}));
    Program two(learner.here({"study"}));
    REQUIRE(one.read_until(shows_stems(1)));
    REQUIRE(two.read_until(shows_stems(1)));
    one.type(kNext);
    two.type(kNext);
    REQUIRE(one.read_until(shows_stems(2)));
    REQUIRE(two.read_until(shows_stems(2)));
    const std::string other = learner.scratch().file("other.md", deck_text("夜班", 3));
    CHECK(learner.json({"import", other})["added"] == 3);
    one.type(kNext);
    two.type(kNext);
    CHECK(last_line(one.wait().out) == "studied 2");
    CHECK(last_line(two.wait().out) == "studied 2");
    CHECK(learner.json({"stats"})["reviews"] == 4);
    CHECK(learner.json({"stats"})["questions"] == 11);
    CHECK(learner.json({"check"})["ok"] == true);
  }
}
