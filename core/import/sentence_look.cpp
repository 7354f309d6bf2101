#include "core/import/sentence_look.h"

#include "core/base/text.h"
#include "core/import/answer_lines.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestHeading = 20;    // code points, as all below
constexpr std::size_t kLongestIntention = 22;  // 我会…
constexpr std::size_t kLongestClause = 34;     // a topic sentence without a comma
constexpr std::size_t kMostWordsOfHeading = 6;

bool has_comma(std::string_view text) { return contains_any(text, {",", "，", ";", "；", ":", "："}); }

bool has_subject(std::string_view text) {
  return starts_with_any(text, {"我", "他", "她", "它", "你", "您", "咱", "大家", "客户", "公司", "如果",
                                "若", "即", "是", "可能"});
}

std::string_view up_to_comma(std::string_view text) {
  for (Scanner scanner(text); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    if (scanner.take() == ',') return text.substr(0, at);
  }
  return {};
}

/// A clause that says what I did, behind no more than when. What I think, am or am in charge of is no deed,
/// nor is what others do to me.
bool tells_a_deed(std::string_view sentence) {
  constexpr std::size_t kLongestTime = 6;  // code points: 面试环节我…
  static const CharacterSet joins(U"让给对跟向和与问教叫请帮是诉使令的");
  std::size_t behind_comma = 0;
  char32_t before = ',';
  for (Scanner scanner(sentence); !scanner.at_end();) {
    const char32_t c = scanner.take();
    const bool subject = c == U'我' && behind_comma <= kLongestTime && !joins.has(before);
    if (subject) {
      scanner.take_one_of(U"就便也");
      if (!starts_with_any(scanner.rest(),
                           {"们",   "的", "是",   "在",   "有",   "没",   "不",   "意识到", "认为", "觉得",
                            "相信", "想", "知道", "明白", "负责", "理解", "希望", "能",     "很",   "则"}))
        return true;
    }
    behind_comma = c == ',' ? 0 : behind_comma + 1;
    before = c;
  }
  return false;
}

SentenceLook look_at_english(std::string_view sentence) {
  SentenceLook look;
  const std::string_view whole = without_closing(sentence);
  look.length = length_in_code_points(whole);
  look.open = whole.size() == sentence.size();
  look.ordinal = english_ordinal(sentence);
  look.elaboration = is_english_elaboration(sentence);
  look.sets_condition = begins_with_word(sentence, {"if", "when", "unless"});
  look.labelled = is_label_of_a_point(label_of(whole));
  look.heading = !look.open && !look.elaboration && count_words(sentence) <= kMostWordsOfHeading &&
                 !has_comma(sentence) && !begins_with_word(sentence, {"i", "we"});
  return look;
}

}  // namespace

SentenceLook look_at(std::string_view sentence) {
  if (is_english(sentence)) return look_at_english(sentence);
  SentenceLook look;
  const std::string_view whole = without_closing(sentence);
  const std::string_view bare = whole.substr(connective_length(whole));
  const std::string_view opening = up_to_comma(whole);
  const std::size_t length = length_in_code_points(bare);
  look.length = length;
  look.goes_on = bare.size() < whole.size();
  look.open = whole.size() == sentence.size();
  look.ordinal = ordinal_of(whole);
  look.thesis = starts_with_any(whole, {"我认为", "我觉得", "在我看来"}) || contains_any(whole, {"我认为最"});
  // 出现拒绝时,首先…  销售首先是…
  if (look.ordinal == Ordinal::kNone && contains_any(whole, {",首先", "，首先", "首先是"}))
    look.ordinal = Ordinal::kFirst;
  look.deed = tells_a_deed(bare);
  const bool tells_on = look.deed && starts_with_any(whole, {"当时", "因此", "于是"});
  look.elaboration = is_elaboration(whole) && !tells_on;
  look.quotes = contains_any(bare.substr(0, 3), {"“", "”", "‘"});
  look.sets_condition = starts_with_any(whole, {"如", "若", "假如", "一旦"});
  if (last_character(sentence) == '?' || length < 2) return look;
  look.outcome = starts_with_any(whole, {"最终", "最后", "结果"}) ||
                 contains_any(whole, {"经历让我", "让我明白", "让我认识"});
  look.scene = starts_with_any(opening, {"在"}) && ends_with_any(opening, {"时", "期间"});
  if (look.elaboration || look.open) return look;
  const bool points_back = contains_any(bare, {"这些", "这个", "这种", "上述", "该"});
  const bool comma = has_comma(whole);
  const bool short_enough =
      length <= kLongestHeading && !points_back && !contains_any(bare, {"\xEF\xBF\xBD"});
  // 对 and 当 set a condition only with a comma behind.
  look.aside = comma && starts_with_any(bare, {"对", "当"});
  look.heading =
      short_enough && !has_subject(bare) && !look.quotes && !look.aside && !contains_any(bare, {"我"});
  look.intention = length <= kLongestIntention && !points_back &&
                   starts_with_any(whole, {"我会", "我将", "我要", "我需要", "我应"});
  look.statement = short_enough && !comma && !look.heading && !look.intention &&
                   !starts_with_any(bare, {"如果", "若", "即", "是", "可能"});
  look.parallel = starts_with_any(opening, {"与", "对于", "针对", "面向", "面对", "作为", "对"}) &&
                  ends_with_any(opening, {"时", "方面", "来说", "而言", "上"});
  look.labelled = is_label_of_a_point(label_of(whole));
  const bool my_part = contains_any(whole, {"我会", "我将", "我优先"});
  look.condition =
      (starts_with_any(whole, {"如果", "若", "对于"}) && (my_part || contains_any(opening, {"属于"}))) ||
      (starts_with_any(whole, {"在"}) && my_part &&
       ends_with_any(opening, {"环节", "过程中", "阶段", "方面", "层面"}));
  look.clause = !comma && length <= kLongestClause && length >= 4 && !points_back;
  look.addition = starts_with_any(whole, {"此外", "另外", "除此之外", "同时,我也", "同时，我也"}) ||
                  contains_any(whole.substr(0, 90), {"的,是", "的，是"});
  return look;
}

}  // namespace rehearse
