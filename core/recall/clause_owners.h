// Which clause of an answer speaks of which point: people say one thing after another.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "core/recall/answer_text.h"

namespace rehearse {

inline constexpr std::size_t kNoPoint = std::numeric_limits<std::size_t>::max();

/// How much of each point is found in each clause, in weight: [clause][point].
using Evidence = std::vector<std::vector<double>>;

/// The point that each clause belongs to, or kNoPoint: of all ways to go through the clauses, changing from
/// point to point, the one that collects the most evidence less what the changes cost (Viterbi 1967). A
/// clause without evidence stays with the point before it, inside a sentence. Time and memory: clauses ×
/// points.
std::vector<std::size_t> clause_owners(const std::vector<Clause>& clauses, const Evidence& evidence);

}  // namespace rehearse
