#include "gui/window/library/duplicates.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr double kNearlyEqual = 0.8;
constexpr std::size_t kPart = 400;  // questions read at once: some hundredths of a second
// Texts that are alike very likely share one of their few smallest shingles, once these are in a random
// order (Broder 1997, min-wise hashing): only such pairs are compared.
constexpr std::size_t kKeys = 4;
constexpr std::size_t kMostCompared = 12;  // with those met last under a key

std::uint64_t scattered(std::uint64_t value) {
  value ^= value >> 31;
  value *= 0x9E3779B97F4A7C15u;  // 2^64 over the golden ratio
  return value ^ value >> 29;
}

std::vector<std::uint64_t> keys_of(const Shingles& stem) {
  std::vector<std::uint64_t> keys;
  for (const std::uint64_t value : stem.values()) keys.push_back(scattered(value));
  const std::size_t count = std::min(kKeys, keys.size());
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count), keys.end());
  keys.resize(count);
  return keys;
}

/// Which group each stem belongs to, by one of its members.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }

  std::size_t find(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

Shingles shingles_of_stem(std::string_view stem) {
  constexpr std::u32string_view kSigns = U"，。；：、？！“”‘’（）《》【】…—·,.;:?!\"'()[]-";
  const std::u32string text = to_utf32(stem);
  std::u32string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_beside_chinese =
        (!kept.empty() && kept.back() > 0x7F) || (i + 1 < text.size() && text[i + 1] > 0x7F);
    const bool parts = is_white_space(text[i]) || kSigns.find(text[i]) != std::u32string_view::npos;
    if (!parts || !is_beside_chinese) kept += text[i];
  }
  return Shingles(to_utf8(kept));
}

std::vector<std::vector<std::size_t>> groups_of_similar(std::span<const Shingles> stems) {
  Groups groups(stems.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> met;  // by key
  for (std::size_t i = 0; i < stems.size(); ++i)
    for (const std::uint64_t key : keys_of(stems[i])) {
      std::vector<std::size_t>& others = met[key];
      std::size_t compared = 0;
      for (auto other = others.rbegin(); other != others.rend() && compared < kMostCompared;
           ++other, ++compared)
        if (groups.find(*other) != groups.find(i) && similarity(stems[*other], stems[i]) >= kNearlyEqual)
          groups.join(*other, i);
      if (others.empty() || others.back() != i) others.push_back(i);
    }
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < stems.size(); ++i) members[groups.find(i)].push_back(i);
  std::vector<std::vector<std::size_t>> found;
  for (auto& [first, group] : members)
    if (group.size() > 1) found.push_back(std::move(group));
  return found;
}

void DuplicateSearch::step(Library& library, LocalInstant now) {
  const std::size_t begin = stems_.size();
  const auto part = std::span(questions_).subspan(begin, std::min(kPart, questions_.size() - begin));
  for (const FoundCard& card : library.describe(part, now)) stems_.push_back(shingles_of_stem(card.stem));
}

std::vector<std::vector<CardId>> DuplicateSearch::groups() const {
  std::vector<std::vector<CardId>> groups;
  for (const std::vector<std::size_t>& members : groups_of_similar(stems_)) {
    std::vector<CardId>& group = groups.emplace_back();
    for (const std::size_t member : members) group.push_back(questions_[member]);
  }
  return groups;
}

}  // namespace rehearse
