#include "core/search/evaluate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/search/parse_query.h"
#include "core/search/text_match.h"
#include "tests/core/search/random_query.h"

namespace rehearse {
namespace {

const StudyDay kToday = day_from_number(20'000);

struct Sample {
  SearchTable table;
  std::vector<std::string> texts;  // of each question
};

Sample random_sample(std::uint64_t seed) {
  test::RandomQuery random(seed);
  Sample sample;
  SearchQuestions& questions = sample.table.questions;
  questions.deck_titles = {"仓储主管", "ＡＡ cache", "aa"};
  questions.section_titles = {"", "应对投诉"};
  questions.tag_names = {"a", "A::b", "a::b::c", "ab"};
  questions.tags_begin.push_back(0);
  const std::size_t count = 40;
  for (std::size_t i = 0; i < count; ++i) {
    questions.kind.push_back(static_cast<QuestionKind>(random.below(6)));
    questions.deck.push_back(static_cast<std::uint32_t>(random.below(3)));
    questions.section.push_back(static_cast<std::uint32_t>(random.below(2)));
    questions.flag.push_back(static_cast<std::uint8_t>(random.below(4)));
    for (std::uint32_t tag = 0; tag < questions.tag_names.size(); ++tag)
      if (random.below(3) == 0) questions.tag.push_back(tag);
    questions.tags_begin.push_back(static_cast<std::uint32_t>(questions.tag.size()));
    static constexpr std::array<std::string_view, 6> kTexts{
        "客户投诉", "先安抚，后处理", "C++ cache", "客户 投诉", "C", "处处留心"};
    sample.texts.push_back(std::string(random.one_of(kTexts)) + "；" + std::string(random.one_of(kTexts)));
  }
  CardColumns& cards = sample.table.cards;
  cards.resize(157);
  for (std::size_t row = 0; row < cards.size(); ++row) {
    CardRow card;
    card.question = static_cast<std::uint32_t>(random.below(count));
    card.kind = static_cast<CardKind>(random.below(3));
    card.status = static_cast<std::uint8_t>(random.below(16));
    const auto around_today = [&] { return static_cast<std::int32_t>(19'985 + random.below(20)); };
    card.due_day = around_today();
    card.anchor_day = card.seen_day = std::min(around_today(), 20'000);
    card.interval_days = static_cast<std::int32_t>(1 + random.below(40));
    card.answers = static_cast<std::uint16_t>(random.below(5));
    card.lapses = static_cast<std::uint16_t>(random.below(5));
    const bool is_sm2 = random.below(2) == 0;
    card.easiness = static_cast<std::uint16_t>(is_sm2 ? 130 + 10 * random.below(20) : 0);
    card.stability_days = static_cast<float>(random.below(400)) / 16;
    card.difficulty = is_sm2 ? 0 : static_cast<float>(1 + random.below(9));
    cards.set(row, card);
  }
  return sample;
}

/// The meaning of a query for one card, said once more and as plainly as can be.
class Reader {
 public:
  Reader(const Sample& sample, std::size_t card) : sample_(sample), card_(card) {}

  bool finds(const SearchQuery& query) const {
    const bool found = std::visit([&](const auto& what) { return is(what); }, query.what);
    return found != query.is_negated;
  }

 private:
  const SearchQuestions& questions() const { return sample_.table.questions; }
  const CardColumns& cards() const { return sample_.table.cards; }
  std::size_t question() const { return cards().question[card_]; }
  bool has(int bit) const { return (cards().status[card_] & bit) != 0; }

  bool is(const Group& group) const {
    const auto finds_part = [&](const SearchQuery& part) { return finds(part); };
    return group.join == Join::kAll ? std::all_of(group.parts.begin(), group.parts.end(), finds_part)
                                    : std::any_of(group.parts.begin(), group.parts.end(), finds_part);
  }
  bool is(const TextTerm& term) const { return TextMatcher(term).matches(sample_.texts[question()]); }
  bool is(const NameTerm& term) const {
    // The patterns of random_query.h: one piece, or one and a star.
    const std::string piece = nfkc_case_folded(term.pattern.pieces.front());
    if (term.field != NameField::kTag) {
      const std::string& name = term.field == NameField::kDeck
                                    ? questions().deck_titles[questions().deck[question()]]
                                    : questions().section_titles[questions().section[question()]];
      return !name.empty() && nfkc_case_folded(name).find(piece) != std::string::npos;
    }
    for (std::size_t i = questions().tags_begin[question()]; i < questions().tags_begin[question() + 1];
         ++i) {
      const std::string tag = nfkc_case_folded(questions().tag_names[questions().tag[i]]);
      const bool begins = tag.compare(0, piece.size(), piece) == 0;
      if (term.pattern.pieces.size() > 1 ? begins : tag == piece || tag.compare(0, 3, piece + "::") == 0)
        return true;
    }
    return false;
  }
  bool is(const ConditionTerm& term) const {
    switch (term.condition) {
      case CardCondition::kNew: return !has(kCardMet);
      case CardCondition::kLeech: return has(kCardLeech);
      case CardCondition::kSuspended: return has(kCardSuspended);
      case CardCondition::kBuried: return has(kCardBuried);
      case CardCondition::kContested: return has(kCardContested);
      case CardCondition::kDue: break;
    }
    return has(kCardMet) && !has(kCardSuspended) && !has(kCardBuried) &&
           cards().due_day[card_] <= day_number(kToday);
  }
  bool is(const PropertyTerm& term) const {
    const auto [value, is_whole] = property(term.property);
    const bool counts = term.property == CardProperty::kAnswers || term.property == CardProperty::kLapses;
    if (!has(kCardMet) && !counts) return false;
    if (term.property == CardProperty::kEase && cards().easiness[card_] == 0) return false;
    if (term.property == CardProperty::kDifficulty && cards().difficulty[card_] == 0) return false;
    const bool is_equal =
        is_whole ? value == term.value : std::round(value * 100) == std::round(term.value * 100);
    switch (term.comparison) {
      case Comparison::kEqual: return is_equal;
      case Comparison::kUnequal: return !is_equal;
      case Comparison::kLess: return value < term.value;
      case Comparison::kMore: return value > term.value;
      case Comparison::kAtMost: return value <= term.value;
      case Comparison::kAtLeast: return value >= term.value;
    }
    return false;
  }
  std::pair<double, bool> property(CardProperty property) const {
    switch (property) {
      case CardProperty::kInterval: return {cards().interval_days[card_], true};
      case CardProperty::kDue: return {cards().due_day[card_] - day_number(kToday), true};
      case CardProperty::kAnswers: return {cards().answers[card_], true};
      case CardProperty::kLapses: return {cards().lapses[card_], true};
      case CardProperty::kEase: return {cards().easiness[card_] / 100.0, false};
      case CardProperty::kStability: return {cards().stability_days[card_], false};
      case CardProperty::kDifficulty: return {cards().difficulty[card_], false};
      case CardProperty::kRetrievability: break;
    }
    return {retrievabilities(cards(), kToday)[card_], false};
  }
  bool is(const RatedTerm& term) const {
    return has(kCardMet) && day_number(kToday) - cards().seen_day[card_] < term.days;
  }
  bool is(const KindTerm& term) const {
    return term.kind == decltype(term.kind){cards().kind[card_]} ||
           term.kind == decltype(term.kind){questions().kind[question()]};
  }
  bool is(const FlagTerm& term) const { return questions().flag[question()] == term.flag; }

  const Sample& sample_;
  std::size_t card_;
};

RowSet found(std::string_view query, const Sample& sample) {
  const auto read = parse_query(query);
  REQUIRE(std::holds_alternative<SearchQuery>(read));
  return evaluate(std::get<SearchQuery>(read), sample.table, kToday, [&](const TextTerm& term) {
    const TextMatcher matcher(term);
    return RowSet::where(sample.texts.size(),
                         [&](std::size_t question) { return matcher.matches(sample.texts[question]); });
  });
}

}  // namespace

TEST_SUITE("core/search/evaluate") {
  TEST_CASE("a query over columns finds what it finds card by card") {
    test::RandomQuery random(41);
    std::size_t hits = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const Sample sample = random_sample(seed);
      for (int i = 0; i < 500; ++i) {
        const std::string text = random.good();
        const RowSet cards = found(text, sample);
        const auto read = parse_query(text);
        for (std::size_t card = 0; card < sample.table.cards.size(); ++card)
          REQUIRE_MESSAGE(cards.has(card) == Reader(sample, card).finds(std::get<SearchQuery>(read)), text);
        hits += cards.count();
      }
    }
    CHECK(hits > 100'000);
  }

  TEST_CASE("nothing typed finds every card and what is negated finds the others") {
    const Sample sample = random_sample(1);
    const std::size_t all = sample.table.cards.size();
    CHECK(found("", sample).count() == all);
    CHECK(found("is:due", sample).count() + found("-is:due", sample).count() == all);
    CHECK(found("is:due -is:due", sample).count() == 0);
    CHECK(found("客户", sample) == found("客户 or 客户", sample));
  }

  TEST_CASE("the questions of the cards found are each there once") {
    const Sample sample = random_sample(2);
    const RowSet cards = found("kind:point", sample);
    const RowSet questions = questions_of(cards, sample.table);
    for (std::uint32_t card : cards.rows()) CHECK(questions.has(sample.table.cards.question[card]));
    CHECK(questions.count() <= cards.count());
  }
}

}  // namespace rehearse
