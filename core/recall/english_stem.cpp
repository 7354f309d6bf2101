#include "core/recall/english_stem.h"

#include <algorithm>

namespace rehearse {
namespace {

constexpr std::size_t kShortestStem = 3;

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() + kShortestStem && word.substr(word.size() - ending.size()) == ending;
}

bool has_vowel(std::string_view word) { return std::any_of(word.begin(), word.end(), is_vowel); }

/// tries → try, boxes → box, users → user; this, status and class stay.
void drop_plural(std::string& word) {
  if (ends_with(word, "ies")) {
    word.replace(word.size() - 3, 3, "y");
  } else if (ends_with(word, "sses") || ends_with(word, "shes") || ends_with(word, "ches") ||
             ends_with(word, "xes")) {
    word.resize(word.size() - 2);
  } else if (ends_with(word, "s") &&
             std::string_view("sui").find(word[word.size() - 2]) == std::string_view::npos) {
    word.pop_back();
  }
}

/// planned → plan, telling → tell.
void undouble(std::string& word) {
  const char last = word.back();
  if (word.size() > kShortestStem && last == word[word.size() - 2] && !is_vowel(last) &&
      std::string_view("lsz").find(last) == std::string_view::npos)
    word.pop_back();
}

void drop_verb_ending(std::string& word) {
  for (const std::string_view ending : {"ing", "ed"}) {
    if (!ends_with(word, ending) || !has_vowel(std::string_view(word).substr(0, word.size() - ending.size())))
      continue;
    word.resize(word.size() - ending.size());
    return undouble(word);
  }
}

}  // namespace

std::string english_stem(std::string_view word) {
  std::string stem(word);
  if (!std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return stem;
  drop_plural(stem);
  drop_verb_ending(stem);
  if (ends_with(stem, "ly")) stem.resize(stem.size() - 2);
  if (ends_with(stem, "tion") || ends_with(stem, "sion")) stem.resize(stem.size() - 3);
  if (ends_with(stem, "e")) stem.pop_back();
  if (ends_with(stem, "y")) stem.back() = 'i';
  return stem;
}

}  // namespace rehearse
