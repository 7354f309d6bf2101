#include "core/search/evaluate.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr double kHundredths = 100;

/// True when the pieces stand in `name` in this order.
bool holds(const std::string& name, const std::vector<std::string>& pieces) {
  std::size_t at = 0;
  for (const std::string& piece : pieces) {
    const std::size_t found = name.find(piece, at);
    if (found == std::string::npos) return false;
    at = found + piece.size();
  }
  return true;
}

/// True when `name` is the pieces and what stands for the gaps between them, and nothing else.
bool is_whole(std::string_view name, const std::vector<std::string>& pieces) {
  const std::string& first = pieces.front();
  const std::string& last = pieces.back();
  if (pieces.size() == 1) return name == first;
  if (name.size() < first.size() + last.size() || name.substr(0, first.size()) != first) return false;
  if (name.substr(name.size() - last.size()) != last) return false;
  const std::string between(name.substr(first.size(), name.size() - first.size() - last.size()));
  return holds(between, {pieces.begin() + 1, pieces.end() - 1});
}

/// a::b::c is a tag below a::b and below a.
bool is_or_lies_below(std::string_view tag, const std::vector<std::string>& pieces) {
  constexpr std::string_view kBelow = "::";
  for (std::size_t end = tag.find(kBelow); end != std::string_view::npos; end = tag.find(kBelow, end + 1))
    if (is_whole(tag.substr(0, end), pieces)) return true;
  return is_whole(tag, pieces);
}

/// && without a branch: which cards are found has no pattern a processor could learn.
bool both(bool a, bool b) { return (unsigned{a} & unsigned{b}) != 0; }

/// What a comparison with a number finds.
struct Range {
  double lowest, highest;
  bool is_found;  // false: what lies outside is found

  bool finds(double number) const { return both(number >= lowest, number <= highest) == is_found; }
};

Range range_of(Comparison comparison, double value) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  switch (comparison) {
    case Comparison::kLess: return {-kInfinity, std::nextafter(value, -kInfinity), true};
    case Comparison::kAtMost: return {-kInfinity, value, true};
    case Comparison::kEqual: return {value, value, true};
    case Comparison::kUnequal: return {value, value, false};
    case Comparison::kAtLeast: return {value, kInfinity, true};
    case Comparison::kMore: return {std::nextafter(value, kInfinity), kInfinity, true};
  }
  return {value, value, true};
}

class Evaluator {
 public:
  Evaluator(const SearchTable& table, StudyDay today, const TextLookup& find_text)
      : questions_(table.questions),
        cards_(table.cards),
        today_(static_cast<std::int32_t>(day_number(today))),
        day_(today),
        find_text_(find_text) {}

  RowSet cards(const SearchQuery& query) const {
    RowSet found = std::visit([this](const auto& what) { return cards_of(what); }, query.what);
    if (query.is_negated) found.flip();
    return found;
  }

 private:
  template <class Predicate>
  RowSet where(Predicate is_in) const {
    return RowSet::where(cards_.size(), is_in);
  }
  RowSet of_questions(const RowSet& questions) const {
    return where([&](std::size_t card) { return questions.has(cards_.question[card]); });
  }
  bool met(std::size_t card) const { return (cards_.status[card] & kCardMet) != 0; }

  RowSet cards_of(const Group& group) const {
    RowSet found(cards_.size());
    if (group.join == Join::kAll) found.flip();
    for (const SearchQuery& part : group.parts) {
      if (group.join == Join::kAll) {
        found &= cards(part);
      } else {
        found |= cards(part);
      }
    }
    return found;
  }

  RowSet cards_of(const TextTerm& term) const { return of_questions(find_text_(term)); }

  RowSet cards_of(const NameTerm& term) const {
    std::vector<std::string> pieces;
    for (const std::string& piece : term.pattern.pieces) pieces.push_back(nfkc_case_folded(piece));
    if (term.field == NameField::kTag) return of_questions(tagged(pieces));
    const bool is_deck = term.field == NameField::kDeck;
    const std::vector<std::uint32_t>& of_question = is_deck ? questions_.deck : questions_.section;
    const std::vector<std::string>& names = is_deck ? questions_.deck_titles : questions_.section_titles;
    // section:* is not found where there is no section.
    const RowSet found = RowSet::where(names.size(), [&](std::size_t i) {
      return !names[i].empty() && holds(nfkc_case_folded(names[i]), pieces);
    });
    return of_questions(RowSet::where(
        questions_.size(), [&](std::size_t question) { return found.has(of_question[question]); }));
  }

  RowSet tagged(const std::vector<std::string>& pieces) const {
    const std::vector<std::string>& names = questions_.tag_names;
    const RowSet found = RowSet::where(
        names.size(), [&](std::size_t i) { return is_or_lies_below(nfkc_case_folded(names[i]), pieces); });
    return RowSet::where(questions_.size(), [&](std::size_t question) {
      const auto begin = questions_.tag.begin() + questions_.tags_begin[question];
      const auto end = questions_.tag.begin() + questions_.tags_begin[question + 1];
      return std::any_of(begin, end, [&](std::uint32_t tag) { return found.has(tag); });
    });
  }

