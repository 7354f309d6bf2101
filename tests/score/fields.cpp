#include "tests/score/fields.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "tests/score/compared_text.h"
#include "tests/score/text_similarity.h"

namespace rehearse::scoring {
namespace {

using Texts = std::vector<std::string>;

constexpr double kSameOption = 0.95;
constexpr double kSameItem = 0.8;
constexpr double kSameEnd = 0.9;
// A point read with some words before it or its explanation behind it is that point.
constexpr std::size_t kMostBeforeItem = 12;
constexpr std::size_t kMostAroundItem = 150;
constexpr double kBeginsWithItem = 0.95;
// A point cut short is that point when this much of it is left.
constexpr double kLeastOfItem = 0.4;
constexpr double kPartOfItem = 0.9;

double item_similarity(const std::u32string& expected, const std::u32string& read) {
  if (expected.empty() || read.empty()) return 0;
  double similarity = similarity_from(kSameItem, expected, read);
  const std::size_t at = read.find(expected);
  if (at <= kMostBeforeItem && read.size() <= expected.size() + kMostAroundItem)
    similarity = std::max(similarity, kBeginsWithItem);
  const bool long_enough = read.size() >= 2 && static_cast<double>(read.size()) >=
                                                   kLeastOfItem * static_cast<double>(expected.size());
  if (long_enough && expected.find(read) != std::u32string::npos)
    similarity = std::max(similarity, kPartOfItem);
  return similarity;
}

std::vector<std::u32string> forms(const Texts& texts) {
  std::vector<std::u32string> forms;
  for (const std::string& text : texts) forms.push_back(compared_form(without_list_mark(text)));
  return forms;
}

/// For each of `read` whether it met one of `expected`; no two meet the same.
std::vector<bool> met(const Texts& expected, const Texts& read) {
  const auto expected_forms = forms(expected);
  const auto read_forms = forms(read);
  std::vector<std::tuple<double, long, std::size_t, std::size_t>> pairs;
  for (std::size_t i = 0; i < expected.size(); ++i)
    for (std::size_t j = 0; j < read.size(); ++j)
      if (const double similarity = item_similarity(expected_forms[i], read_forms[j]); similarity > 0)
        pairs.emplace_back(similarity, -std::labs(static_cast<long>(i) - static_cast<long>(j)), i, j);
  std::sort(pairs.rbegin(), pairs.rend());
  std::vector<bool> taken(expected.size());
  std::vector<bool> met(read.size());
  for (const auto& pair : pairs) {
    const std::size_t i = std::get<2>(pair);
    const std::size_t j = std::get<3>(pair);
    if (!taken[i] && !met[j]) taken[i] = met[j] = true;
  }
  return met;
}

std::size_t count(const std::vector<bool>& flags) {
  return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

ListScore compare_points(const ExpectedPoints& expected, const Texts& cues) {
  const std::vector<bool> found = met(expected.required, cues);
  Texts others;
  for (std::size_t i = 0; i < cues.size(); ++i)
    if (!found[i]) others.push_back(cues[i]);
  return {count(found), others.size() - count(met(expected.optional, others)),
          expected.required.size() - count(found)};
}

bool is_within(const ExpectedText& expected, std::string_view read) {
  const std::u32string words = compared_form(read);
  if (words.empty()) return false;
  const auto form = [](const std::u32string& end) { return compared_form(to_utf8(end)); };
  const std::u32string head = form(expected.head);
  const std::u32string tail = form(expected.tail);
  const std::u32string read_tail = words.substr(words.size() - std::min(words.size(), tail.size()));
  const double length = static_cast<double>(expected.length);
  const double off = std::abs(static_cast<double>(without_blanks(read).size()) - length);
  return off <= std::max(3.0, 0.05 * length) && similarity(words.substr(0, head.size()), head) >= kSameEnd &&
         similarity(read_tail, tail) >= kSameEnd;
}

}  // namespace

double stem_similarity(const ExpectedQuestion& expected, const Question& read, double least) {
  const std::set<std::u32string> read_forms{compared_form(read.stem),
                                            compared_form(without_list_mark(read.stem)),
                                            compared_form(without_pinyin(read.stem))};
  std::set<std::u32string> stem_forms;
  for (const std::string& stem : expected.stems) {
    stem_forms.insert(compared_form(stem));
    stem_forms.insert(compared_form(without_pinyin(stem)));
  }
  double best = 0;
  for (const std::u32string& stem : stem_forms)
    for (const std::u32string& form : read_forms)
      best = std::max(best, similarity_from(std::max(best, least), stem, form));
  return best;
}

bool options_are_right(const ExpectedQuestion& expected, const Question& read) {
  std::map<std::string, std::string> options;
  for (const Option& option : read.options) options[option.letter] = option.text;
  if (!expected.options_incomplete && options.size() != expected.options.size()) return false;
  return std::all_of(expected.options.begin(), expected.options.end(), [&](const auto& option) {
    const auto found = options.find(option.first);
    if (found == options.end()) return false;
    // Some options are nothing but signs: != and ==.
    return similarity(compared_form(option.second), compared_form(found->second)) >= kSameOption ||
           without_blanks(option.second) == without_blanks(found->second);
  });
}

bool text_is_right(const std::vector<ExpectedText>& expected, std::string_view read) {
  const std::string plain = without_pinyin(read);
  return std::any_of(expected.begin(), expected.end(), [&](const ExpectedText& text) {
    return is_within(text, read) || is_within(text, plain);
  });
}

ListScore& ListScore::operator+=(const ListScore& other) {
  found += other.found;
  invented += other.invented;
  missed += other.missed;
  return *this;
}

double ListScore::f1() const {
  const std::size_t all = 2 * found + invented + missed;
  return all == 0 ? 1 : 2 * static_cast<double>(found) / static_cast<double>(all);
}

ListScore compare_lists(const Texts& expected, const Texts& read) {
  const std::size_t found = count(met(expected, read));
  return {found, read.size() - found, expected.size() - found};
}

ListScore compare_points(const ExpectedQuestion& expected, const Texts& cues) {
  const auto is_worse = [](const ListScore& a, const ListScore& b) {
    return std::pair(a.found, b.invented) < std::pair(b.found, a.invented);
  };
  ListScore best = compare_points(expected.points.front(), cues);
  for (std::size_t i = 1; i < expected.points.size(); ++i)
    if (const ListScore other = compare_points(expected.points[i], cues); is_worse(best, other)) best = other;
  return best;
}

}  // namespace rehearse::scoring
