#include "tests/coverage/typed_answers.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "core/base/file.h"
#include "tests/coverage/limits.h"
#include "tests/coverage/verdict_counts.h"
#include "tests/scratch.h"

using namespace rehearse;
using namespace rehearse::coverage;

namespace {

std::vector<MarkedDeck> all_decks() {
  return marked_decks(std::filesystem::path(REHEARSE_TESTS_DIR) / "data" / "recall");
}

void check_reaches(Half half, const Limits& limits) {
  const HalfCounts counts = counts_of(all_decks(), half);
  CHECK(counts.of(AnswerKind::kGood).precision().value_or(0) >= limits.near_verbatim_precision);
  CHECK(counts.of(AnswerKind::kGood).recall().value_or(0) >= limits.near_verbatim_recall);
  CHECK(counts.of(AnswerKind::kParaphrased).precision().value_or(0) >= limits.paraphrased_precision);
  CHECK(counts.of(AnswerKind::kParaphrased).recall().value_or(0) >= limits.paraphrased_recall);
  CHECK(counts.of(AnswerKind::kOffTopic).false_ticks() <= limits.off_topic_ticks);
}

}  // namespace

TEST_SUITE("coverage/typed_answers") {
  TEST_CASE("there are two hundred marked answers and more and half of the questions are held out") {
    std::size_t answers = 0, held = 0, questions = 0;
    for (const MarkedDeck& deck : all_decks())
      for (const MarkedQuestion& asked : deck.questions) {
        answers += asked.answers.size();
        held += asked.half == Half::kHeld ? 1 : 0;
        ++questions;
      }
    CHECK(answers >= 200);
    CHECK(held * 2 == questions);
  }

  TEST_CASE("typed answers are marked as a person marks them") { check_reaches(Half::kTuning, kReached); }

  TEST_CASE("typed answers that nothing was tuned on are marked as a person marks them") {
    check_reaches(Half::kHeld, kReached);
  }

  TEST_CASE("a file of marked answers that is none says where") {
    const test::Scratch scratch;
    for (const auto& [text, line] : {std::pair{"- cue: detail\n", "deck.txt:1"},
                                     {"@ tuning q\n- no colon\n", "deck.txt:2"},
                                     {"@ tuning q\n- cue: detail\n= good +-\n", "deck.txt:3"},
                                     {"@ tuning q\n- cue: detail\n= good *\n", "deck.txt:3"},
                                     {"@ nobody q\n", "deck.txt:1"},
                                     {"@ held q\n= great \n", "deck.txt:2"}}) {
      REQUIRE(write_file(scratch / "deck.txt", text));
      std::string said;
      try {
        marked_decks(scratch / "");
      } catch (const std::runtime_error& fault) {
        said = fault.what();
      }
      CHECK_MESSAGE(said.find(line) == 0, said);
    }
  }
}
