#include "core/recall/deck_terms.h"

#include <doctest/doctest.h>

#include <string>

using namespace rehearse;

namespace {

/// Every point says 记录; the first `with` of them say 月台 as well.
std::vector<Question> deck(std::size_t points, std::size_t with) {
  Question question;
  for (std::size_t i = 0; i < points; ++i) question.points.push_back({"记录", i < with ? "月台" : ""});
  return {question};
}

std::uint64_t pair_of(const DeckTerms& terms, std::string_view word) {
  for (const Term& term : terms.terms_of(units_of(word)))
    if (term.kind == Term::Kind::kPair) return term.code;
  return 0;
}

}  // namespace

TEST_SUITE("core/recall/deck_terms") {
  TEST_CASE("a term tells the less the more points hold it") {
    constexpr std::size_t kPoints = 40;
    double before = 1;
    for (std::size_t with = 1; with <= kPoints; ++with) {
      const DeckTerms terms(deck(kPoints, with));
      const double telling = terms.telling(pair_of(terms, "月台"));
      CHECK(telling <= before);
      CHECK(telling > 0);
      CHECK(terms.telling(pair_of(terms, "记录")) <= telling);
      before = telling;
    }
    CHECK(before < 0.01);
  }

  TEST_CASE("a term that no point holds and any term without a deck tells all") {
    const DeckTerms terms(deck(3, 1));
    CHECK(terms.telling(pair_of(terms, "仓库")) == 1);
    CHECK(DeckTerms().telling(pair_of(terms, "记录")) == 1);
  }

  TEST_CASE("words of one meaning share a term in both languages") {
    const DeckTerms terms;
    const auto synonym = [&](std::string_view text) {
      for (const Term& term : terms.terms_of(units_of(text)))
        if (term.kind == Term::Kind::kSynonym) return term.code;
      return std::uint64_t{0};
    };
    CHECK(synonym("顾客") == synonym("客户"));
    CHECK(synonym("customers") == synonym("客户"));
    CHECK(synonym("rolled back") == synonym("回滚"));
    CHECK(synonym("月台") == 0);
    CHECK(synonym("对不起") == synonym("sorry"));
  }

  TEST_CASE("the longest word counts where one begins with another") {
    const Synonyms synonyms;
    CHECK(synonyms.at(units_of("上级"))->length == 2);
    CHECK(synonyms.at(units_of("每个礼拜"))->length == 4);
    CHECK(!synonyms.at(units_of("月台")));
    CHECK(!synonyms.at({}));
  }
}
