#include "gui/window/ui/text_boundaries.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <set>

#include "core/base/text.h"
#include "tests/gui/ui/text_samples.h"

namespace rehearse {
namespace {

/// ICU asked about the whole text.
std::set<std::size_t> boundaries_of(const std::u32string& text) {
  const auto units = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()),
                                                   static_cast<std::int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  REQUIRE(U_SUCCESS(status));
  characters->setText(units);
  std::set<std::size_t> boundaries;
  for (std::int32_t at = characters->first(); at != icu::BreakIterator::DONE; at = characters->next())
    boundaries.insert(static_cast<std::size_t>(units.countChar32(0, at)));
  return boundaries;
}

}  // namespace

TEST_SUITE("gui/window/ui/text_boundaries") {
  TEST_CASE("steps over a part of the text stop where ICU sees boundaries in the whole") {
    test::RandomText random(1);
    for (int round = 0; round < 300; ++round) {
      const std::u32string text = random.of_pieces(random.below(12));
      const std::set<std::size_t> boundaries = boundaries_of(text);
      for (std::size_t at = 0; at <= text.size(); ++at) {
        INFO(to_utf8(text) << " at " << at);
        CHECK(is_character_boundary(text, at) == boundaries.contains(at));
        const auto behind = boundaries.upper_bound(at);
        CHECK(next_character(text, at) == (behind == boundaries.end() ? text.size() : *behind));
        const auto from = boundaries.lower_bound(at);
        CHECK(previous_character(text, at) == (from == boundaries.begin() ? 0 : *std::prev(from)));
      }
    }
  }

  TEST_CASE("steps by words go on and never stop inside a character") {
    test::RandomText random(2);
    for (int round = 0; round < 300; ++round) {
      const std::u32string text = random.of_pieces(random.below(12));
      const std::set<std::size_t> boundaries = boundaries_of(text);
      for (std::size_t at = 0; at <= text.size(); ++at) {
        INFO(to_utf8(text) << " at " << at);
        const std::size_t end = next_word_end(text, at), begin = previous_word_begin(text, at);
        CHECK((at == text.size() ? end == at : end > at));
        CHECK((at == 0 ? begin == 0 : begin < at));
        CHECK(boundaries.contains(end));
        CHECK(boundaries.contains(begin));
        const TextRange word = word_around(text, at);
        CHECK(boundaries.contains(word.begin));
        CHECK(boundaries.contains(word.end));
        CHECK(word.begin <= at);
        CHECK(word.end >= at);
      }
    }
  }

  TEST_CASE("words are Chinese words too and blanks and marks are none") {
    const std::u32string text = U"数据系统, don't  stop。\n 好";
    CHECK(next_word_end(text, 0) == 2);
    CHECK(next_word_end(text, 2) == 4);
    CHECK(next_word_end(text, 4) == text.find(U"  stop"));
    CHECK(next_word_end(text, text.find(U'。')) == text.size());
    CHECK(previous_word_begin(text, text.size()) == text.size() - 1);
    CHECK(previous_word_begin(text, text.size() - 1) == text.find(U"stop"));
    CHECK(previous_word_begin(text, 4) == 2);
    CHECK(previous_word_begin(text, 2) == 0);
  }

  TEST_CASE("around a place lies a word or a run of blanks or a mark") {
    const std::u32string text = U"数据 hit  率，\n\nend";
    CHECK(word_around(text, 1) == TextRange{0, 2});
    CHECK(word_around(text, 4) == TextRange{3, 6});
    CHECK(word_around(text, 7) == TextRange{6, 8});
    CHECK(word_around(text, 9) == TextRange{9, 10});
    CHECK(word_around(text, 11).empty());
    CHECK(word_around(text, text.size()) == TextRange{12, 15});
  }
}

}  // namespace rehearse
