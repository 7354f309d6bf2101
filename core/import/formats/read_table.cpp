#include "core/import/formats/read_table.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/deck/table_cell.h"
#include "core/import/formats/columns.h"
#include "core/import/formats/delimiter.h"
#include "core/import/formats/html_cell.h"
#include "core/import/formats/media.h"
#include "core/import/formats/problem_list.h"
#include "core/import/formats/table_header.h"
#include "core/import/formats/table_remarks.h"
#include "core/import/formats/table_rows.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

// No question bank is larger; a row of two characters costs half a kilobyte.
constexpr std::size_t kMostQuestions = 100'000;

class TableReader {
 public:
  TableReader(std::string_view text, TableHeader header, Dialect dialect)
      : text_(text), header_(std::move(header)), dialect_(std::move(dialect)), problems_(text) {}

  Document read() {
    document_.title = header_.deck;
    tell_columns();
    Record record;
    for (RecordReader reader(text_, header_.rows_begin, dialect_); reader.next(record);) {
      if (record.open_quote) problems_.add(*record.open_quote, "open-quote", words_of_open_quote());
      if (record.is_blank() || take_remark(record)) continue;
      if (document_.questions.size() == kMostQuestions) {
        problems_.add(record.begin, "too-many-rows",
                      {"a deck holds at most " + std::to_string(kMostQuestions) +
                           " questions; what follows is left out",
                       "一个题库最多 " + std::to_string(kMostQuestions) + " 题，其后的内容未读取"});
        break;
      }
      if (rows_before_questions_ > 0)
        --rows_before_questions_;
      else
        read_record(record);
    }
    if (document_.questions.empty())
      problems_.add(0, "no-questions", {"no questions were found in this table", "表格里没有找到题目"});
    document_.problems = problems_.take();
    return std::move(document_);
  }

 private:
  void tell_columns() {
    std::vector<std::vector<std::string>> rows = sample_rows(text_, header_.rows_begin, dialect_);
    if (rows.empty()) return;
    const std::vector<std::string> names = find_names(rows);
    tell_cell_text(rows, names);
    has_escapes_ = writes_line_ends_as_escapes(rows);
    if (!has_names_) {
      std::vector<Problem> told_with_the_rows;
      for (auto& row : rows)
        for (std::string& cell : row)
          if (is_html_) cell = read_html_cell(cell, told_with_the_rows).text;
      columns_ = columns_by_contents(rows, announced_columns(rows));
    }
    const Columns announced = announced_columns(rows);
    for (std::size_t i = 0; i < std::min(columns_.size(), announced.size()); ++i)
      if (announced[i].role != ColumnRole::kUnknown) columns_[i] = announced[i];
    if (!has_names_) report_guess();
    report_unused_columns(names);
  }

  void report_guess() {
    const Words taken_for = words_for(columns_);
    problems_.add(header_.rows_begin, "guessed-columns",
                  {"the columns have no names; by what they hold they were taken for: " + taken_for.english,
                   "表格没有列名，按内容判断各列为：" + taken_for.chinese});
  }

  /// What the header lines say of the columns.
  Columns announced_columns(const std::vector<std::vector<std::string>>& rows) const {
    Columns columns(rows.front().size());
    const auto set_role = [&columns](std::size_t column, ColumnRole role) {
      if (column < columns.size()) columns[column].role = role;
    };
    for (const std::size_t column : header_.silent_columns) set_role(column, ColumnRole::kIgnored);
    if (header_.deck_column) set_role(*header_.deck_column, ColumnRole::kSection);
    return columns;
  }

