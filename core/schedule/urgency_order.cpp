#include "core/schedule/urgency_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace rehearse {
namespace {

constexpr std::size_t kFewCards = 512;  // below it the tables cost more than they save
constexpr int kBitsPerPass = 11, kPasses = 3;
constexpr std::size_t kBuckets = std::size_t{1} << kBitsPerPass;

struct Key {
  std::uint32_t rank;  // the smaller the more urgent
  std::uint32_t card;
};

/// Whole numbers in the opposite order of the floats.
std::uint32_t rank_of(float urgency) {
  const auto bits = std::bit_cast<std::uint32_t>(urgency);
  return bits >> 31 != 0 ? bits : 0x7FFF'FFFFU - bits;
}

}  // namespace

void sort_by_urgency(std::vector<AskedCard>& cards) {
  if (cards.size() < kFewCards) {
    std::stable_sort(cards.begin(), cards.end(),
                     [](const AskedCard& a, const AskedCard& b) { return a.urgency > b.urgency; });
    return;
  }
  std::vector<Key> keys(cards.size()), sorted(cards.size());
  for (std::uint32_t i = 0; i < keys.size(); ++i) keys[i] = {rank_of(cards[i].urgency), i};
  for (int pass = 0; pass < kPasses; ++pass) {
    const auto bucket = [&](const Key& key) { return key.rank >> (pass * kBitsPerPass) & (kBuckets - 1); };
    std::array<std::uint32_t, kBuckets> begin{};
    for (const Key& key : keys) ++begin[bucket(key)];
    std::uint32_t sum = 0;
    for (std::uint32_t& count : begin) sum += std::exchange(count, sum);
    for (const Key& key : keys) sorted[begin[bucket(key)]++] = key;
    keys.swap(sorted);
  }
  std::vector<AskedCard> result(cards.size());
  for (std::size_t i = 0; i < keys.size(); ++i) result[i] = cards[keys[i].card];
  cards.swap(result);
}

}  // namespace rehearse
