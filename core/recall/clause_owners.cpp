#include "core/recall/clause_owners.h"

#include <algorithm>

namespace rehearse {
namespace {

// In weights, where an ideograph that no other point of the deck holds has 1.
constexpr double kSentenceCost = 0.25;  // a sentence speaks of a point, the same as before or another
constexpr double kChangeCost = 0.8;     // another point within a sentence
constexpr double kLeaveCost = 0.2;      // no point any more within a sentence

}  // namespace

std::vector<std::size_t> clause_owners(const std::vector<Clause>& clauses, const Evidence& evidence) {
  if (clauses.empty()) return {};
  const std::size_t points = evidence.front().size(), none = points;
  std::vector<double> value(points + 1, 0);  // of the best way that ends in this point, or in none
  std::vector<std::vector<std::size_t>> before(clauses.size(), std::vector<std::size_t>(points + 1, none));
  const auto best = [&value] {
    return static_cast<std::size_t>(std::max_element(value.begin(), value.end()) - value.begin());
  };
  for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
    const bool begins = clause == 0 || clauses[clause].sentence != clauses[clause - 1].sentence;
    const std::size_t leader = best();
    const double highest = value[leader];
    const auto go_on = [&](std::size_t point, double stay_cost, double come_cost, double found) {
      const double staying = value[point] - stay_cost, coming = highest - come_cost;
      before[clause][point] = staying >= coming ? point : leader;
      value[point] = std::max(staying, coming) + found;
    };
    for (std::size_t point = 0; point < points; ++point)
      go_on(point, begins ? kSentenceCost : 0, begins ? kSentenceCost : kChangeCost, evidence[clause][point]);
    go_on(none, 0, begins ? 0 : kLeaveCost, 0);
  }
  std::vector<std::size_t> owners(clauses.size(), kNoPoint);
  for (std::size_t clause = clauses.size(), owner = best(); clause-- > 0;) {
    if (owner != none) owners[clause] = owner;
    owner = before[clause][owner];
  }
  return owners;
}

}  // namespace rehearse
