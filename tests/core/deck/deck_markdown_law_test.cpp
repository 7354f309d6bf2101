// Laws of the deck format over many random documents and many damaged files.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "tests/deck_printing.h"
#include "tests/nasty_text.h"

namespace rehearse {
namespace {

using test::NastyText;

/// The only thing a listing loses: see deck_markdown.h.
std::string without_returns_at_line_ends(std::string code) {
  for (std::size_t at; (at = code.find("\r\n")) != std::string::npos;) code.erase(at, 1);
  while (!code.empty() && code.back() == '\r') code.pop_back();
  return code;
}

std::vector<std::string> random_texts(NastyText& nasty, std::size_t most) {
  std::vector<std::string> texts;
  for (std::size_t left = nasty.below(most + 1); left > 0; --left) texts.push_back(nasty.text(5));
  return texts;
}

Question random_question(NastyText& nasty, const std::vector<Section>& sections) {
  Question question;
  question.kind = static_cast<QuestionKind>(nasty.below(6));
  if (!sections.empty() && !nasty.one_in(4)) question.section = sections[nasty.below(sections.size())].title;
  question.stem = nasty.text();
  if (nasty.one_in(3)) question.code = without_returns_at_line_ends(nasty.text(12));
  if (nasty.one_in(2))
    for (std::size_t i = nasty.below(5); i > 0; --i) {
      std::string letter = nasty.one_in(4) ? nasty.text(3) : std::string(1, static_cast<char>('A' + i));
      question.options.push_back({std::move(letter), nasty.text()});
    }
  if (nasty.one_in(2)) {
    question.answer_key = random_texts(nasty, 3);
    for (const Option& option : question.options)
      if (nasty.one_in(2)) question.answer_key.push_back(option.letter);
    if (question.kind == QuestionKind::kTrueFalse) question.answer_key = {nasty.one_in(2) ? "正确" : "错误"};
  }
  question.answer = nasty.text();
  for (std::size_t left = nasty.below(4); left > 0; --left)
    question.points.push_back({nasty.text(4), nasty.text()});
  question.analysis = nasty.text();
  question.criteria = random_texts(nasty, 3);
  if (nasty.one_in(2)) question.marks = static_cast<double>(nasty.below(1000)) / 8;
  if (nasty.one_in(2)) question.time_limit = std::chrono::seconds{nasty.below(500)};
  return question;
}

/// Only what a deck can say: titles of sections differ, and the untitled one has a description.
Document random_document(NastyText& nasty) {
  Document document;
  document.title = nasty.text();
  for (std::size_t left = nasty.below(4); left > 0; --left) {
    Section section{nasty.text(4), nasty.text()};
    const bool known = std::any_of(document.sections.begin(), document.sections.end(),
                                   [&section](const Section& other) { return other.title == section.title; });
    if (!known && !(section.title.empty() && section.description.empty()))
      document.sections.push_back(std::move(section));
  }
  for (std::size_t left = nasty.below(4); left > 0; --left)
    document.questions.push_back(random_question(nasty, document.sections));
  return document;
}

void check_same(const Document& read, const Document& written) {
  CHECK(read.title == written.title);
  REQUIRE(read.sections.size() == written.sections.size());
  for (std::size_t i = 0; i < read.sections.size(); ++i) {
    CHECK(read.sections[i].title == written.sections[i].title);
    CHECK(read.sections[i].description == written.sections[i].description);
  }
  REQUIRE(read.questions.size() == written.questions.size());
  for (std::size_t i = 0; i < read.questions.size(); ++i) CHECK(read.questions[i] == written.questions[i]);
}

}  // namespace

TEST_SUITE("core/deck/deck_markdown") {
  TEST_CASE("whatever a deck says is read back as it was written") {
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
      NastyText nasty(seed);
      const Document document = random_document(nasty);
      const std::string text = write_deck_markdown(document);
      CAPTURE(seed);
      INFO(text);
      CHECK(is_deck_markdown(text));
      const Document read = read_deck_markdown(text);
      check_same(read, document);
      CHECK(read.sources.size() == read.questions.size());
      CHECK(write_deck_markdown(read) == text);
    }
  }

  TEST_CASE("what a deck cannot say settles after one round") {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
      NastyText nasty(seed);
      Document document;
      document.title = nasty.bytes();
      for (std::size_t left = nasty.below(4); left > 0; --left)
        document.sections.push_back({nasty.text(1), nasty.text(2)});
      for (std::size_t left = nasty.below(4); left > 0; --left) {
        Question question = random_question(nasty, document.sections);
        question.code = nasty.text(12);
        question.section = nasty.text(1);
        question.answer_key.push_back(nasty.one_in(2) ? "TRUE" : "×");
        question.marks = nasty.one_in(2) ? -1.0 : 1e20;
        question.time_limit = std::chrono::seconds{-5};
        document.questions.push_back(std::move(question));
      }
      CAPTURE(seed);
      const Document once = read_deck_markdown(write_deck_markdown(document));
      const std::string text = write_deck_markdown(once);
      INFO(text);
      check_same(read_deck_markdown(text), once);
      CHECK(write_deck_markdown(read_deck_markdown(text)) == text);
    }
  }

  TEST_CASE("no damage to a deck stops the reader and problems stand inside the text") {
    NastyText nasty(1);
    for (int round = 0; round < 3000; ++round) {
      std::string text = write_deck_markdown(random_document(nasty));
      for (std::size_t edits = 1 + nasty.below(6); edits > 0 && !text.empty(); --edits) {
        const std::size_t at = nasty.below(text.size());
        if (nasty.one_in(2))
          text.erase(at, 1 + nasty.below(8));
        else
          text.insert(at, nasty.one_in(2) ? nasty.text(3) : nasty.bytes(6));
      }
      const Document document = read_deck_markdown(text);
      const std::size_t lines = split_lines(text).size();
      for (const Problem& problem : document.problems) {
        CHECK(problem.line <= lines);
        CHECK(problem.message.english.size() > 0);
        CHECK(problem.message.chinese.size() > 0);
      }
      REQUIRE(document.sources.size() == document.questions.size());
      for (const QuestionSource& source : document.sources)
        for (const SourceSpan& span : {source.stem, source.answer, source.analysis, source.criteria}) {
          CHECK(span.begin <= span.end);
          CHECK(span.end <= text.size());
        }
    }
  }
}

}  // namespace rehearse
