// The decks that come with the program are whole and show everything a deck can be.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "core/deck/identity.h"
#include "tests/deck_printing.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestCue = 14;  // code points: more than that is not remembered at a glance

struct Bundled {
  std::string name;
  Document document;
};

std::vector<Bundled> bundled_decks() {
  std::vector<Bundled> decks;
  for (const auto& entry : std::filesystem::directory_iterator(REHEARSE_SOURCE_DIR "/decks")) {
    if (entry.path().extension() != ".md" || entry.path().filename() == "README.md") continue;
    const Result<std::string> text = read_file(entry.path());
    REQUIRE(text);
    REQUIRE(is_deck_markdown(*text));
    decks.push_back({entry.path().filename().string(), read_deck_markdown(*text)});
  }
  return decks;
}

}  // namespace

TEST_SUITE("decks") {
  TEST_CASE("a Chinese and an English deck come with the program") {
    std::set<std::string> names;
    for (const Bundled& deck : bundled_decks()) names.insert(deck.name);
    CHECK(names.count("customer-service-manager.md") == 1);
    CHECK(names.count("behavioural-interview.md") == 1);
  }

  TEST_CASE("no bundled deck has a problem") {
    for (const Bundled& deck : bundled_decks())
      for (const Problem& problem : deck.document.problems)
        FAIL_CHECK(deck.name << ":" << problem.line << ": " << problem.message.english);
  }

  TEST_CASE("the bundled decks are large enough and show every kind of question") {
    std::set<QuestionKind> kinds;
    for (const Bundled& deck : bundled_decks()) {
      CAPTURE(deck.name);
      const bool chinese = deck.name == "customer-service-manager.md";
      CHECK(deck.document.questions.size() >= (chinese ? 24 : 12));
      CHECK(deck.document.sections.size() >= (chinese ? 5 : 3));
      for (const Question& question : deck.document.questions) kinds.insert(question.kind);
    }
    CHECK(kinds.size() == 6);
  }

  TEST_CASE("every answer that is spoken has three to seven short cues with words behind each") {
    for (const Bundled& deck : bundled_decks())
      for (const Question& question : deck.document.questions) {
        INFO(deck.name << ": " << question.stem);
        CHECK(question.marks);
        CHECK(question.time_limit);
        CHECK(!question.analysis.empty());
        if (!is_recalled_aloud(question.kind)) continue;
        CHECK(question.points.size() >= 3);
        CHECK(question.points.size() <= 7);
        CHECK(!question.answer.empty());
        CHECK(question.criteria.size() >= 2);
        for (const KeyPoint& point : question.points) {
          CAPTURE(point.cue);
          CHECK(length_in_code_points(point.cue) <= kLongestCue);
          CHECK(length_in_code_points(point.detail) >= 10);
        }
      }
  }

  TEST_CASE("a bundled deck written out and read again is the same deck") {
    for (const Bundled& deck : bundled_decks()) {
      const Document again = read_deck_markdown(write_deck_markdown(deck.document));
      CHECK(again.problems.empty());
      CHECK(again.title == deck.document.title);
      CHECK(again.questions == deck.document.questions);
      REQUIRE(again.sections.size() == deck.document.sections.size());
      for (std::size_t i = 0; i < again.sections.size(); ++i) {
        CHECK(again.sections[i].title == deck.document.sections[i].title);
        CHECK(again.sections[i].description == deck.document.sections[i].description);
      }
    }
  }

  TEST_CASE("no question of a bundled deck and no cue of a question occurs twice") {
    for (const Bundled& deck : bundled_decks()) {
      const DeckId id = derive_deck_id(deck.document.title);
      std::set<QuestionId> questions;
      for (const Question& question : deck.document.questions) {
        const QuestionId question_id = derive_question_id(id, question, 0);
        CHECK(questions.insert(question_id).second);
        std::set<PointId> points;
        for (const KeyPoint& point : question.points)
          CHECK(points.insert(derive_point_id(question_id, point.cue, 0)).second);
      }
    }
  }
}

}  // namespace rehearse
