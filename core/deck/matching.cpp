#include "core/deck/matching.h"

#include <algorithm>
#include <tuple>

namespace rehearse {

std::vector<std::size_t> Matching::free_known() const {
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < taken_.size(); ++i)
    if (!taken_[i]) free.push_back(i);
  return free;
}

void Matching::take_best(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.likeness, a.wanted, a.known) < std::tie(a.likeness, b.wanted, b.known);
  });
  for (const Pair& pair : pairs)
    if (!is_matched(pair.wanted) && !is_taken(pair.known)) take(pair.wanted, pair.known);
}

SamePlace::SamePlace(const Matching& matching) {
  const Matches& matches = matching.matches();
  equal_length_ = matching.known_count() == matches.size();
  behind_.resize(matches.size(), kNone);
  before_.resize(matches.size(), kNone);
  std::size_t neighbour = kNone;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matches[i]) neighbour = i;
    if (neighbour != kNone) behind_[i] = *matches[neighbour] + (i - neighbour);
  }
  any_neighbour_ = neighbour != kNone;
  neighbour = kNone;
  for (std::size_t i = matches.size(); i-- > 0;) {
    if (matches[i]) neighbour = i;
    if (neighbour != kNone && *matches[neighbour] >= neighbour - i)
      before_[i] = *matches[neighbour] - (neighbour - i);
  }
}

bool SamePlace::holds(std::size_t wanted, std::size_t known) const {
  if (!any_neighbour_) return equal_length_ && wanted == known;
  return behind_[wanted] == known || before_[wanted] == known;
}

std::vector<std::size_t> SamePlace::of(std::size_t wanted) const {
  if (!any_neighbour_) return {wanted};
  return {behind_[wanted], before_[wanted]};
}

}  // namespace rehearse