  /// The names of the columns: Anki's, or the row that holds some, above which a title may stand.
  std::vector<std::string> find_names(const std::vector<std::vector<std::string>>& rows) {
    constexpr std::size_t kMostTitleRows = 2;
    std::vector<std::vector<std::string>> candidates;
    if (!header_.columns.empty())
      candidates = sample_rows(header_.columns, 0, dialect_);
    else
      candidates.assign(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(
                                                         std::min(rows.size(), kMostTitleRows + 1)));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      std::vector<std::string> names = names_in_row(candidates[i]);
      auto named = columns_by_name(names);
      const bool remark = is_remark(candidates[i].front());
      if (!named && !remark && candidates[i].size() > 1 && !candidates[i][1].empty()) break;  // no title
      if (!named) continue;
      columns_ = std::move(*named);
      has_names_ = true;
      if (header_.columns.empty()) rows_before_questions_ = i + 1;
      if (i > 0 && document_.title.empty()) document_.title = candidates.front().front();
      return names;
    }
    return {};
  }

  /// A remark is no row. The first one may be the title.
  bool take_remark(const Record& record) {
    if (record.fields.size() != 1) return false;
    const std::string words = field_text(text_, record.fields.front());
    if (!is_remark(words)) return false;
    if (document_.title.empty() && record.begin == header_.rows_begin)
      document_.title = std::string(remark_text(words));
    return true;
  }

  void report_unused_columns(const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].role != ColumnRole::kUnknown) continue;
      const bool named = has_names_ && i < names.size();
      if (named && names[i].empty()) continue;
      const std::string column = std::to_string(i + 1) + (named ? " (" + shortened(names[i], 20) + ")" : "");
      problems_.add(
          header_.rows_begin, "unused-column",
          {"column " + column + " is not understood and left out", "第 " + column + " 列的含义不明，未读取"});
    }
  }

  /// Cells are HTML where the header says so, or where many hold tags. A table that begins with our own
  /// column # holds plain text: what it says about <br> is meant.
  void tell_cell_text(const std::vector<std::vector<std::string>>& rows,
                      const std::vector<std::string>& names) {
    constexpr std::size_t kRowsPerTaggedCell = 5;
    if (header_.cells != CellText::kUnsaid) {
      is_html_ = header_.cells == CellText::kHtml;
      return;
    }
    if (!names.empty() && names.front() == "#") return;
    std::size_t tagged = 0;
    for (const auto& row : rows)
      if (std::any_of(row.begin(), row.end(), [](const std::string& cell) { return looks_like_html(cell); }))
        ++tagged;
    is_html_ = tagged > 0 && tagged * kRowsPerTaggedCell >= rows.size();
  }

  CellRow row_of(const Record& record) {
    CellRow row;
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const Field& field = record.fields[i];
      row.spans.push_back(field.span);
      std::string cell = field_text(text_, field);
      if (has_escapes_) cell = with_line_ends(cell);
      if (is_html_)
        row.cells.push_back(text_of_html(cell, i, field, row));
      else
        row.cells.emplace_back(plain_text(without_formula_guard(cell), i));
    }
    return row;
  }

  ColumnRole role_of(std::size_t column) const {
    return column < columns_.size() ? columns_[column].role : ColumnRole::kUnknown;
  }

  /// White space at its ends is part of a listing, and of the last item of a list.
  std::string_view plain_text(std::string_view cell, std::size_t column) const {
    switch (role_of(column)) {
      case ColumnRole::kCode:
      case ColumnRole::kKey:
      case ColumnRole::kPoints:
      case ColumnRole::kCriteria: return cell;
      default: return trimmed(cell);
    }
  }

  std::string text_of_html(const std::string& html, std::size_t column, const Field& field, CellRow& row) {
    std::vector<Problem> problems;
    HtmlCell cell = read_html_cell(html, problems);
    for (Problem& problem : problems) problems_.add(field.span.begin, problem.code, problem.message);
    if (role_of(column) == ColumnRole::kStem && !cell.text.empty())
      row.listing = std::move(cell.code);
    else if (!cell.code.empty())
      cell.text += (cell.text.empty() ? "" : "\n") + cell.code;
    return std::move(cell.text);
  }

  void read_record(const Record& record) {
    CellRow row = row_of(record);
    if (is_heading(row)) return;
    const std::size_t surplus = record.fields.size() + record.left_out;
    if (surplus > columns_.size() && !record.is_blank())
      problems_.add(record.begin, "uneven-row",
                    {"the row has " + std::to_string(surplus) + " fields, the table has " +
                         std::to_string(columns_.size()) + " columns",
                     "这一行有 " + std::to_string(surplus) + " 个单元格，表格只有 " +
                         std::to_string(columns_.size()) + " 列"});
    RowQuestion read = question_of_row(row, columns_);
    Question& question = read.question;
    if (question.section.empty()) question.section = section_;
    if (question.stem.empty()) {
      problems_.add(record.begin, "no-stem", {"this row has no question in it", "这一行没有题目"});
      return;
    }
    for (const Doubt& doubt : read.doubts) problems_.add(record.begin, doubt.code, doubt.message);
    take_number(question.stem);
    if (question.answer.empty() && question.answer_key.empty() && question.points.empty())
      problems_.add(record.begin, "no-answer",
                    {"no answer was found to: " + shortened_line(question.stem, kQuotedColumns),
                     "没有找到答案：" + shortened_line(question.stem, kQuotedColumns)});
    list_section(question.section);
    document_.questions.push_back(std::move(question));
    document_.sources.push_back(std::move(read.source));
  }

  /// A row of one cell among others: the title above the first question, or a section.
  bool is_heading(const CellRow& row) {
    const auto filled = std::count_if(row.cells.begin(), row.cells.end(),
                                      [](const std::string& cell) { return !cell.empty(); });
    if (filled != 1 || columns_.size() < 2 || row.cells.front().empty()) return false;
    const std::string& cell = row.cells.front();
    if (const auto mark = section_mark(cell)) {
      section_ = section_head(std::string_view(cell).substr(mark->length)).title;
      return true;
    }
    const bool first_column_is_text = columns_.front().role == ColumnRole::kStem;
    if (first_column_is_text || has_names_ || !document_.questions.empty() || !document_.title.empty())
      return false;
    document_.title = cell;
    return true;
  }

  /// 3. before the third question, in a table without a column for it.
  void take_number(std::string& stem) const {
    if (has_role(columns_, ColumnRole::kNumber)) return;
    const auto mark = number_mark(stem);
    if (mark && mark->number == document_.questions.size() + 1 && mark->length < stem.size())
      stem.erase(0, mark->length);
  }

  void list_section(const std::string& title) {
    if (!title.empty() && known_sections_.insert(title).second) document_.sections.push_back({title, ""});
  }

  std::string_view text_;
  TableHeader header_;
  Dialect dialect_;
  ProblemList problems_;
  Columns columns_;
  bool has_names_ = false;
  bool is_html_ = false;
  bool has_escapes_ = false;               // \n stands for a line end
  std::size_t rows_before_questions_ = 0;  // a title, the names of the columns
  std::string section_;                    // of the last heading
  std::set<std::string> known_sections_;
  Document document_;
};

ReadDocument finish(Document document, ExtractedText extracted, std::string_view file_name) {
  if (document.title.empty()) document.title = title_from_file_name(file_name);
  put_media_into_language(document);
  std::vector<Problem>& problems = document.problems;
  problems.insert(problems.begin(), extracted.problems.begin(), extracted.problems.end());
  return {std::move(document), std::move(extracted.text)};
}

}  // namespace

ReadDocument read_table(ExtractedText extracted, std::string_view file_name) {
  TableHeader header = read_table_header(extracted.text);
  Dialect dialect = header.separator.empty() ? dialect_of_table(extracted.text, header.rows_begin)
                                             : Dialect{header.separator, Quotes::kAround};
  Document document = TableReader(extracted.text, std::move(header), std::move(dialect)).read();
  return finish(std::move(document), std::move(extracted), file_name);
}

ReadDocument read_table(ExtractedText extracted, const Dialect& dialect, std::string_view file_name) {
  Document document = TableReader(extracted.text, {}, dialect).read();
  return finish(std::move(document), std::move(extracted), file_name);
}

}  // namespace rehearse
