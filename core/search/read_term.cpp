#include "core/search/read_term.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "core/base/text.h"
#include "core/deck/question_marks.h"
#include "core/search/query_words.h"

namespace rehearse {
namespace {

using Role = TermCharacter::Role;
using Characters = std::span<const TermCharacter>;
using Reading = std::variant<SearchQuery, QueryFault>;

constexpr int kLongestRated = 36'500;  // days
constexpr double kLargestNumber = 1e6;

Pattern pattern_of(Characters characters) {
  Pattern pattern{{""}};
  for (const TermCharacter& character : characters) {
    if (character.role == Role::kStar) {
      pattern.pieces.emplace_back();
    } else {
      append_utf8(pattern.pieces.back(), character.c);
    }
  }
  return pattern;
}

/// The characters as they stand, in the shape that keys and values are compared in.
std::string word_of(Characters characters) {
  std::string word;
  for (const TermCharacter& character : characters) append_utf8(word, character.c);
  return nfkc_case_folded(word);
}

/// A word as a message repeats it.
std::string shown(std::string_view word) {
  constexpr std::size_t kMost = 30;  // characters
  return shortened(in_one_line(word), kMost);
}

template <class Term>
SearchQuery query_of(Term term) {
  SearchQuery query;
  query.what = std::move(term);
  return query;
}

/// is:due is:new ...
template <class Value, std::size_t kCount>
std::string listed(const std::array<SearchWord<Value>, kCount>& words) {
  std::string list;
  for (const SearchWord<Value>& entry : words) list += (list.empty() ? "" : " ") + std::string(entry.word);
  return list;
}

class TermReader {
 public:
  explicit TermReader(const Lexeme& term) : term_(term), all_(term.characters) {}

  Reading read() {
    if (term_.lack != TermLack::kNothing) return lacking();
    const auto colon = std::find_if(all_.begin(), all_.end(), [](const TermCharacter& character) {
      return character.role == Role::kColon || character.role == Role::kWideColon;
    });
    if (colon == all_.end()) return text();
    const auto length = static_cast<std::size_t>(colon - all_.begin());
    const std::string key = word_of(all_.first(length));
    value_ = all_.subspan(length + 1);
    if (const auto known = value_of(kSearchKeys, key)) return keyed(*known, key);
    // 问题：如何 was pasted, "a: b" is a phrase; but si:due is a slip of the finger.
    if (colon->role == Role::kWideColon || term_.is_quoted) return text();
    return fault(all_.first(length),
                 {"there is no search by \"" + shown(key) + ":\"", "没有“" + shown(key) + ":”这种搜索"},
                 {"there are " + listed(kSearchKeys) + "; for the text itself write \\: or put it in quotes",
                  "可用的有 " + listed(kSearchKeys) + "；要查找文字本身请写 \\: 或加引号"});
  }

 private:
  Reading text() {
    if (all_.empty())
      return fault(all_, {"there is nothing between the quotation marks", "引号里没有内容"}, {});
    return query_of(TextTerm{pattern_of(all_), term_.is_quoted ? WordEnd::kIsThere : WordEnd::kMayGoOn});
  }

  Reading keyed(SearchKey key, const std::string& name) {
    if (value_.empty())
      return fault(all_, {"there is nothing after " + name + ":", name + ": 后面没有内容"}, {});
    switch (key) {
      case SearchKey::kDeck: return query_of(NameTerm{NameField::kDeck, pattern_of(value_)});
      case SearchKey::kSection: return query_of(NameTerm{NameField::kSection, pattern_of(value_)});
      case SearchKey::kTag: return tag();
      case SearchKey::kIs: return one_of<ConditionTerm>(kConditionWords, name);
      case SearchKey::kKind: return one_of<KindTerm>(kKindWords, name);
      case SearchKey::kProperty: return property();
      case SearchKey::kRated: return rated();
      case SearchKey::kFlag: return flag();
    }
    return text();
  }

  Reading tag() {
    if (word_of(value_) != kNone) return query_of(NameTerm{NameField::kTag, pattern_of(value_)});
    SearchQuery query = query_of(NameTerm{NameField::kTag, {{"", ""}}});
    query.is_negated = true;
    return query;
  }

