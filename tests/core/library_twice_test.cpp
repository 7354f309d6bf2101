// The same file of another program, brought in on two machines that have not met yet: each answer in it was
// given once.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"
#include "tests/shuffled_lines.h"

namespace rehearse {
namespace {

using test::OpenStore;

const DeckId kDeck = derive_deck_id("deck");
const std::vector<std::string> kSound;

PastReview review(Instant at, Quality quality = Quality::kGood) {
  PastReview review;
  review.at = at;
  review.quality = quality;
  review.scheduler = "anki";
  return review;
}

/// Three questions, each answered `answers` times on days before `now`, and due on a day after it.
StudiedDeck studied_deck(LocalInstant now, int answers) {
  StudiedDeck deck;
  deck.document = test::open_document("deck", 3, 2);
  deck.program = "anki";
  for (std::size_t question = 0; question < 3; ++question) {
    QuestionHistory& history = deck.histories.emplace_back();
    for (int left = answers; left > 0; --left)
      history.events.emplace_back(
          review(now.at - std::chrono::days{2 * left} - std::chrono::minutes{question}));
    PastSchedule schedule;
    schedule.points = {0, 1};
    schedule.schedule.due = study_day(now) + std::chrono::days{20};
    schedule.schedule.interval_days = 22;
    history.events.emplace_back(schedule);
  }
  return deck;
}

struct Machine {
  explicit Machine(std::uint64_t seed) : library(scratch.folder(), test::counting_random(seed)) {}

  std::filesystem::path file() const { return scratch / "library.sqlite"; }
  std::vector<std::string> lines() const { return test::lines(OpenStore(file()).log); }
  std::vector<std::string> states() const {
    OpenStore store(file());
    return test::card_states(store.database);
  }

  test::Scratch scratch;
  Library library;
};

struct TwoMachines {
  OpId bring_in(Machine& machine, const StudiedDeck& deck) {
    now.at += std::chrono::minutes{1};
    machine.library.import_decks({deck}, now);
    return machine.library.latest_change()->op;
  }

  /// Each gets what the other has, as from a server that took it in now.
  void meet() {
    now.at += std::chrono::minutes{1};
    const std::vector<std::string> of_one = one.lines(), of_other = other.lines();
    take_in(one, of_other);
    take_in(other, of_one);
  }

  void take_in(Machine& machine, const std::vector<std::string>& lines) const {
    ArrivedOps arrived;
    for (const std::string& line : lines) arrived.ops.push_back({line, op_id(line), now.at});
    REQUIRE(machine.library.take_in(arrived));
  }

  void check_answers_of(Machine& machine, std::size_t count) const {
    CHECK(machine.library.stats(now).reviews == count);
    CHECK(machine.library.check().faults == kSound);
  }
  /// The same on both.
  void check_answers(std::size_t count) {
    for (Machine* machine : {&one, &other}) check_answers_of(*machine, count);
    CHECK(one.states() == other.states());
  }

  LocalInstant now = test::morning();
  Machine one{1}, other{1000};
};

}  // namespace

TEST_SUITE("core/library_twice") {
  TEST_CASE_FIXTURE(TwoMachines,
                    "answers of another program that two machines brought in before they met count once") {
    const StudiedDeck deck = studied_deck(now, 5);
    bring_in(one, deck);
    const std::vector<std::string> alone = one.states();
    bring_in(other, deck);
    meet();
    check_answers(15);
    CHECK(one.states() == alone);
    one.library.rebuild();
    check_answers(15);
  }

  TEST_CASE_FIXTURE(TwoMachines, "of a file that has grown meanwhile what is new is added on both machines") {
    StudiedDeck grown = studied_deck(now, 3);
    bring_in(one, grown);
    grown.histories[0].events.emplace_back(review(now.at));
    bring_in(other, grown);
    meet();
    check_answers(10);
    CHECK(one.library.import_decks({grown}, now).answers == 0);
  }

  TEST_CASE_FIXTURE(TwoMachines, "when one of the two imports is taken back the answers of the other count") {
    const StudiedDeck deck = studied_deck(now, 5);
    const OpId first = bring_in(one, deck), second = bring_in(other, deck);
    meet();
    for (const OpId& import : {first, second}) {
      const OpId undone = one.library.undo(import, now);
      check_answers_of(one, 15);
      one.library.undo(undone, now);
      check_answers_of(one, 15);
    }
    one.library.undo(second, now);
    one.library.undo(first, now);
    check_answers_of(one, 0);
    meet();
    check_answers(0);
  }

  TEST_CASE_FIXTURE(TwoMachines, "what was answered between the two imports is not set back by the second") {
    const StudiedDeck deck = studied_deck(now, 5);
    bring_in(one, deck);
    now.at += std::chrono::days{1};
    Answer answer;
    answer.card = question_card_id(one.library.questions(kDeck)[0].id);
    answer.quality = Quality::kPerfect;
    one.library.grade(answer, now);
    const std::vector<std::string> alone = one.states();
    bring_in(other, deck);
    meet();
    check_answers(16);
    CHECK(one.states() == alone);
  }

  TEST_CASE_FIXTURE(TwoMachines,
                    "two answers that a card was given at one instant are two on both machines") {
    StudiedDeck deck = studied_deck(now, 1);
    for (int again = 0; again < 2; ++again)
      deck.histories[0].events.emplace_back(review(now.at, Quality::kPerfect));
    bring_in(one, deck);
    bring_in(other, deck);
    meet();
    check_answers(5);
  }

  TEST_CASE_FIXTURE(TwoMachines, "an answer comes again with the file when only the one before it is there") {
    StudiedDeck shorter = studied_deck(now, 1), longer = shorter;
    shorter.histories[0].events.emplace_back(review(now.at, Quality::kPerfect));
    for (int again = 0; again < 2; ++again)
      longer.histories[0].events.emplace_back(review(now.at, Quality::kPerfect));
    const OpId first = bring_in(one, shorter);
    meet();
    bring_in(other, longer);
    meet();
    one.library.undo(first, now);
    bring_in(one, longer);
    const std::size_t ops = one.lines().size();
    bring_in(one, longer);
    CHECK(one.lines().size() == ops);
    meet();
    check_answers(5);
  }

  TEST_CASE_FIXTURE(TwoMachines, "in whatever order the lines of both arrive the same is there") {
    StudiedDeck deck = studied_deck(now, 2);
    const OpId first = bring_in(one, deck);
    for (auto& event : deck.histories[1].events)
      if (auto* answer = std::get_if<PastReview>(&event)) answer->quality = Quality::kBlackout;
    bring_in(other, deck);
    one.library.undo(one.library.undo(first, now), now);
    SUBCASE("and the first of both is taken back") { one.library.undo(first, now); }
    SUBCASE("and both stand") {}
    std::vector<std::string> lines = one.lines();
    for (const std::string& line : other.lines()) lines.push_back(line);
    meet();
    std::mt19937_64 random(7);
    for (int round = 0; round < 20; ++round) {
      CAPTURE(round);
      Machine third(5000);
      {
        OpenStore store(third.file());
        test::receive_shuffled(store, lines, random);
      }
      CHECK(third.states() == one.states());
      CHECK(third.library.check().faults == kSound);
    }
  }
}

}  // namespace rehearse
