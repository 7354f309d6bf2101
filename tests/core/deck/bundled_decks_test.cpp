// The decks that come with the program are whole and show everything a deck can be.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/file.h"
#include "core/base/similarity.h"
#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "core/deck/identity.h"
#include "tests/deck_printing.h"

namespace rehearse {
namespace {

constexpr std::size_t kFewestQuestions = 30, kFewestSections = 5;
constexpr double kAlikeStems = 0.6, kAlikeAnswers = 0.5;  // unrelated texts of one field stay below 0.3
constexpr std::size_t kShortestSentence = 12;             // code points: a shorter one may well occur twice
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

/// The longer ones of a text.
std::vector<std::string> sentences_in(const std::string& text) {
  std::vector<std::string> sentences;
  std::string sentence;
  const auto keep = [&] {
    if (length_in_code_points(sentence) >= kShortestSentence) sentences.push_back(sentence);
    sentence.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80)
      ++length;
    const std::string character = text.substr(at, length);
    at += length;
    static const std::set<std::string> kEnds{"。", "！", "？", "；", "：", ".", "!", "?", "\n"};
    if (kEnds.count(character) > 0)
      keep();
    else
      sentence += character;
  }
  keep();
  return sentences;
}

}  // namespace

TEST_SUITE("decks") {
  TEST_CASE("five posts of customer service in Chinese and an interview in English come with the program") {
    std::set<std::string> names;
    for (const Bundled& deck : bundled_decks()) names.insert(deck.name);
    CHECK(names == std::set<std::string>{"behavioural-interview.md", "customer-service-manager.md",
                                         "customer-service-specialist.md", "head-of-customer-service.md",
                                         "quality-inspection-specialist.md",
                                         "senior-customer-service-manager.md"});
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
      CHECK(deck.document.questions.size() >= kFewestQuestions);
      CHECK(deck.document.sections.size() >= kFewestSections);
      for (const Section& section : deck.document.sections) CHECK(!section.description.empty());
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

  TEST_CASE("no two questions of the bundled decks are alike, nor their answers") {
    struct Compared {
      std::string stem;
      Shingles of_stem, of_answer;
    };
    std::vector<Compared> questions;
    for (const Bundled& deck : bundled_decks())
      for (const Question& question : deck.document.questions)
        questions.push_back({question.stem, Shingles(question.stem), Shingles(question.answer)});
    for (std::size_t i = 0; i < questions.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const Compared &a = questions[i], &b = questions[j];
        INFO(a.stem << " | " << b.stem);
        CHECK(similarity(a.of_stem, b.of_stem) < kAlikeStems);
        if (!a.of_answer.empty() && !b.of_answer.empty())
          CHECK(similarity(a.of_answer, b.of_answer) < kAlikeAnswers);
      }
  }

  TEST_CASE("no sentence of an analysis or an answer is used for a second question") {
    std::map<std::string, std::string> first_used;  // by the sentence: the question's stem
    for (const Bundled& deck : bundled_decks())
      for (const Question& question : deck.document.questions)
        for (const std::string& sentence : sentences_in(question.analysis + "\n" + question.answer)) {
          const auto [used, is_new] = first_used.emplace(sentence, question.stem);
          INFO(sentence);
          CHECK((is_new || used->second == question.stem));
        }
  }

  TEST_CASE("which letter is right cannot be guessed") {
    std::map<std::string, int> singles, truths;
    int single = 0, truth = 0;
    for (const Bundled& deck : bundled_decks())
      for (const Question& question : deck.document.questions) {
        if (question.kind == QuestionKind::kSingle) ++single, ++singles[question.answer_key.front()];
        if (question.kind == QuestionKind::kTrueFalse) ++truth, ++truths[question.answer_key.front()];
      }
    for (const char* letter : {"A", "B", "C", "D"}) CHECK(singles[letter] * 100 >= single * 15);
    REQUIRE(truths.size() == 2);
    for (const auto& [verdict, count] : truths) CHECK(count * 100 >= truth * 30);
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
