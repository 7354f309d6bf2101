#include "tests/score/text_similarity.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/base/text.h"
#include "tests/nasty_text.h"

using namespace rehearse::scoring;

TEST_SUITE("score/text_similarity") {
  TEST_CASE("the figures are those of Python's difflib") {
    struct Reference {
      std::u32string a, b;
      double ratio;  // SequenceMatcher(None, a, b, autojunk=False).ratio() of Python 3.11
    };
    const std::vector<Reference> references{
        {U"客户投诉如何处理", U"如何处理客户投诉", 8.0 / 16},
        {U"先安抚客户再核对单据", U"先核对单据再安抚客户", 10.0 / 20},
        {U"abcd", U"bcde", 6.0 / 8},
        {U"abxcd", U"abcd", 8.0 / 9},
        {U"tide", U"diet", 2.0 / 8},
        {U"diet", U"tide", 4.0 / 8},
        {U"abcabba", U"cbabac", 6.0 / 13},
        {U"答案是乙", U"问题", 0},
    };
    for (const Reference& reference : references)
      CHECK(similarity(reference.a, reference.b) == doctest::Approx(reference.ratio).epsilon(1e-12));
  }

  TEST_CASE("a text is like itself and like nothing that shares no letter with it") {
    rehearse::test::NastyText random(11);
    for (int round = 0; round < 300; ++round) {
      const std::u32string text = rehearse::to_utf32(random.text(20));
      CHECK(similarity(text, text) == 1);
      const double other = similarity(text, rehearse::to_utf32(random.text(20)));
      CHECK(other >= 0);
      CHECK(other <= 1);
      if (!text.empty()) CHECK(similarity(text, std::u32string(text.size(), U'\U0010FFFD')) == 0);
    }
  }

  TEST_CASE("a least similarity hides lower ones and changes no other") {
    rehearse::test::NastyText random(12);
    for (int round = 0; round < 300; ++round) {
      const std::u32string a = rehearse::to_utf32(random.text(6));
      const std::u32string b = rehearse::to_utf32(random.text(6));
      const double all = similarity(a, b);
      for (const double least : {0.1, 0.5, 0.9})
        CHECK(similarity_from(least, a, b) == (all < least ? 0 : all));
    }
  }
}