  RowSet cards_of(const ConditionTerm& term) const {
    switch (term.condition) {
      case CardCondition::kDue:
        return where([&](std::size_t card) {
          const auto status = cards_.status[card] & (kCardMet | kCardSuspended | kCardBuried);
          return both(status == kCardMet, cards_.due_day[card] <= today_);
        });
      case CardCondition::kNew: return where([&](std::size_t card) { return !met(card); });
      case CardCondition::kLeech: return with(kCardLeech);
      case CardCondition::kSuspended: return with(kCardSuspended);
      case CardCondition::kBuried: return with(kCardBuried);
      case CardCondition::kContested: return with(kCardContested);
    }
    return RowSet(cards_.size());
  }
  RowSet with(CardStatus bit) const {
    return where([&, bit](std::size_t card) { return (cards_.status[card] & bit) != 0; });
  }

  /// The met cards whose `number(card)` is as the term wants it.
  template <class NumberOf>
  RowSet compared(const PropertyTerm& term, NumberOf number) const {
    const Range range = range_of(term.comparison, term.value);
    return where([&, range](std::size_t card) {
      return both(met(card), range.finds(static_cast<double>(number(card))));
    });
  }
  /// The same for numbers that are no whole ones.
  template <class NumberOf>
  RowSet compared_by_hundredths(const PropertyTerm& term, NumberOf number) const {
    if (term.comparison != Comparison::kEqual && term.comparison != Comparison::kUnequal)
      return compared(term, number);
    const PropertyTerm rounded{term.property, term.comparison, std::round(term.value * kHundredths)};
    return compared(rounded, [&](std::size_t card) { return std::round(number(card) * kHundredths); });
  }
  /// The same where 0 stands for none.
  template <class Column>
  RowSet compared_where_given(const PropertyTerm& term, const std::vector<Column>& column,
                              double unit) const {
    RowSet found = compared_by_hundredths(term, [&](std::size_t card) { return column[card] / unit; });
    return found &= where([&](std::size_t card) { return column[card] != 0; });
  }

  RowSet cards_of(const PropertyTerm& term) const {
    switch (term.property) {
      case CardProperty::kInterval:
        return compared(term, [&](std::size_t card) { return cards_.interval_days[card]; });
      case CardProperty::kDue:
        return compared(term, [&](std::size_t card) { return std::int64_t{cards_.due_day[card]} - today_; });
      case CardProperty::kAnswers: return counted(term, cards_.answers);
      case CardProperty::kLapses: return counted(term, cards_.lapses);
      case CardProperty::kEase: return compared_where_given(term, cards_.easiness, kHundredths);
      case CardProperty::kStability:
        return compared_by_hundredths(
            term, [&](std::size_t card) { return static_cast<double>(cards_.stability_days[card]); });
      case CardProperty::kDifficulty: return compared_where_given(term, cards_.difficulty, 1);
      case CardProperty::kRetrievability: {
        const std::vector<float> recall = retrievabilities(cards_, day_);
        return compared_by_hundredths(term,
                                      [&](std::size_t card) { return static_cast<double>(recall[card]); });
      }
    }
    return RowSet(cards_.size());
  }
  RowSet counted(const PropertyTerm& term, const std::vector<std::uint16_t>& counts) const {
    const Range range = range_of(term.comparison, term.value);
    return where([&, range](std::size_t card) { return range.finds(counts[card]); });
  }

  RowSet cards_of(const RatedTerm& term) const {
    return where([&](std::size_t card) {
      return both(met(card), cards_.seen_day[card] > std::int64_t{today_} - term.days);
    });
  }

  RowSet cards_of(const KindTerm& term) const {
    if (const auto* kind = std::get_if<CardKind>(&term.kind))
      return where([&](std::size_t card) { return cards_.kind[card] == *kind; });
    const auto kind = std::get<QuestionKind>(term.kind);
    return where([&](std::size_t card) { return questions_.kind[cards_.question[card]] == kind; });
  }

  RowSet cards_of(const FlagTerm& term) const {
    return where([&](std::size_t card) { return questions_.flag[cards_.question[card]] == term.flag; });
  }

  const SearchQuestions& questions_;
  const CardColumns& cards_;
  std::int32_t today_;
  StudyDay day_;
  const TextLookup& find_text_;
};

}  // namespace

RowSet evaluate(const SearchQuery& query, const SearchTable& table, StudyDay today,
                const TextLookup& find_text) {
  return Evaluator(table, today, find_text).cards(query);
}

RowSet questions_of(const RowSet& cards, const SearchTable& table) {
  RowSet questions(table.questions.size());
  cards.for_each([&](std::size_t card) { questions.insert(table.cards.question[card]); });
  return questions;
}

}  // namespace rehearse
