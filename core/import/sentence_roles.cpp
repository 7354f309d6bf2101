#include "core/import/sentence_roles.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

/// 我会分三步走, 我认为要看四点, 我做了三件事: ends in a number and what it counts.
bool ends_in_a_count(std::string_view bare) {
  constexpr std::size_t kLongest = 90;  // bytes
  constexpr std::size_t kFar = 21;      // bytes, seven characters
  if (bare.size() > kLongest) return false;
  // 从三个方面处理, 分两步来谈
  for (std::string_view deed :
       {"处理", "入手", "着手", "展开", "应对", "回答", "阐述", "分析", "来谈", "谈谈",
        "做起", "推进", "进行", "说明", "考虑", "开展", "解决", "来看", "来说", "来做"})
    if (bare.size() > deed.size() && bare.substr(bare.size() - deed.size()) == deed) {
      bare.remove_suffix(deed.size());
      break;
    }
  for (Scanner scanner(bare.substr(bare.size() - std::min(bare.size(), kFar))); !scanner.at_end();) {
    if (!scanner.take_one_of(U"两三四五六七八几")) {
      scanner.take();
      continue;
    }
    const std::string_view unit = scanner.rest();
    for (std::string_view whole :
         {"点", "步", "步走", "层", "方面", "件事", "大类", "句话", "条", "个", "种"})
      if (unit == whole) return true;
    const bool counts = starts_with_any(unit, {"个", "大", "种", "项", "条", "方面"});
    if (counts &&
        ends_with_any(unit, {"方面", "步骤", "角度", "原因", "阶段", "部分", "层次", "环节", "维度", "要点",
                             "问题", "层面", "理由", "原则", "方向", "方向準備", "事情", "动作"}))
      return true;
  }
  return false;
}

}  // namespace

bool is_announcement(std::string_view sentence) {
  constexpr std::size_t kLongest = 330;  // bytes, about 110 characters
  if (sentence.size() > kLongest || sentence.empty()) return false;
  if (contains_any(sentence, {"以下", "如下", "几点考虑", "这几点", "几个方面", "几方面", "多方面", "下列"}))
    return true;
  const std::string_view bare = without_closing(sentence);
  if (ends_in_a_count(bare) || ends_with_any(bare, {"这样处理", "这样做", "这么做", "这样应对"})) return true;
  if (last_character(sentence) == ':' &&
      (contains_any(bare, {"步骤", "措施是", "规划是", "原则是", "做法是", "包括", "主要有", "例如", "比如",
                           "我会说", "注意"}) ||
       ends_with_any(bare, {"需", "需要", "方面", "来看", "来说", "而言", "在于", "做起", "入手", "着手"})))
    return true;
  return is_english_announcement(sentence);
}

bool is_closing(std::string_view sentence) {
  return starts_with_any(sentence,
                         {"总之",     "综上",     "总的来说", "总而言之", "总体而言", "通过这样", "通过这种",
                          "通过以上", "通过上述", "这样处理", "这样既",   "这样做",   "这种处理", "只有这样",
                          "我相信",   "相信通过", "最终目标", "以上",     "希望",     "谢谢",     "感谢"}) ||
         is_english_closing(sentence);
}

bool is_elaboration(std::string_view sentence) {
  // 如…,应… sets a condition, 如… gives an example.
  if (starts_with(sentence, "如") && contains_any(sentence, {",", "，"}))
    return starts_with(sentence, "如同");
  // 这项工作 names the subject anew; 如果 sets a condition; 其间 and 其他 go on with something else.
  if (starts_with_any(sentence,
                      {"这项", "这份", "如果", "如何", "其次", "其一", "其二", "其三", "其间", "还清", "还款",
                       "还原", "其他", "每天", "每周", "每月", "每季", "每年", "也可以"}))
    return false;
  return starts_with_any(sentence,
                         {"这",   "這",   "那",   "例如", "比如", "譬如",   "其中",   "因此", "所以", "因为",
                          "由于", "即使", "虽然", "尽管", "它们", "此举",   "但",     "而",   "并",   "也",
                          "还",   "从而", "每",   "他",   "她",   "其",     "有时",   "当时", "如",   "具体",
                          "同样", "毕竟", "否则", "只有", "避免", "目标是", "目的是", "预期"}) ||
         is_english_elaboration(sentence);
}

bool only_takes_up_the_question(std::string_view sentence) {
  constexpr std::size_t kLongest = 5;           // code points of 不能
  constexpr std::size_t kLongestGreeting = 10;  // of 各位考官好
  constexpr std::size_t kMostWords = 3;
  if (is_english(sentence))
    return count_words(sentence) <= kMostWords &&
           begins_with_word(
               sentence, {"it", "yes", "no", "not", "sure", "absolutely", "definitely", "certainly", "true",
                          "false", "correct", "maybe", "both", "neither", "ok", "okay"});
  if (last_character(sentence) == '?') return true;
  const std::size_t length = length_in_code_points(without_closing(sentence));
  if (length <= kLongestGreeting && starts_with_any(sentence, {"你好", "您好", "各位", "尊敬的"}))
    return true;
  return length <= kLongest && starts_with_any(sentence, {"不", "能", "会", "是", "可以", "对", "没有", "有",
                                                          "要", "需要", "应该", "当然"});
}

Ordinal ordinal_of(std::string_view sentence) {
  if (starts_with_any(sentence, {"首先", "一是", "一要", "其一", "第一,", "第一，", "第一、", "第一步",
                                 "第一是", "第一年", "一方面"}))
    return Ordinal::kFirst;
  if (starts_with_any(sentence, {"其次", "再次", "另一方面"})) return Ordinal::kLater;
  if (starts_with_any(sentence, {"再者", "最后", "然后", "随后", "接着", "接下来", "最後", "然後", "隨後",
                                 "接著", "接下來"}))
    return Ordinal::kThen;
  Scanner scanner(sentence);
  const bool ordinal = scanner.take("第") || scanner.take("其");
  const auto number = scanner.take_chinese_number();
  if (!number || *number < 2) return ordinal ? Ordinal::kNone : english_ordinal(sentence);
  const bool named = ordinal ? scanner.take_one_of(U",、:,") || scanner.take("步") || scanner.take("是") ||
                                   scanner.take("年")
                             : scanner.take("是") || scanner.take("要");
  return named ? Ordinal::kLater : Ordinal::kNone;
}

std::size_t connective_length(std::string_view sentence) {
  Scanner scanner(sentence);
  for (std::string_view word : {"同时", "此外", "另外", "因此", "于是", "除此之外", "并且", "与此同时",
                                "当然", "最终", "最后", "随后", "接着", "然后"})
    if (scanner.take(word)) {
      if (scanner.take_one_of(U",")) return scanner.offset();
      return 0;
    }
  return 0;
}

}  // namespace rehearse
