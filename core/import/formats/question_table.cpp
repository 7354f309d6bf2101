#include "core/import/formats/question_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

using Lines = std::vector<std::string>;

enum class HeadKind { kOther, kNumber, kKind, kStem, kOption, kOptions, kAnswer, kAnalysis, kCriteria };

struct Head {
  HeadKind kind = HeadKind::kOther;
  char letter = 'A';  // of an option
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What a cell of the first row or column calls the others.
Head head_of(const std::string& cell) {
  const std::string folded_cell = normalised(cell);
  std::string_view word = folded_cell;
  while (!word.empty() && (word.back() == ':' || word.back() == ' ')) word.remove_suffix(1);
  if (is_one_of(word, {"题号", "序号", "编号", "No.", "No", "#", "题 号", "序 号"}))
    return {HeadKind::kNumber};
  if (is_one_of(word, {"题型", "类型", "题目类型", "试题类型"})) return {HeadKind::kKind};
  if (is_one_of(word, {"试题", "面试题", "面试题目", "面试问题", "考题", "题目内容", "试题内容", "题干内容",
                       "Question", "题 目", "问 题"}))
    return {HeadKind::kStem};
  if (is_one_of(word, {"选项", "备选项", "选项内容", "备选答案", "Options"})) return {HeadKind::kOptions};
  if (is_one_of(word, {"答 案", "正确选项", "回答内容"})) return {HeadKind::kAnswer};
  std::string_view letter = word;
  if (starts_with_any(letter, {"选项"})) letter = trimmed(letter.substr(std::string_view("选项").size()));
  if (!letter.empty() && is_one_of(letter.substr(1), {"选项", "项"})) letter = letter.substr(0, 1);
  if (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'H') return {HeadKind::kOption, letter[0]};
  const auto found = label(word);
  if (!found || found->length < word.size()) return {};
  switch (found->part) {
    case Part::kStem: return {HeadKind::kStem};
    case Part::kAnswer: return {HeadKind::kAnswer};
    case Part::kAnalysis: return {HeadKind::kAnalysis};
    case Part::kCriteria: return {HeadKind::kCriteria};
    default: return {};
  }
}

std::vector<Head> heads_of(const TableRow& row) {
  std::vector<Head> heads;
  for (const std::string& cell : row) heads.push_back(head_of(cell));
  return heads;
}

bool has(const std::vector<Head>& heads, HeadKind wanted) {
  return std::any_of(heads.begin(), heads.end(), [&](const Head& head) { return head.kind == wanted; });
}

std::optional<std::size_t> number_in_cell(const std::string& cell) {
  Scanner scanner(trimmed(cell));
  const auto number = scanner.take_digits();
  scanner.take_one_of(U".、．");
  return number && scanner.at_end() ? number : std::nullopt;
}

/// "B", "ACD", "√" or nothing; 正确 and 错误 as signs, which a line of keys is made of.
std::string key_in_cell(const std::string& cell) {
  const std::string word = normalised(cell);
  if (word == "正确") return "√";
  if (word == "错误") return "×";
  std::string key;
  for (Scanner scanner(word); !scanner.at_end();) {
    const std::size_t begin = scanner.offset();
    if (scanner.take_one_of(U"ABCDEFGH√×✓✗对错"))
      key += scanner.taken_since(begin);
    else if (key.empty() || !scanner.take_one_of(U", 、"))
      return {};
  }
  return key;
}

/// In the order of the questions.
Lines lines_of_keys(const std::map<std::size_t, std::string>& keys) {
  std::string line;
  for (const auto& [number, key] : keys)
    line += (line.empty() ? "" : " ") + std::to_string(number) + '.' + key;
  return {"答案", line};
}

/// Rows of numbers with a row of keys below each.
std::optional<Lines> read_keys_across(const std::vector<TableRow>& rows) {
  std::map<std::size_t, std::string> keys;
  for (std::size_t i = 0; i + 1 < rows.size(); i += 2) {
    const TableRow& numbers = rows[i];
    const TableRow& below = rows[i + 1];
    const bool is_labelled = !numbers.empty() && !number_in_cell(numbers[0]);
    for (std::size_t column = is_labelled ? 1 : 0; column < numbers.size(); ++column) {
      if (trimmed(numbers[column]).empty()) continue;
      const auto number = number_in_cell(numbers[column]);
      const std::string key = column < below.size() ? key_in_cell(below[column]) : std::string();
      if (!number || key.empty()) return std::nullopt;
      keys[*number] = key;
    }
  }
  if (rows.size() % 2 != 0 || keys.size() < 2) return std::nullopt;
  return lines_of_keys(keys);
}

/// Below 题号 and 答案, which may stand side by side several times.
std::optional<Lines> read_keys_below(const std::vector<TableRow>& rows, const std::vector<Head>& heads) {
  std::map<std::size_t, std::string> keys;
  Lines worded{"答案"};
  bool are_keys = true;
  for (std::size_t row = 1; row < rows.size(); ++row) {
    std::optional<std::size_t> number;
    for (std::size_t column = 0; column < rows[row].size() && column < heads.size(); ++column) {
      const std::string& cell = rows[row][column];
      if (heads[column].kind == HeadKind::kNumber) number = number_in_cell(cell);
      if (!number || trimmed(cell).empty()) continue;
      if (heads[column].kind == HeadKind::kAnswer) {
        keys[*number] = key_in_cell(cell);
        are_keys = are_keys && !keys[*number].empty();
        worded.push_back(std::to_string(*number) + ". 答案：" + cell);
      } else if (heads[column].kind == HeadKind::kAnalysis) {
        are_keys = false;
        worded.push_back("解析：" + cell);
      }
    }
  }
  if (keys.empty()) return std::nullopt;
  return are_keys ? lines_of_keys(keys) : worded;
}

/// One question from a row below `heads`.
void add_question(const TableRow& row, const std::vector<Head>& heads, std::size_t number, Lines& lines) {
  const auto cell_of = [&](HeadKind wanted) -> std::string_view {
    for (std::size_t i = 0; i < heads.size() && i < row.size(); ++i)
      if (heads[i].kind == wanted) return trimmed(row[i]);
    return {};
  };
  std::string_view stem = cell_of(HeadKind::kStem);
  if (const auto own = number_mark(stem); own && own->number == number)
    stem = trimmed(stem.substr(own->length));
  const std::string_view kind = cell_of(HeadKind::kKind);
  lines.push_back(std::to_string(number) + '.' + (kind_named_in(kind) ? '(' + std::string(kind) + ')' : " ") +
                  std::string(stem));
  for (std::size_t i = 0; i < heads.size() && i < row.size(); ++i)
    if (heads[i].kind == HeadKind::kOption && !trimmed(row[i]).empty())
      lines.push_back(std::string(1, heads[i].letter) + ". " + std::string(trimmed(row[i])));
  if (const std::string_view options = cell_of(HeadKind::kOptions); !options.empty())
    lines.emplace_back(options);
  const auto add_part = [&](HeadKind wanted, const char* word) {
    if (const std::string_view text = cell_of(wanted); !text.empty())
      lines.push_back(word + std::string(text));
  };
  add_part(HeadKind::kAnswer, "答案：");
  add_part(HeadKind::kAnalysis, "解析：");
  add_part(HeadKind::kCriteria, "评分标准：");
}

std::optional<Lines> read_questions_below(const std::vector<TableRow>& rows, const std::vector<Head>& heads) {
  Lines lines;
  std::size_t number = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    std::optional<std::size_t> own;
    bool has_stem = false;
    for (std::size_t column = 0; column < rows[i].size() && column < heads.size(); ++column) {
      if (heads[column].kind == HeadKind::kNumber) own = number_in_cell(rows[i][column]);
      if (heads[column].kind == HeadKind::kStem) has_stem = has_stem || !trimmed(rows[i][column]).empty();
    }
    number = own.value_or(number + 1);
    if (!has_stem) return std::nullopt;  // merged cells: the columns cannot be trusted
    add_question(rows[i], heads, number, lines);
  }
  return lines;
}

