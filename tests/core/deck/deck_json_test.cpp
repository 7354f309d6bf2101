#include "core/deck/deck_json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "core/deck/document_json.h"
#include "tests/nasty_text.h"
#include "tests/random_document.h"

namespace rehearse {
namespace {

using test::check_same;
using test::NastyText;

Problem only_problem(const Document& document) {
  REQUIRE(document.problems.size() == 1);
  CHECK_FALSE(document.problems[0].message.english.empty());
  CHECK_FALSE(document.problems[0].message.chinese.empty());
  return document.problems[0];
}

/// The pointers that the problems begin with, sorted.
std::vector<std::string> places(const Document& document) {
  std::vector<std::string> places;
  for (const Problem& problem : document.problems)
    places.push_back(problem.message.english.substr(0, problem.message.english.find(": ")));
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace

TEST_SUITE("core/deck/deck_json") {
  TEST_CASE("whatever a deck says is read back from JSON as it was written") {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
      NastyText nasty(seed);
      const Document document = test::random_document(nasty);
      const std::string text = write_deck_json(document);
      CAPTURE(seed);
      INFO(text);
      const Document read = read_deck_json(text);
      check_same(read, document);
      CHECK(read.problems.empty());
      CHECK(write_deck_json(read) == text);
    }
  }

  TEST_CASE("what JSON cannot say is left out") {
    Document document;
    document.questions.emplace_back();
    document.questions[0].stem = "broken \xFF byte";
    document.questions[0].marks = std::numeric_limits<double>::infinity();
    document.questions[0].time_limit = std::chrono::seconds{-1};
    const Document read = read_deck_json(write_deck_json(document));
    REQUIRE(read.questions.size() == 1);
    CHECK(read.questions[0].stem == "broken \xEF\xBF\xBD byte");
    CHECK_FALSE(read.questions[0].marks);
    CHECK_FALSE(read.questions[0].time_limit);
  }

  TEST_CASE("what parse prints for programs is read as a deck") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      NastyText nasty(seed);
      Document document = test::random_document(nasty);
      for (Question& question : document.questions) question.options = {{"A", "甲"}, {"B", "乙"}};
      const Document read = read_deck_json(document_to_json(document));
      CHECK(read.title == document.title);
      REQUIRE(read.questions.size() == document.questions.size());
      for (std::size_t i = 0; i < read.questions.size(); ++i) {
        const Question& question = read.questions[i];
        const Question& expected = document.questions[i];
        CHECK(question.kind == expected.kind);
        CHECK(question.stem == expected.stem);
        CHECK(question.options == expected.options);
        CHECK(question.answer_key == expected.answer_key);
        CHECK(question.answer == expected.answer);
        CHECK(question.criteria == expected.criteria);
        CHECK(question.points.size() == expected.points.size());
      }
    }
  }

  TEST_CASE("a point in one line is parted at its colon") {
    const Document read =
        read_deck_json(R"({"questions":[{"stem":"怎么交接？","points":["列清单：逐项签字","当面说"]}]})");
    REQUIRE(read.questions.size() == 1);
    CHECK(read.questions[0].points == std::vector<KeyPoint>{{"列清单", "逐项签字"}, {"当面说", ""}});
  }

  TEST_CASE("options may be a plain list and the kind may be left out") {
    const Document read = read_deck_json(
        R"({"questions":[{"stem":"哪两个？","options":["甲","乙","丙"],"answer_key":["A","C"]}]})");
    REQUIRE(read.questions.size() == 1);
    CHECK(read.questions[0].kind == QuestionKind::kMultiple);
    CHECK(read.questions[0].options == std::vector<Option>{{"A", "甲"}, {"B", "乙"}, {"C", "丙"}});
  }

