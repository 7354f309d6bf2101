#include "core/recall/weighed_point.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace rehearse {
namespace {

// Set on the `tuning` half of tests/data/recall; each may move by half without losing much there.
constexpr double kIdeographCredit = 0.5;  // one ideograph of a word hints at it: 致歉, 道歉
constexpr double kSynonymCredit = 0.8;
constexpr double kSharedCredit = 0.6;  // a term that several points of the question hold
constexpr double kWordWeight = 1.8;    // ideographs that an English word says as much as
constexpr double kCommonWeight = 0.1;  // of a common unit
constexpr double kCommonLength = 0.5;  // the same
constexpr double kInStemWeight = 0.4;  // of a unit that stands in the stem

bool is_whole(Term::Kind kind) { return kind == Term::Kind::kPair || kind == Term::Kind::kWord; }

double credit_of(const Term& term, const DeckTerms& deck) {
  switch (term.kind) {
    case Term::Kind::kIdeograph: return kIdeographCredit * deck.telling(term.code);
    case Term::Kind::kSynonym: return kSynonymCredit * deck.telling(term.code);
    case Term::Kind::kPair:
    case Term::Kind::kWord: return 1;
  }
  return 0;
}

using Codes = std::unordered_set<std::uint64_t>;

/// A unit weighs what its pairs or the word tell; an ideograph alone, what it tells itself.
std::vector<double> weights_of(const std::vector<Unit>& units, const std::vector<Term>& terms,
                               const Codes& stem, const DeckTerms& deck) {
  struct Telling {
    double sum = 0;
    int terms = 0;
    bool is_in_stem = false;
  };
  std::vector<Telling> telling(units.size());
  for (const Term& term : terms) {
    if (term.kind == Term::Kind::kIdeograph) continue;
    for (std::size_t i = term.first; i < term.first + term.length; ++i) {
      telling[i].is_in_stem |= stem.count(term.code) > 0;
      if (!is_whole(term.kind)) continue;
      telling[i].sum += deck.telling(term.code);
      ++telling[i].terms;
    }
  }
  std::vector<double> weights;
  for (std::size_t i = 0; i < units.size(); ++i) {
    double weight = telling[i].terms > 0 ? telling[i].sum / telling[i].terms : deck.telling(units[i].code);
    if (units[i].is_common) weight *= kCommonWeight;
    if (telling[i].is_in_stem) weight *= kInStemWeight;
    if (units[i].kind != UnitKind::kIdeograph) weight *= kWordWeight;
    weights.push_back(weight);
  }
  return weights;
}

}  // namespace

double spoken_length(const Unit& unit) {
  return (unit.kind == UnitKind::kIdeograph ? 1 : kWordWeight) * (unit.is_common ? kCommonLength : 1);
}

std::vector<WeighedPoint> weighed_points(const Question& question, const DeckTerms& deck) {
  Codes stem;
  for (const Term& term : deck.terms_of(units_of(question.stem)))
    if (term.kind != Term::Kind::kIdeograph) stem.insert(term.code);
  std::vector<WeighedPoint> points;
  std::unordered_map<std::uint64_t, int> points_with;
  for (const KeyPoint& key : question.points) {
    WeighedPoint& point = points.emplace_back();
    point.units = units_of(key.cue + "\n" + key.detail);
    for (const Unit& unit : point.units) point.length += spoken_length(unit);
    const std::vector<Term> terms = deck.terms_of(point.units);
    point.weights = weights_of(point.units, terms, stem, deck);
    Codes own;
    for (const Term& term : terms) {
      point.terms.push_back({term, credit_of(term, deck)});
      if (own.insert(term.code).second) ++points_with[term.code];
    }
  }
  for (WeighedPoint& point : points)
    for (WeighedTerm& weighed : point.terms)
      if (points_with[weighed.term.code] > 1) weighed.credit *= kSharedCredit;
  return points;
}

}  // namespace rehearse
