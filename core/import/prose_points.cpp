#include "core/import/prose_points.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestHeading = 20;    // code points, as all below
constexpr std::size_t kLongestIntention = 22;  // 我会…
constexpr std::size_t kLongestClause = 34;     // a topic sentence without a comma
constexpr std::size_t kFewSentences = 7;       // up to so many, each may be a point

/// What a sentence looks like, without its surroundings.
struct Look {
  bool heading = false;    // 展示客观性。: short, without a subject
  bool intention = false;  // 我会记录问题。
  bool condition = false;  // 如果…,我会… 在…环节,我会…
  bool parallel = false;   // 与主管沟通时,…
  bool clause = false;     // no comma in it
  bool addition = false;   // 此外,… 另外,…
  bool story = false;      // what I did, what came of it
  Ordinal ordinal = Ordinal::kNone;
};

bool has_comma(std::string_view text) { return contains_any(text, {",", "，", ";", "；", ":", "："}); }

bool has_subject(std::string_view text) {
  return starts_with_any(text, {"我", "他", "她", "它", "你", "您", "咱", "大家", "客户", "公司", "如果",
                                "若", "当", "即", "是", "可能", "对于", "对"});
}

std::string_view up_to_comma(std::string_view text) {
  for (Scanner scanner(text); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    if (scanner.take() == ',') return text.substr(0, at);
  }
  return {};
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
  });
}

Look look_at(std::string_view sentence) {
  Look look;
  const bool statement = last_character(sentence) != '?';
  const std::string_view whole = without_closing(sentence);
  const std::string_view bare = whole.substr(connective_length(whole));
  const std::size_t length = length_in_code_points(bare);
  const std::string_view opening = up_to_comma(whole);
  const bool own = statement && !is_announcement(sentence) && !is_closing(whole);
  look.ordinal = ordinal_of(whole);
  if (!own || length < 2) return look;
  look.story = starts_with_any(whole, {"最终", "最后", "结果"}) ||
               contains_any(whole, {"经历让我", "让我明白", "让我认识"}) ||
               (starts_with_any(bare, {"我"}) && contains_any(bare, {"主动", "展示了", "组织了", "提出了",
                                                                     "制定了", "带领", "推动了", "决定"})) ||
               (starts_with_any(opening, {"在"}) && ends_with_any(opening, {"时", "期间"}));
  // Unclosed: the document breaks off in it, or it is no sentence.
  if (is_elaboration(whole) || whole.size() == sentence.size()) return look;
  const bool points_back = contains_any(bare, {"这些", "这个", "这种", "上述", "该"});
  const bool quotes = contains_any(bare.substr(0, 3), {"“", "”", "‘"});
  look.heading = length <= kLongestHeading && !has_subject(bare) && !quotes && !points_back &&
                 !contains_any(bare, {"我", "\xEF\xBF\xBD"});
  look.intention = length <= kLongestIntention && !points_back &&
                   starts_with_any(whole, {"我会", "我将", "我要", "我需要", "我应"});
  look.parallel = starts_with_any(opening, {"与", "对于", "针对", "面向", "面对", "作为", "对"}) &&
                  ends_with_any(opening, {"时", "方面", "来说", "而言", "上"});
  const bool my_part = contains_any(whole, {"我会", "我将", "我优先"});
  look.condition =
      (starts_with_any(whole, {"如果", "若", "对于"}) && (my_part || contains_any(opening, {"属于"}))) ||
      (starts_with_any(whole, {"在"}) && my_part &&
       ends_with_any(opening, {"环节", "过程中", "阶段", "方面", "层面"}));
  look.clause = !has_comma(whole) && length <= kLongestClause && length >= 4 && !points_back;
  look.addition = starts_with_any(whole, {"此外", "另外", "除此之外", "同时,我也", "同时，我也"}) ||
                  contains_any(whole.substr(0, 90), {"的,是", "的，是"});
  return look;
}

std::size_t count_where(const std::vector<Look>& looks, bool Look::*quality) {
  return static_cast<std::size_t>(
      std::count_if(looks.begin(), looks.end(), [&](const Look& look) { return look.*quality; }));
}

/// Two of 首先 … 其次 … make an enumeration.
bool enumerates(const std::vector<Look>& looks) {
  std::size_t named = 0;
  bool has_first = false;
  for (const Look& look : looks) {
    if (look.ordinal != Ordinal::kNone) ++named;
    if (look.ordinal == Ordinal::kFirst) has_first = true;
  }
  return named >= 2 && (has_first || named >= 3);
}

/// Which qualities make a lead in a paragraph with these sentences.
std::vector<bool Look::*> lead_qualities(const std::vector<Look>& looks, bool enumeration) {
  const std::size_t parallels = count_where(looks, &Look::parallel);
  const std::size_t headings = count_where(looks, &Look::heading);
  const std::size_t intentions = count_where(looks, &Look::intention);
  const std::size_t conditions = count_where(looks, &Look::condition);
  const std::size_t clauses = count_where(looks, &Look::clause);
  if (parallels >= 2 && parallels >= headings) return {&Look::parallel};
  if (headings >= 2) return {&Look::heading};
  if (intentions >= 2 || (intentions == 1 && conditions >= 2)) return {&Look::intention, &Look::condition};
  if (clauses >= 2) return {&Look::clause, &Look::addition};
  if (enumeration) return {};
  return {&Look::story};
}

}  // namespace

std::vector<ProseSentence> read_prose(std::string_view paragraph) {
  std::vector<ProseSentence> sentences;
  std::vector<Look> looks;
  for (std::string_view text : split_sentences(paragraph)) {
    sentences.push_back({text, false, is_announcement(text) || is_closing(text)});
    looks.push_back(look_at(text));
  }
  const bool enumeration = enumerates(looks);
  const std::vector<bool Look::*> qualities = lead_qualities(looks, enumeration);
  const bool is_story = qualities.size() == 1 && qualities[0] == &Look::story;
  const bool few = is_story && sentences.size() <= kFewSentences;
  // A heading is followed by what it heads: the sentence behind it is no heading itself. Unless nearly every
  // sentence looks like one: then they are a list.
  const auto leads =
      static_cast<std::size_t>(std::count_if(looks.begin(), looks.end(), [&](const Look& look) {
        return std::any_of(qualities.begin(), qualities.end(),
                           [&](bool Look::*quality) { return look.*quality; });
      }));
  const bool is_list = !enumeration && leads * 4 > looks.size() * 3;
  bool behind_lead = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const bool named = enumeration && looks[i].ordinal != Ordinal::kNone;
    bool lead = std::any_of(qualities.begin(), qualities.end(),
                            [&](bool Look::*quality) { return looks[i].*quality; });
    if (few) lead = !is_elaboration(sentences[i].text);
    if (behind_lead && !is_list && !is_story && !looks[i].condition && !looks[i].parallel &&
        !looks[i].addition)
      lead = false;
    sentences[i].is_lead = (lead || named) && !sentences[i].is_left_out;
    behind_lead = sentences[i].is_lead;
  }
  const bool none =
      std::none_of(sentences.begin(), sentences.end(), [](const ProseSentence& s) { return s.is_lead; });
  if (none)
    for (ProseSentence& sentence : sentences)
      if (!sentence.is_left_out) {
        sentence.is_lead = true;
        break;
      }
  return sentences;
}

}  // namespace rehearse