  template <class Term, class Value, std::size_t kCount>
  Reading one_of(const std::array<SearchWord<Value>, kCount>& words, const std::string& key) {
    const std::string word = word_of(value_);
    if (const auto value = value_of(words, word)) return query_of(Term{*value});
    return fault(value_, {"there is no " + key + ":" + shown(word), "没有 " + key + ":" + shown(word)},
                 {"there are " + listed(words), "可用的有 " + listed(words)});
  }

  Reading property() {
    const std::string word = word_of(value_);
    const std::size_t name_end = std::min(word.find_first_of("<>=!"), word.size());
    const auto property = value_of(kPropertyWords, std::string_view(word).substr(0, name_end));
    if (!property)
      return fault(value_, {"there is no such number of a card", "卡片没有这个数值"},
                   {"there are " + listed(kPropertyWords) + ", as in prop:ivl>10",
                    "可用的有 " + listed(kPropertyWords) + "，例如 prop:ivl>10"});
    for (const SearchWord<Comparison>& entry : kComparisonWords) {
      if (word.compare(name_end, entry.word.size(), entry.word) != 0) continue;
      const auto number = number_of(std::string_view(word).substr(name_end + entry.word.size()));
      if (!number) break;
      return query_of(PropertyTerm{*property, entry.value, *number});
    }
    return fault(value_, {"a comparison with a number is missing", "缺少比较符号或数字"},
                 {"write it as prop:ivl>10, with one of " + listed(kComparisonWords),
                  "请写成 prop:ivl>10，比较符号有 " + listed(kComparisonWords)});
  }

  Reading rated() {
    const auto days = number_of(word_of(value_));
    if (days && *days >= 1 && *days <= kLongestRated && *days == static_cast<int>(*days))
      return query_of(RatedTerm{static_cast<int>(*days)});
    return fault(value_, {"rated: needs a number of days, at least 1", "rated: 后面要写天数，至少为 1"},
                 {"rated:7 finds what was answered in the last 7 days", "rated:7 表示最近 7 天答过的"});
  }

  Reading flag() {
    const auto flag = number_of(word_of(value_));
    if (flag && *flag >= 0 && *flag <= kHighestFlag && *flag == static_cast<int>(*flag))
      return query_of(FlagTerm{static_cast<int>(*flag)});
    return fault(value_, {"flag: needs a number from 0 (no flag) to 7", "flag: 后面要写 0（无旗标）到 7"},
                 {});
  }

  static std::optional<double> number_of(std::string_view word) {
    // from_chars would also take inf, nan and 1e300.
    if (word.empty() || word.find_first_not_of("0123456789.-") != std::string_view::npos) return std::nullopt;
    double number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec != std::errc() || read.ptr != word.data() + word.size()) return std::nullopt;
    if (number < -kLargestNumber || number > kLargestNumber) return std::nullopt;
    return number + 0.0;  // no negative zero
  }

  Reading lacking() const {
    if (term_.lack == TermLack::kQuotationMark)
      return fault({}, {"the closing quotation mark is missing", "缺少右引号"},
                   {"for the sign itself write \\\"", "要查找引号本身请写 \\\""});
    return fault({}, {"there is nothing after the backslash", "反斜杠后面没有字符"},
                 {"for the sign itself write \\\\", "要查找反斜杠本身请写 \\\\"});
  }

  QueryFault fault(Characters place, Words what, Words hint) const {
    QueryFault fault{std::move(what), std::move(hint), term_.begin, term_.end};
    if (!place.empty()) {
      fault.begin = place.front().at;
      const bool reaches_end = place.data() + place.size() == all_.data() + all_.size();
      if (!reaches_end) fault.end = place.data()[place.size()].at;
    }
    return fault;
  }

  const Lexeme& term_;
  Characters all_;
  Characters value_;
};

}  // namespace

std::variant<SearchQuery, QueryFault> read_term(const Lexeme& term) { return TermReader(term).read(); }

}  // namespace rehearse
