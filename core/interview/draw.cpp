#include "core/interview/draw.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "core/interview/rubric.h"

namespace rehearse {
namespace {

/// splitmix64 (Steele, Lea, Flood 2014): exact on every machine, as no distribution of the standard library
/// is.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  /// At least 0 and below 1.
  double next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t bits = state_;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
    constexpr double kUnit = 1.0 / 9007199254740992.0;  // 2^-53
    return static_cast<double>((bits ^ (bits >> 31)) >> 11) * kUnit;
  }

 private:
  std::uint64_t state_;
};

struct Pool {
  std::vector<std::size_t> left;  // indices of candidates
  double marks = 0;               // of what is left
  std::size_t share = 0;          // questions to draw from it
};

std::vector<Pool> pools_of(std::span<const Candidate> candidates, const Draw& draw) {
  std::vector<Pool> pools;
  std::unordered_map<std::string, std::size_t> pool_of;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    if (draw.kinds == DrawnKinds::kSpoken && !is_recalled_aloud(candidate.kind)) continue;
    const auto& wanted = draw.sections;
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), candidate.section) == wanted.end())
      continue;
    const auto [found, is_new] = pool_of.try_emplace(candidate.section, pools.size());
    if (is_new) pools.emplace_back();
    Pool& pool = pools[found->second];
    pool.left.push_back(i);
    pool.marks += sound_marks(candidate.marks);
  }
  return pools;
}

/// Systematic sampling: each pool gets its exact share rounded up or down, and all shares together are
/// `questions`. What a pool is too small for goes to the others by the same rule.
void set_shares(std::vector<Pool>& pools, std::size_t questions, Chance& chance) {
  while (questions > 0) {
    double marks = 0;
    for (const Pool& pool : pools)
      if (pool.share < pool.left.size()) marks += pool.marks;
    const double start = chance.next();
    const double each = static_cast<double>(questions) / marks;
    double sum = 0;
    std::size_t given_before = 0;
    const std::size_t wanted = questions;
    for (Pool& pool : pools) {
      if (pool.share == pool.left.size()) continue;
      sum += pool.marks;
      const auto upto = static_cast<std::size_t>(sum * each + start);
      const std::size_t here = std::min(std::max(upto, given_before) - given_before, wanted - given_before);
      given_before += here;
      const std::size_t taken = std::min(here, pool.left.size() - pool.share);
      pool.share += taken;
      questions -= taken;
    }
  }
}

std::size_t draw_one(Pool& pool, std::span<const Candidate> candidates, Chance& chance) {
  double at = chance.next() * pool.marks;
  std::size_t i = 0;
  for (; i + 1 < pool.left.size(); ++i) {
    at -= sound_marks(candidates[pool.left[i]].marks);
    if (at < 0) break;
  }
  const std::size_t drawn = pool.left[i];
  pool.left.erase(pool.left.begin() + static_cast<std::ptrdiff_t>(i));
  pool.marks -= sound_marks(candidates[drawn].marks);
  return drawn;
}

}  // namespace

Candidate candidate_of(const Question& question) { return {question.kind, question.section, question.marks}; }

std::vector<std::size_t> draw_questions(std::span<const Candidate> candidates, const Draw& draw) {
  std::vector<Pool> pools = pools_of(candidates, draw);
  std::size_t there = 0;
  for (const Pool& pool : pools) there += pool.left.size();
  Chance chance(draw.seed);
  set_shares(pools, std::min({draw.questions, there, kMostQuestionsAsked}), chance);
  std::vector<std::size_t> drawn;
  for (Pool& pool : pools)
    for (; pool.share > 0; --pool.share) drawn.push_back(draw_one(pool, candidates, chance));
  return drawn;
}

}  // namespace rehearse