/// A table of two columns, the parts of one or more questions below each other.
std::optional<Lines> read_parts_beside(const std::vector<TableRow>& rows) {
  Lines lines;
  for (const TableRow& row : rows) {
    if (row.size() != 2) return std::nullopt;
    const Head head = head_of(row[0]);
    const std::string text(trimmed(row[1]));
    switch (head.kind) {
      case HeadKind::kStem: lines.push_back("题目：" + text); break;
      case HeadKind::kOption: lines.push_back(std::string(1, head.letter) + ". " + text); break;
      case HeadKind::kOptions: lines.push_back(text); break;
      case HeadKind::kAnswer: lines.push_back("答案：" + text); break;
      case HeadKind::kAnalysis: lines.push_back("解析：" + text); break;
      case HeadKind::kCriteria: lines.push_back("评分标准：" + text); break;
      default: return std::nullopt;
    }
  }
  return lines;
}

}  // namespace

std::optional<std::vector<std::string>> lines_of_question_table(const std::vector<TableRow>& rows) {
  if (rows.size() < 2) return std::nullopt;
  const std::vector<Head> heads = heads_of(rows.front());
  const bool has_answer = has(heads, HeadKind::kAnswer);
  if (has(heads, HeadKind::kStem) &&
      (has_answer || has(heads, HeadKind::kOption) || has(heads, HeadKind::kOptions)))
    if (auto lines = read_questions_below(rows, heads)) return lines;
  if (has(heads, HeadKind::kNumber) && has_answer && !has(heads, HeadKind::kStem))
    if (auto lines = read_keys_below(rows, heads)) return lines;
  if (auto lines = read_keys_across(rows)) return lines;
  return read_parts_beside(rows);
}

}  // namespace rehearse