  TEST_CASE("a value of the wrong type is left out and named by its pointer") {
    const Document read = read_deck_json(R"({"rehearse":"one","title":{},"sections":[true,"二"],"questions":[
        7,{"stem":["x"],"type":"essay","marks":"ten","seconds":2.5,"answer_key":[{}],"options":{"A/B":[]}},{}]})");
    CHECK(places(read) == std::vector<std::string>{
                              "/questions/0", "/questions/1/answer_key/0", "/questions/1/marks",
                              "/questions/1/options/A~1B", "/questions/1/seconds", "/questions/1/stem",
                              "/questions/1/type", "/questions/2", "/rehearse", "/sections/0", "/title"});
    CHECK(read.questions.size() == 2);
    CHECK(read.sections.size() == 2);
  }

  TEST_CASE("text that is no JSON says where it stops being JSON") {
    const Problem problem = only_problem(read_deck_json("{\"title\": \"甲\",\n \"questions\": [}"));
    CHECK(problem.code == "no-json");
    CHECK(problem.line == 2);
    CHECK(problem.column == 16);
    CHECK(only_problem(read_deck_json("")).code == "no-json");
    CHECK(only_problem(read_deck_json("{\"title\": \"\xFF\"}")).code == "no-json");
    CHECK(only_problem(read_deck_json("{\"marks\": 1e999}")).code == "no-json");
    CHECK(only_problem(read_deck_json("[1, 2]")).code == "wrong-type");
  }

  TEST_CASE("text that is no JSON says what was expected in its place") {
    const auto said = [](std::string_view text) { return only_problem(read_deck_json(text)).message; };
    CHECK(said("{\"title\": }").english == "the text is no JSON from here on: a value is expected");
    CHECK(said("{\"title\": nul}").english == "the text is no JSON from here on: a value is expected");
    CHECK(said("{title: 1}").english == "the text is no JSON from here on: a name in quotes is expected");
    CHECK(said("{\"title\" 1}").english == "the text is no JSON from here on: a colon is expected");
    CHECK(said("{\"a\": 1 \"b\": 2}").english ==
          "the text is no JSON from here on: a comma or } is expected");
    CHECK(said("[1 2]").english == "the text is no JSON from here on: a comma or ] is expected");
    CHECK(said("{} x").english == "the text is no JSON from here on: the end of the text is expected");
    CHECK(said("{\"a\": [1").english == "the JSON ends here too early: a comma or ] is expected");
    CHECK(said("{\"a\": \"b").english == "the JSON ends here too early: a closing quote is expected");
    CHECK(said("{\"a\": 1 \"b\": 2}").chinese == "从这里起不是有效的 JSON：此处应为逗号或 }");
  }

  TEST_CASE("hostile nesting and hostile numbers of values are refused") {
    const std::string deep(5'000'000, '[');
    CHECK(only_problem(read_deck_json(deep)).code == "too-deep");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(only_problem(read_deck_json(objects)).code == "too-deep");
    std::string many = "{\"questions\":[0";
    for (int i = 0; i < 1'000'000; ++i) many += ",0";
    CHECK(only_problem(read_deck_json(many + "]}")).code == "too-many-values");
    std::string wrong = "{\"questions\":[0";
    for (int i = 0; i < 100'000; ++i) wrong += ",0";
    CHECK(read_deck_json(wrong + "]}").problems.size() <= 100);
  }

  TEST_CASE("no damage to a deck stops the JSON reader") {
    NastyText nasty(1);
    for (int round = 0; round < 3000; ++round) {
      std::string text = write_deck_json(test::random_document(nasty));
      for (std::size_t edits = 1 + nasty.below(4); edits > 0; --edits) {
        const std::size_t at = nasty.below(text.size());
        if (nasty.one_in(2))
          text.erase(at, 1 + nasty.below(8));
        else
          text.insert(at, nasty.one_in(2) ? "[{\"" : nasty.bytes(6));
        if (text.empty()) text = "1";
      }
      const Document document = read_deck_json(text);
      CHECK((document.problems.empty() || !document.problems[0].message.chinese.empty()));
    }
  }
}

}  // namespace rehearse
