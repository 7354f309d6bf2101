// The words of the search language: one table for reading, writing and completing them.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/words.h"
#include "core/search/query.h"

namespace rehearse {

enum class SearchKey { kDeck, kSection, kTag, kIs, kProperty, kRated, kKind, kFlag };

template <class Value>
struct SearchWord {
  std::string_view word;
  Value value;
  std::string_view english;  // what it finds
  std::string_view chinese;
};

inline constexpr std::array kSearchKeys{
    SearchWord<SearchKey>{"deck", SearchKey::kDeck, "title of the deck", "题库名"},
    SearchWord<SearchKey>{"section", SearchKey::kSection, "title of the section", "章节名"},
    SearchWord<SearchKey>{"tag", SearchKey::kTag, "tag of the question", "题目的标签"},
    SearchWord<SearchKey>{"is", SearchKey::kIs, "state of the card", "卡片的状态"},
    SearchWord<SearchKey>{"prop", SearchKey::kProperty, "a number of the card: ivl>10", "卡片的数值：ivl>10"},
    SearchWord<SearchKey>{"rated", SearchKey::kRated, "answered in the last days", "最近几天答过"},
    SearchWord<SearchKey>{"kind", SearchKey::kKind, "kind of question or card", "题型或卡片类型"},
    SearchWord<SearchKey>{"flag", SearchKey::kFlag, "flag of the question", "题目的旗标"},
};

inline constexpr std::array kConditionWords{
    SearchWord<CardCondition>{"due", CardCondition::kDue, "its day has come", "到期"},
    SearchWord<CardCondition>{"new", CardCondition::kNew, "never answered", "从未答过"},
    SearchWord<CardCondition>{"leech", CardCondition::kLeech, "forgotten again and again", "反复忘记"},
    SearchWord<CardCondition>{"suspended", CardCondition::kSuspended, "set aside for good", "已暂停"},
    SearchWord<CardCondition>{"buried", CardCondition::kBuried, "set aside until tomorrow", "搁置到明天"},
    SearchWord<CardCondition>{"conflict", CardCondition::kContested, "edited on two machines at once",
                              "在两台设备上同时改过"},
};

inline constexpr std::array kPropertyWords{
    SearchWord<CardProperty>{"ivl", CardProperty::kInterval, "interval in days", "间隔天数"},
    SearchWord<CardProperty>{"due", CardProperty::kDue, "days until it is due", "离到期的天数"},
    SearchWord<CardProperty>{"reps", CardProperty::kAnswers, "answers given", "答过的次数"},
    SearchWord<CardProperty>{"lapses", CardProperty::kLapses, "times forgotten", "遗忘次数"},
    SearchWord<CardProperty>{"ease", CardProperty::kEase, "easiness, 2.5 at first", "易度，起始 2.5"},
    SearchWord<CardProperty>{"s", CardProperty::kStability, "stability in days", "稳定度（天）"},
    SearchWord<CardProperty>{"d", CardProperty::kDifficulty, "difficulty, 1 to 10", "难度 1–10"},
    SearchWord<CardProperty>{"r", CardProperty::kRetrievability, "chance to recall it today, 0 to 1",
                             "今天答得出的概率 0–1"},
};

inline constexpr std::array kComparisonWords{
    // The longer ones first: > begins >=.
    SearchWord<Comparison>{">=", Comparison::kAtLeast, "at least", "至少"},
    SearchWord<Comparison>{"<=", Comparison::kAtMost, "at most", "至多"},
    SearchWord<Comparison>{"!=", Comparison::kUnequal, "is not", "不等于"},
    SearchWord<Comparison>{">", Comparison::kMore, "more than", "大于"},
    SearchWord<Comparison>{"<", Comparison::kLess, "less than", "小于"},
    SearchWord<Comparison>{"=", Comparison::kEqual, "is", "等于"},
};

using AnyKind = decltype(KindTerm::kind);
inline constexpr std::array kKindWords{
    SearchWord<AnyKind>{"open", QuestionKind::kOpen, "open question", "问答题"},
    SearchWord<AnyKind>{"single", QuestionKind::kSingle, "single choice", "单选题"},
    SearchWord<AnyKind>{"multiple", QuestionKind::kMultiple, "multiple choice", "多选题"},
    SearchWord<AnyKind>{"true_false", QuestionKind::kTrueFalse, "true or false", "判断题"},
    SearchWord<AnyKind>{"fill", QuestionKind::kFill, "fill in", "填空题"},
    SearchWord<AnyKind>{"case", QuestionKind::kCase, "case", "案例题"},
    SearchWord<AnyKind>{"recall", CardKind::kRecall, "card of a whole answer", "整题卡片"},
    SearchWord<AnyKind>{"point", CardKind::kPoint, "card of one key point", "要点卡片"},
    SearchWord<AnyKind>{"choice", CardKind::kChoice, "card that checks itself", "自动判分卡片"},
};

inline constexpr std::string_view kAnd = "and", kOr = "or";
/// tag:none is -tag:*
inline constexpr std::string_view kNone = "none";

template <class Value, std::size_t kCount>
std::optional<Value> value_of(const std::array<SearchWord<Value>, kCount>& words, std::string_view word) {
  for (const SearchWord<Value>& entry : words)
    if (entry.word == word) return entry.value;
  return std::nullopt;
}

template <class Value, std::size_t kCount>
std::string_view word_of(const std::array<SearchWord<Value>, kCount>& words, const Value& value) {
  for (const SearchWord<Value>& entry : words)
    if (entry.value == value) return entry.word;
  return {};
}

}  // namespace rehearse
