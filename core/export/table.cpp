#include "core/export/table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/deck/deck_language.h"
#include "core/deck/markdown_words.h"
#include "core/deck/table_cell.h"

namespace rehearse {
namespace {

// Without it Excel takes UTF-8 for the system's old encoding.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";  // RFC 4180

struct TableColumn {
  Words name;
  std::vector<std::string> cells;
  bool is_always_there = true;  // else only when it holds something
};

std::string number_text(double value) {
  std::array<char, 32> digits;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} ? std::string(digits.data(), end) : "";
}

/// A, B, C, … without a gap: then letters alone are a key.
bool has_plain_letters(const std::vector<Option>& options) {
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].letter != std::string(1, static_cast<char>('A' + i))) return false;
  return !options.empty() && options.size() <= 8;
}

std::string key_cell(const Question& question, Language language) {
  const std::vector<std::string>& keys = question.answer_key;
  if (keys.empty()) return {};
  if (question.options.empty()) {
    const bool truth = question.kind == QuestionKind::kTrueFalse && keys.size() == 1 &&
                       (keys[0] == "正确" || keys[0] == "错误");
    return truth ? markdown::truth_word(keys[0], language) : list_cell(keys);
  }
  std::string letters;
  for (const std::string& key : keys) {
    const bool fits =
        key.size() == 1 && key[0] >= 'A' && static_cast<std::size_t>(key[0] - 'A') < question.options.size();
    if (!fits || letters.find(key[0]) != std::string::npos) return list_cell(keys);
    letters += key;
  }
  return has_plain_letters(question.options) ? letters : list_cell(keys);
}

std::string option_cell(const Question& question, char letter) {
  for (const Option& option : question.options)
    if (option.letter.size() == 1 && option.letter[0] == letter) return option.text;
  return {};
}

std::string in_quotes(std::string_view cell) {
  const bool plain = cell.find_first_of(",\"\n\r") == std::string_view::npos && trimmed(cell) == cell;
  if (plain) return std::string(cell);
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

class TableWriter {
 public:
  explicit TableWriter(const Document& document)
      : questions_(document.questions), language_(language_of(document)) {}

  std::string write() {
    add_columns();
    std::erase_if(columns_, [](const TableColumn& column) {
      return !column.is_always_there && std::all_of(column.cells.begin(), column.cells.end(),
                                                    [](const std::string& cell) { return cell.empty(); });
    });
    std::string text(kByteOrderMark);
    write_row(text, [this](const TableColumn& column) { return column.name.in(language_); });
    for (std::size_t row = 0; row < questions_.size(); ++row)
      write_row(text, [row](const TableColumn& column) { return with_formula_guard(column.cells[row]); });
    return text;
  }

 private:
  /// Anki takes lines that begin with # for remarks: so it passes over the row of names.
  void add_columns() {
    std::size_t number = 0;
    add({"#", "#"}, [&number](const Question&) { return std::to_string(++number); });
    add({"Type", "题型"}, [this](const Question& q) {
      return markdown::note_line({q.kind, std::nullopt, std::nullopt}, language_);
    });
    add_if_used({"Section", "章节"}, [](const Question& q) { return q.section; });
    add({"Question", "题目"}, [](const Question& q) { return q.stem; });
    add_if_used({"Code", "代码"}, [](const Question& q) { return q.code; });
    for (char letter = 'A'; letter <= 'H'; ++letter)
      add_if_used({std::string("Option ") + letter, std::string("选项") + letter},
                  [letter](const Question& q) { return option_cell(q, letter); });
    add({"Key", "正确答案"}, [this](const Question& q) { return key_cell(q, language_); });
    add({"Answer", "参考答案"}, [](const Question& q) { return q.answer; });
    add({"Points", "要点"}, [](const Question& q) { return points_cell(q.points); });
    add_if_used({"Analysis", "解析"}, [](const Question& q) { return q.analysis; });
    add_if_used({"Criteria", "评分标准"}, [](const Question& q) { return list_cell(q.criteria); });
    add_if_used({"Marks", "分值"}, [](const Question& q) {
      return q.marks && std::isfinite(*q.marks) ? number_text(*q.marks) : std::string();
    });
    add_if_used({"Time limit", "限时"}, [this](const Question& q) {
      return markdown::note_line({std::nullopt, std::nullopt, q.time_limit}, language_);
    });
  }

  template <class CellOf>
  void add(Words name, CellOf cell_of) {
    TableColumn& column = columns_.emplace_back();
    column.name = std::move(name);
    for (const Question& question : questions_) column.cells.push_back(cell_of(question));
  }

  template <class CellOf>
  void add_if_used(Words name, CellOf cell_of) {
    add(std::move(name), cell_of);
    columns_.back().is_always_there = false;
  }

  template <class CellOf>
  void write_row(std::string& text, CellOf cell_of) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      text += (i == 0 ? "" : ",") + in_quotes(cell_of(columns_[i]));
    text += kLineEnd;
  }

  const std::vector<Question>& questions_;
  Language language_;
  std::vector<TableColumn> columns_;
};

}  // namespace

std::string write_table(const Document& document) { return TableWriter(document).write(); }

}  // namespace rehearse
