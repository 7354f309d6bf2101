#include "core/deck/match_points.h"

#include <algorithm>
#include <map>
#include <string>

#include "core/base/similarity.h"
#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr double kAlike = 0.6;
constexpr double kAlikeInPlace = 0.2;
constexpr double kPlaceBonus = 0.25;
// Pairs. A question with more points than any person says is compared place by place only.
constexpr std::size_t kMostPairs = 10'000;

struct Compared {
  Shingles cue;
  Shingles detail;

  explicit Compared(const KeyPoint& point) : cue(point.cue), detail(point.detail) {}
};

double likeness(const Compared& a, const Compared& b) {
  const double cues = similarity(a.cue, b.cue);
  if (a.detail.empty() || b.detail.empty()) return cues;
  return std::max(cues, similarity(a.detail, b.detail));
}

std::optional<std::string> cue_of(const std::optional<KeyPoint>& point) {
  if (!point) return std::nullopt;
  return normalised(point->cue);
}

void pair_alike(Matching& matching, const std::vector<KnownPoint>& known,
                const std::vector<KeyPoint>& document) {
  std::map<std::size_t, Compared> free;
  for (const std::size_t i : matching.free_known())
    if (known[i].said) free.emplace(i, Compared(*known[i].said));
  const bool only_in_place = free.size() * document.size() > kMostPairs;
  const SamePlace places(matching);
  std::vector<Matching::Pair> pairs;
  for (std::size_t i = 0; i < document.size() && !free.empty(); ++i) {
    if (matching.is_matched(i)) continue;
    const Compared point(document[i]);
    const auto compare = [&](std::size_t index, const Compared& other) {
      const bool same_place = places.holds(i, index);
      const double sure = likeness(other, point);
      if (sure >= (same_place ? kAlikeInPlace : kAlike))
        pairs.push_back({sure + (same_place ? kPlaceBonus : 0), i, index});
    };
    if (only_in_place) {
      for (const std::size_t index : places.of(i))
        if (const auto other = free.find(index); other != free.end()) compare(index, other->second);
    } else {
      for (const auto& [index, other] : free) compare(index, other);
    }
  }
  matching.take_best(std::move(pairs));
}

}  // namespace

Matches match_points(const std::vector<KnownPoint>& known, const std::vector<KeyPoint>& document,
                     const std::vector<PointId>& ids) {
  Matching matching(known.size(), document.size());
  const auto wanted_cue = [&](std::size_t i) { return std::optional(normalised(document[i].cue)); };
  matching.pair_equal<std::string>([&](std::size_t i) { return cue_of(known[i].said); }, wanted_cue);
  matching.pair_equal<PointId>([&](std::size_t i) { return std::optional(known[i].id); },
                               [&](std::size_t i) { return std::optional(ids[i]); });
  matching.pair_equal<std::string>([&](std::size_t i) { return cue_of(known[i].shown); }, wanted_cue);
  pair_alike(matching, known, document);
  return matching.matches();
}

}  // namespace rehearse
