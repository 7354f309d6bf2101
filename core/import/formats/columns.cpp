#include "core/import/formats/columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

using Role = ColumnRole;

// Folded as folded_name() does.
constexpr std::array<std::pair<std::string_view, Role>, 101> kNames{{
    {"题目", Role::kStem},
    {"题干", Role::kStem},
    {"问题", Role::kStem},
    {"试题", Role::kStem},
    {"题目内容", Role::kStem},
    {"试题内容", Role::kStem},
    {"题干内容", Role::kStem},
    {"试题题干", Role::kStem},
    {"题目描述", Role::kStem},
    {"面试题", Role::kStem},
    {"面试题目", Role::kStem},
    {"面试问题", Role::kStem},
    {"正面", Role::kStem},
    {"question", Role::kStem},
    {"questions", Role::kStem},
    {"questiontext", Role::kStem},
    {"interviewquestion", Role::kStem},
    {"stem", Role::kStem},
    {"front", Role::kStem},
    {"prompt", Role::kStem},
    {"答案", Role::kAnswer},
    {"参考答案", Role::kAnswer},
    {"回答", Role::kAnswer},
    {"参考回答", Role::kAnswer},
    {"示例回答", Role::kAnswer},
    {"答", Role::kAnswer},
    {"背面", Role::kAnswer},
    {"answer", Role::kAnswer},
    {"answers", Role::kAnswer},
    {"modelanswer", Role::kAnswer},
    {"sampleanswer", Role::kAnswer},
    {"referenceanswer", Role::kAnswer},
    {"back", Role::kAnswer},
    {"response", Role::kAnswer},
    {"正确答案", Role::kKey},
    {"标准答案", Role::kKey},
    {"正确选项", Role::kKey},
    {"key", Role::kKey},
    {"answerkey", Role::kKey},
    {"correctanswer", Role::kKey},
    {"correct", Role::kKey},
    {"correctoption", Role::kKey},
    {"解析", Role::kAnalysis},
    {"答案解析", Role::kAnalysis},
    {"试题解析", Role::kAnalysis},
    {"题目解析", Role::kAnalysis},
    {"分析", Role::kAnalysis},
    {"点评", Role::kAnalysis},
    {"explanation", Role::kAnalysis},
    {"analysis", Role::kAnalysis},
    {"rationale", Role::kAnalysis},
    {"题型", Role::kKind},
    {"类型", Role::kKind},
    {"题目类型", Role::kKind},
    {"试题类型", Role::kKind},
    {"type", Role::kKind},
    {"kind", Role::kKind},
    {"questiontype", Role::kKind},
    {"评分标准", Role::kCriteria},
    {"评分要点", Role::kCriteria},
    {"评分细则", Role::kCriteria},
    {"得分点", Role::kCriteria},
    {"criteria", Role::kCriteria},
    {"scoringcriteria", Role::kCriteria},
    {"rubric", Role::kCriteria},
    {"要点", Role::kPoints},
    {"答题要点", Role::kPoints},
    {"答案要点", Role::kPoints},
    {"回答要点", Role::kPoints},
    {"关键点", Role::kPoints},
    {"参考要点", Role::kPoints},
    {"points", Role::kPoints},
    {"keypoints", Role::kPoints},
    {"章节", Role::kSection},
    {"分类", Role::kSection},
    {"类别", Role::kSection},
    {"模块", Role::kSection},
    {"科目", Role::kSection},
    {"section", Role::kSection},
    {"chapter", Role::kSection},
    {"category", Role::kSection},
    {"topic", Role::kSection},
    {"deck", Role::kSection},
    {"分值", Role::kMarks},
    {"分数", Role::kMarks},
    {"marks", Role::kMarks},
    {"score", Role::kMarks},
    {"限时", Role::kTime},
    {"timelimit", Role::kTime},
    {"序号", Role::kNumber},
    {"编号", Role::kNumber},
    {"题号", Role::kNumber},
    {"number", Role::kNumber},
    {"no", Role::kNumber},
    {"id", Role::kNumber},
    {"#", Role::kNumber},
    {"选项", Role::kOptions},
    {"options", Role::kOptions},
    {"代码", Role::kCode},
    {"code", Role::kCode},
    {"listing", Role::kCode},
}};

constexpr std::array<std::string_view, 10> kIgnoredNames{"难度",       "难易度", "知识点", "标签",   "来源",
                                                         "difficulty", "level",  "tags",   "source", "guid"};

/// Full width as half width, no blanks, no case, without what stands in brackets: 题干（必填）.
std::string folded_name(std::string_view name) {
  std::string folded;
  std::size_t depth = 0;
  for (const char c : case_folded(nfkc(name))) {
    if (c == '(' || c == '[') ++depth;
    const bool counts = depth == 0 && c != ' ' && c != '\t' && c != '\n' && c != '*' && c != '.' && c != ':';
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (counts) folded += c;
  }
  return folded;
}

