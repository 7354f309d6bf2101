#include "gui/window/library/duplicates.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

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

std::size_t SimilarStems::group_of(std::size_t stem) const {
  while (joined_[stem] != stem) stem = joined_[stem];
  return stem;
}

void SimilarStems::add(Shingles stem) {
  const std::size_t place = stems_.size();
  stems_.push_back(std::move(stem));
  joined_.push_back(place);
  for (const std::uint64_t key : keys_of(stems_.back())) {
    std::vector<std::size_t>& others = met_[key];
    std::size_t compared = 0;
    for (auto other = others.rbegin(); other != others.rend() && compared < kMostCompared;
         ++other, ++compared) {
      const std::size_t theirs = group_of(*other), own = group_of(place);
      if (theirs != own && similarity(stems_[*other], stems_.back()) >= kNearlyEqual)
        joined_[std::max(theirs, own)] = std::min(theirs, own);
    }
    if (others.empty() || others.back() != place) others.push_back(place);
  }
  joined_[place] = group_of(place);
}

std::vector<std::vector<std::size_t>> SimilarStems::groups() const {
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < stems_.size(); ++i)
    if (const std::size_t first = group_of(i); first != i) {
      std::vector<std::size_t>& group = members[first];
      if (group.empty()) group.push_back(first);
      group.push_back(i);
    }
  std::vector<std::vector<std::size_t>> found;
  for (auto& [first, group] : members) found.push_back(std::move(group));
  return found;
}

void DuplicateSearch::step(Library& library, LocalInstant now) {
  const std::size_t begin = read_.size();
  const auto part = std::span(questions_).subspan(begin, std::min(kPart, questions_.size() - begin));
  for (const FoundCard& card : library.describe(part, now)) read_.add(shingles_of_stem(card.stem));
}

std::vector<std::vector<CardId>> DuplicateSearch::groups() const {
  std::vector<std::vector<CardId>> groups;
  for (const std::vector<std::size_t>& members : read_.groups()) {
    std::vector<CardId>& group = groups.emplace_back();
    for (const std::size_t member : members) group.push_back(questions_[member]);
  }
  return groups;
}

}  // namespace rehearse
