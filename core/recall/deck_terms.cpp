#include "core/recall/deck_terms.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace rehearse {
namespace {

/// What can be part of a Chinese word: its pairs are looked at. 3天 is a pair as 三天 is.
bool makes_pairs(const Unit& unit) { return unit.kind != UnitKind::kWord; }

}  // namespace

DeckTerms::DeckTerms(std::span<const Question> questions) {
  std::vector<std::uint64_t> seen;
  for (const Question& question : questions)
    for (const KeyPoint& point : question.points) {
      seen.clear();
      for (const Term& term : terms_of(units_of(point.cue + "\n" + point.detail))) seen.push_back(term.code);
      std::sort(seen.begin(), seen.end());
      seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
      for (const std::uint64_t code : seen) ++points_with_[code];
      ++points_;
    }
}

std::vector<Term> DeckTerms::terms_of(std::span<const Unit> units) const {
  std::vector<Term> terms;
  terms.reserve(2 * units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(i);
    const Unit& unit = units[i];
    const bool is_ideograph = unit.kind == UnitKind::kIdeograph;
    terms.push_back({unit.code, first, 1, is_ideograph ? Term::Kind::kIdeograph : Term::Kind::kWord});
    if (i + 1 < units.size() && units[i + 1].is_joined && makes_pairs(unit) && makes_pairs(units[i + 1]))
      terms.push_back({joined_code(unit.code, units[i + 1].code), first, 2, Term::Kind::kPair});
    if (const auto synonym = synonyms_.at(units.subspan(i)))
      terms.push_back(
          {synonym->code, first, static_cast<std::uint32_t>(synonym->length), Term::Kind::kSynonym});
  }
  return terms;
}

double DeckTerms::telling(std::uint64_t term) const {
  const auto found = points_with_.find(term);
  if (found == points_with_.end() || found->second <= 1) return 1;
  const double all = static_cast<double>(points_) + 1;
  return std::log(all / found->second) / std::log(all);
}

}  // namespace rehearse