/// 选项A, option 1, choice b, A: the letter; 0 for any other name.
char option_letter(std::string_view name) {
  for (std::string_view word : {"选项", "选择", "option", "choice", "答案选项"})
    if (name.substr(0, word.size()) == word) {
      name.remove_prefix(word.size());
      break;
    }
  constexpr std::string_view kChinese = "一二三四五六七八";
  constexpr std::size_t kBytes = 3;  // of each
  if (name.size() == kBytes && kChinese.find(name) != std::string_view::npos)
    return static_cast<char>(kChinese.find(name) / kBytes + 'A');
  if (name.size() != 1) return 0;
  const char c = name[0];
  if (c >= 'a' && c <= 'h') return static_cast<char>(c - 'a' + 'A');
  return c >= '1' && c <= '8' ? static_cast<char>(c - '1' + 'A') : '\0';
}

/// A letter alone is a name only in company: a row of data may begin with one.
enum class Letters { kOptions, kQuestionAndAnswer, kNoNames };

Letters letters_in(const std::vector<std::string>& names) {
  const auto is_there = [&names](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (!is_there("a")) return Letters::kNoNames;
  return is_there("b") ? Letters::kOptions : is_there("q") ? Letters::kQuestionAndAnswer : Letters::kNoNames;
}

Column column_named(const std::string& name, Letters letters) {
  if (name.size() == 1 && letters == Letters::kQuestionAndAnswer) {
    if (name == "q") return {Role::kStem};
    if (name == "a") return {Role::kAnswer};
  }
  const char letter = name.size() > 1 || letters == Letters::kOptions ? option_letter(name) : '\0';
  if (letter != 0) return {Role::kOption, letter};
  for (const auto& [word, role] : kNames)
    if (word == name) return {role};
  if (std::find(kIgnoredNames.begin(), kIgnoredNames.end(), name) != kIgnoredNames.end())
    return {Role::kIgnored};
  return {};
}

Column* first_of(Columns& columns, Role role) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [role](const Column& column) { return column.role == role; });
  return found == columns.end() ? nullptr : &*found;
}

/// Of two columns for what is right, the first is the key; a key alone is all the answer there is.
void settle_answers(Columns& columns) {
  Column* const key = first_of(columns, Role::kKey);
  Column* const answer = first_of(columns, Role::kAnswer);
  if (key != nullptr && answer == nullptr) key->role = Role::kAnswer;
  const auto answers = std::count_if(columns.begin(), columns.end(),
                                     [](const Column& column) { return column.role == Role::kAnswer; });
  if (key == nullptr && answers >= 2) answer->role = Role::kKey;
}

Words words_for(const Column& column) {
  switch (column.role) {
    case Role::kUnknown: return {"unknown", "不明"};
    case Role::kIgnored: return {"not needed", "不需要"};
    case Role::kNumber: return {"number", "序号"};
    case Role::kKind: return {"type", "题型"};
    case Role::kSection: return {"section", "章节"};
    case Role::kStem: return {"question", "题目"};
    case Role::kCode: return {"code", "代码"};
    case Role::kOption: return {std::string("option ") + column.letter, std::string("选项") + column.letter};
    case Role::kOptions: return {"options", "选项"};
    case Role::kKey: return {"key", "正确答案"};
    case Role::kAnswer: return {"answer", "答案"};
    case Role::kPoints: return {"points", "要点"};
    case Role::kAnalysis: return {"analysis", "解析"};
    case Role::kCriteria: return {"criteria", "评分标准"};
    case Role::kMarks: return {"marks", "分值"};
    case Role::kTime: return {"time limit", "限时"};
  }
  return {"unknown", "不明"};
}

}  // namespace

bool has_role(const Columns& columns, ColumnRole role) {
  return std::any_of(columns.begin(), columns.end(),
                     [role](const Column& column) { return column.role == role; });
}

std::optional<Columns> columns_by_name(const std::vector<std::string>& names) {
  std::vector<std::string> folded;
  for (const std::string& name : names) folded.push_back(folded_name(name));
  const Letters letters = letters_in(folded);
  Columns columns;
  for (const std::string& name : folded) columns.push_back(column_named(name, letters));
  const auto known = columns.size() - static_cast<std::size_t>(std::count_if(
                                          columns.begin(), columns.end(), [](const Column& column) {
                                            return column.role == Role::kUnknown;
                                          }));
  if (known < 2 && columns.size() > 1) return std::nullopt;
  if (!has_role(columns, Role::kStem)) {
    const bool answered = has_role(columns, Role::kAnswer) || has_role(columns, Role::kKey);
    Column* const unknown = first_of(columns, Role::kUnknown);
    if (!answered || unknown == nullptr) return std::nullopt;
    unknown->role = Role::kStem;
  }
  settle_answers(columns);
  return columns;
}

Words words_for(const Columns& columns) {
  Words all;
  for (const Column& column : columns) {
    const Words one = words_for(column);
    all.english += (all.english.empty() ? "" : ", ") + one.english;
    all.chinese += (all.chinese.empty() ? "" : "、") + one.chinese;
  }
  return all;
}

}  // namespace rehearse
