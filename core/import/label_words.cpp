#include "core/import/label_words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

// Words parted by |.

/// Before the reference answer.
constexpr std::string_view kAnswerWords =
    "参考答案及思路|参考答案与思路|答案及思路|答案与思路|参考答案与解析|参考答案及解析|参考答案和解析|"
    "参考答案示例|参考答案要点|答案与解析|答案及解析|"
    "答案和解析|优秀回答|优秀答案|作答示例|作答要点|参考作答|参考回复|参考回答|参考思路|参考示例|"
    "参考答案|参考范文|参考要点|参考话术|回答参考|回答思路|回答框架|回答示例|回答要点|应答思路|"
    "应答示例|应答要点|推荐回答|本题答案|标准回答|标准答案|正确答案|正确选项|满分答案|示例回答|"
    "示例答案|示范回答|答案参考|答案示例|答案要点|答题参考|答题思路|答题框架|答题示例|答题示范|"
    "答题要点|范例答案|解题要点|高分回答|高分答案|答 案|回答|答案|解答|答";

/// Before what is said about the question.
constexpr std::string_view kAnalysisWords =
    "专家点评|参考解析|名师点评|官方解析|思路点拨|思路解析|答案分析|答案解析|答案详解|答题解析|"
    "考官点评|考点解析|解题思路|试题分析|试题解析|详细解析|题目分析|题目解析|分析|点评|解析|评析";

/// Before what is looked for.
constexpr std::string_view kCriteriaWords =
    "得分要点|测评要素|考察能力|考察要点|考查要点|考核要点|评价标准|评分依据|评分参考|评分标准|"
    "评分细则|评分要点|得分点|考察点|考查点|评分点|踩分点|采分点";

/// Before the material of a case.
constexpr std::string_view kMaterialWords =
    "案例描述|案例材料|案例背景|给定材料|给定资料|背景材料|背景资料|材料";

/// Before what a platform adds.
constexpr std::string_view kIgnoredWords =
    "你的答案|你的回答|我的回答|您的回答|你的选择|学生答案|您的答案|您的选择|我的答案|考生答案|难度系数|"
    "你选择|您选择|知识点|"
    "难易度|得分|批语|评语|难度";

/// Before the question.
constexpr std::string_view kStemWords = "面试官问|问题|题干|题目|问|题";

/// The same in English, in small letters; romanised Chinese among them.
constexpr std::string_view kEnglishAnswerWords =
    "sample answer|suggested answer|model answer|example answer|reference answer|correct answer|"
    "possible answer|strong answer|good answer|best answer|sample response|suggested response|"
    "answer key|answers|answer|ans|cankao da'an|da'an";

constexpr std::string_view kEnglishAnalysisWords =
    "answer explanation|explanation|rationale|reasoning|analysis|why they ask|why it works|jiexi";

constexpr std::string_view kEnglishCriteriaWords =
    "scoring criteria|evaluation criteria|assessment criteria|what to look for|what we look for|"
    "what good looks like|what to listen for|what we listen for|listen for|look for|scoring guide|"
    "marking guide|criteria|rubric";

constexpr std::string_view kEnglishIgnoredWords = "your answer|difficulty";

constexpr std::string_view kEnglishStemWords = "question";

/// The word as it is written in Traditional characters; the same bytes long.
std::string traditional(std::string_view word) {
  constexpr std::u32string_view kSimplified = U"题问标准评参优应试详点难细则范复习览话术识选断简";
  constexpr std::u32string_view kTraditional = U"題問標準評參優應試詳點難細則範復習覽話術識選斷簡";
  std::string result;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    const std::size_t at = kSimplified.find(c);
    append_utf8(result, at == std::u32string_view::npos ? c : kTraditional[at]);
  }
  return result;
}

void add(std::vector<LabelWord>& all, std::string_view list, Part part) {
  for (std::string_view word : words_of_list(list)) all.push_back({std::string(word), part});
}

/// 答案 begins 答案解析: the longer word first.
void put_longer_first(std::vector<LabelWord>& words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const LabelWord& a, const LabelWord& b) { return a.word.size() > b.word.size(); });
}

using ByFirst = std::unordered_map<char32_t, std::vector<LabelWord>>;

ByFirst chinese_by_first_character() {
  std::vector<LabelWord> all;
  add(all, kAnswerWords, Part::kAnswer);
  add(all, kAnalysisWords, Part::kAnalysis);
  add(all, kCriteriaWords, Part::kCriteria);
  add(all, kMaterialWords, Part::kMaterial);
  add(all, kIgnoredWords, Part::kIgnored);
  add(all, kStemWords, Part::kStem);
  for (std::size_t i = 0, count = all.size(); i < count; ++i)
    if (const std::string other = traditional(all[i].word); other != all[i].word)
      all.push_back({other, all[i].part});
  put_longer_first(all);
  ByFirst by_first;
  for (LabelWord& word : all) {
    std::size_t at = 0;
    const char32_t first = next_code_point(word.word, at);
    by_first[first].push_back(std::move(word));
  }
  return by_first;
}

const ByFirst& chinese_words() {
  static const ByFirst words = chinese_by_first_character();
  return words;
}

}  // namespace

const std::vector<LabelWord>& label_words_that_begin_with(char32_t first) {
  static const std::vector<LabelWord> none;
  const auto found = chinese_words().find(first);
  return found == chinese_words().end() ? none : found->second;
}

const std::vector<LabelWord>& english_label_words() {
  static const std::vector<LabelWord> words = [] {
    std::vector<LabelWord> all;
    add(all, kEnglishAnswerWords, Part::kAnswer);
    add(all, kEnglishAnalysisWords, Part::kAnalysis);
    add(all, kEnglishCriteriaWords, Part::kCriteria);
    add(all, kEnglishIgnoredWords, Part::kIgnored);
    add(all, kEnglishStemWords, Part::kStem);
    put_longer_first(all);
    return all;
  }();
  return words;
}

CharacterSet first_characters_of_labels() {
  CharacterSet characters;
  for (const auto& [first, words] : chinese_words()) characters.add(first);
  for (const LabelWord& label : english_label_words()) {
    characters.add(static_cast<unsigned char>(label.word[0]));
    characters.add(static_cast<unsigned char>(label.word[0] - 'a' + 'A'));
  }
  return characters;
}

}  // namespace rehearse
