#include "core/export/table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/base/text.h"
#include "core/import/formats/read_table.h"
#include "tests/deck_printing.h"
#include "tests/nasty_text.h"
#include "tests/random_document.h"

namespace rehearse {
namespace {

using test::NastyText;

/// What a table can say of a text: see table.h.
std::string sayable(std::string text) {
  std::erase(text, '\r');
  return std::string(trimmed(text));
}

Question sayable(Question question, NastyText& nasty) {
  for (std::string* text : {&question.section, &question.stem, &question.answer, &question.analysis})
    *text = sayable(*text);
  if (question.stem.empty()) question.stem = "?";
  std::erase(question.code, '\r');
  if (trimmed(question.code).empty()) question.code.clear();
  char letter = 'A';
  for (Option& option : question.options) {
    option.letter = std::string(1, letter);
    letter = static_cast<char>(letter + (nasty.one_in(6) ? 2 : 1));
    option.text = sayable(option.text);
    if (option.text.empty()) option.text = "甲";
  }
  for (std::string& key : question.answer_key) std::erase(key, '\r');
  for (std::string& criterion : question.criteria) std::erase(criterion, '\r');
  for (KeyPoint& point : question.points) {
    std::erase(point.cue, '\r');
    std::erase(point.detail, '\r');
  }
  return question;
}

Document read_back(const std::string& table) {
  REQUIRE(table.substr(0, 3) == "\xEF\xBB\xBF");
  return read_table({table.substr(3), {}}, "deck.csv").document;
}

}  // namespace

TEST_SUITE("core/export/table") {
  TEST_CASE("a table gives back the questions it was written from") {
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
      NastyText nasty(seed);
      Document document = test::random_document(nasty);
      for (Question& question : document.questions) question = sayable(std::move(question), nasty);
      const std::string table = write_table(document);
      CAPTURE(seed);
      INFO(table);
      std::string lines = table;
      for (std::size_t at; (at = lines.find("\r\n")) != std::string::npos;) lines.erase(at, 1);
      const Document read = read_back(lines);
      REQUIRE(read.questions.size() == document.questions.size());
      for (std::size_t i = 0; i < read.questions.size(); ++i)
        CHECK(read.questions[i] == document.questions[i]);
    }
  }

  TEST_CASE("a deck in a spreadsheet reads as a person expects") {
    Document document;
    document.title = "交接班";
    Question& question = document.questions.emplace_back();
    question.kind = QuestionKind::kMultiple;
    question.stem = "哪些要锁？";
    question.options = {{"A", "窗"}, {"B", "灯, 风扇"}};
    question.answer_key = {"A", "B"};
    question.analysis = "=1+1";
    CHECK(write_table(document) ==
          "\xEF\xBB\xBF#,题型,题目,选项A,选项B,正确答案,参考答案,要点,解析\r\n"
          "1,多选题,哪些要锁？,窗,\"灯, 风扇\",AB,,,'=1+1\r\n");
  }

  TEST_CASE("no cell of an exported deck is computed by a spreadsheet") {
    Document document;
    for (const std::string text : {"=HYPERLINK(\"http://x\")", "+1", "-1", "@A1", "＝1"}) {
      Question& question = document.questions.emplace_back();
      question.section = question.stem = question.answer = question.analysis = text;
    }
    const std::string table = write_table(document);
    for (const std::string sign : {"=", "+", "-", "@", "＝"}) {
      CHECK(table.find("," + sign) == std::string::npos);
      CHECK(table.find(",\"" + sign) == std::string::npos);
    }
  }
}

}  // namespace rehearse
