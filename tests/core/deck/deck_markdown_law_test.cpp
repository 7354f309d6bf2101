// Laws of the deck format over many random documents and many damaged files.
#include <doctest/doctest.h>

#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "tests/nasty_text.h"
#include "tests/random_document.h"

namespace rehearse {
namespace {

using test::check_same;
using test::NastyText;
using test::random_document;
using test::random_question;

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
