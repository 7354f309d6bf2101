#include "core/recall/answer_text.h"

#include <algorithm>

namespace rehearse {
namespace {

struct ByCode {
  bool operator()(const Term& a, const Term& b) const { return a.code < b.code; }
};

}  // namespace

AnswerText::AnswerText(std::string_view typed, const DeckTerms& deck)
    : units_(units_of(typed)), terms_(deck.terms_of(units_)) {
  for (const Unit& unit : units_) {
    clauses_.resize(unit.clause + std::size_t{1});
    clauses_.back().sentence = unit.sentence;
    clauses_.back().length += spoken_length(unit);
  }
  std::stable_sort(terms_.begin(), terms_.end(), ByCode());
}

std::vector<Match> AnswerText::matches_of(const WeighedPoint& point) const {
  std::vector<Match> matches;
  for (const WeighedTerm& weighed : point.terms) {
    const auto [begin, end] = std::equal_range(terms_.begin(), terms_.end(), weighed.term, ByCode());
    for (auto found = begin; found != end; ++found) {
      const Unit& here = units_[found->first];
      if (here.is_negated == point.units[weighed.term.first].is_negated)
        matches.push_back({weighed.term, *found, here.clause, weighed.credit});
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.clause < b.clause; });
  return matches;
}

}  // namespace rehearse
