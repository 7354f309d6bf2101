#include "core/import/formats/table_rows.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/deck/markdown_words.h"
#include "core/deck/table_cell.h"
#include "core/import/characters.h"
#include "core/import/criteria.h"
#include "core/import/fill_keys.h"
#include "core/import/keys.h"
#include "core/import/marks.h"
#include "core/import/options.h"
#include "core/import/points.h"

namespace rehearse {
namespace {

using Role = ColumnRole;

std::optional<QuestionKind> kind_in_cell(std::string_view cell) {
  const std::string word = case_folded(cell);
  if (const auto kind = question_kind_from_word(word)) return kind;
  markdown::Note note;
  if (markdown::read_note_part(word, note) && note.kind) return note.kind;
  return kind_named_in(cell);
}

std::optional<double> marks_in_cell(std::string_view cell) {
  double marks = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), marks);
  if (error == std::errc{} && end == cell.data() + cell.size())
    return std::isfinite(marks) ? std::optional(marks) : std::nullopt;
  return marks_named_in(cell);
}

/// A number alone is minutes.
std::optional<std::chrono::seconds> time_in_cell(std::string_view cell) {
  markdown::Note note;
  if (markdown::read_note_part(cell, note) && note.time_limit) return note.time_limit;
  markdown::read_note_part("time: " + std::string(cell), note);
  return note.time_limit;
}

/// Points as people write them into one cell: on lines, or parted by semicolons.
std::vector<KeyPoint> points_of_cell(const std::string& cell) {
  if (auto points = points_in_cell(cell)) return std::move(*points);
  std::string list;
  const bool on_lines = cell.find('\n') != std::string::npos;
  std::string item;
  const auto finish_item = [&] {
    std::string_view text = trimmed(item);
    text.remove_prefix(bullet_length(text));
    if (!text.empty()) list += "- " + std::string(text) + "\n";
    item.clear();
  };
  for (Scanner scanner(cell); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    if (c == '\n' || (!on_lines && c == ';'))
      finish_item();
    else
      item += scanner.taken_since(at);
  }
  finish_item();
  return key_points(list);
}

std::vector<std::string> list_of_cell(const std::string& cell) {
  auto list = list_in_cell(cell);
  return list ? std::move(*list) : split_criteria(cell);
}

/// The key from a column of its own: nothing of the question's other texts is touched.
std::vector<std::string> key_of_cell(const std::string& cell, const Question& question) {
  if (auto list = list_in_cell(cell)) return std::move(*list);
  if (cell.empty()) return {};
  if (!question.options.empty())
    if (auto letters = take_choice_key(cell, question.options); letters && letters->rest.empty())
      return letters->key;
  if (question.options.empty())
    if (auto truth = take_truth_key(cell); truth && truth->rest.empty()) return truth->key;
  return fill_key(cell, count_blanks(question.stem));
}

/// One on a line, or parted by the first sign that parts them: 甲;;乙;;丙.
std::vector<Option> options_without_letters(std::string_view cell) {
  std::string_view separator = "\n";
  for (std::string_view sign :
       {"\n", "|||", ";;", "||", "##", "@@", "$$", "&&", "|", "；", ";", "｜", "¦", "^", "~"})
    if (cell.find(sign) != std::string_view::npos) {
      separator = sign;
      break;
    }
  std::vector<Option> options;
  for (std::size_t begin = 0; begin <= cell.size() && options.size() < kMostOptions;) {
    const std::size_t end = std::min(cell.find(separator, begin), cell.size());
    const std::string_view text = trimmed(cell.substr(begin, end - begin));
    if (!text.empty()) options.push_back({option_letter(options.size()), std::string(text)});
    begin = end + separator.size();
  }
  // A:甲|B:乙 — letters that part_options does not expect between such signs.
  const bool lettered = std::all_of(options.begin(), options.end(), [](const Option& option) {
    Scanner scanner(option.text);
    return scanner.take(option.letter) && scanner.take_one_of(U":.、)");
  });
  for (Option& option : options)
    if (lettered) {
      Scanner scanner(option.text);
      scanner.take(option.letter);
      scanner.take();
      option.text = std::string(trimmed(scanner.rest()));
    }
  return options;
}

class RowReader {
 public:
  RowReader(const CellRow& row, const Columns& columns) : row_(row), columns_(columns) {}

  RowQuestion read() {
    for (std::size_t i = 0; i < std::min(row_.cells.size(), columns_.size()); ++i) read_cell(i);
    if (question_.code.empty()) question_.code = row_.listing;
    settle_options();
    settle_key();
    settle_points();
    return {std::move(question_), std::move(source_), std::move(doubts_)};
  }

 private:
  /// A role may have several columns: their texts follow each other.
  static void add(std::string& text, SourceSpan& span, const std::string& cell, SourceSpan place) {
    if (cell.empty()) return;
    if (text.empty())
      span = place;
    else
      text += '\n';
    text += cell;
    span.end = std::max(span.end, place.end);
  }

  void read_cell(std::size_t i) {
    std::string cell = row_.cells[i];
    if (columns_[i].is_labelled)
      if (const auto named = label(cell)) cell.erase(0, named->length);
    const SourceSpan place = row_.spans[i];
    if (cell.empty()) return;
    switch (columns_[i].role) {
      case Role::kUnknown:
      case Role::kIgnored:
      case Role::kNumber: break;
      case Role::kKind: kind_ = kind_in_cell(cell); break;
      case Role::kSection: question_.section = cell; break;
      case Role::kStem: add(question_.stem, source_.stem, cell, place); break;
      case Role::kCode: add(question_.code, source_.code, cell, place); break;
      case Role::kOption:
        question_.options.push_back({std::string(1, columns_[i].letter), cell});
        source_.options.push_back(place);
        break;
      case Role::kOptions: options_ = cell; break;
      case Role::kKey: add(key_, key_place_, cell, place); break;
      case Role::kAnswer: add(question_.answer, source_.answer, cell, place); break;
      case Role::kPoints: points_ = cell; break;
      case Role::kAnalysis: add(question_.analysis, source_.analysis, cell, place); break;
      case Role::kCriteria:
        question_.criteria = list_of_cell(cell);
        source_.criteria = place;
        break;
      case Role::kMarks: question_.marks = marks_in_cell(cell); break;
      case Role::kTime: question_.time_limit = time_in_cell(cell); break;
    }
  }

  void settle_options() {
    if (!options_.empty()) {
      question_.options = part_options(options_).options;
      if (question_.options.empty()) question_.options = options_without_letters(options_);
    } else if (!has_role(columns_, Role::kOption) && !has_role(columns_, Role::kKey)) {
      StemAndOptions parted = part_options(question_.stem);
      if (parted.options.empty()) return;
      question_.stem = std::move(parted.stem);
      question_.options = std::move(parted.options);
    }
  }

  void settle_key() {
    if (has_role(columns_, Role::kKey)) {
      question_.answer_key = key_of_cell(key_, question_);
      question_.kind = kind_.value_or(markdown::inferred_kind(question_));
      source_.answer_key.assign(question_.answer_key.size(), key_place_);
      return;
    }
    const bool aloud = kind_ && is_recalled_aloud(*kind_);
    if (aloud && question_.options.empty()) {
      question_.kind = *kind_;
      return;
    }
    doubts_ = read_key(question_, aloud ? std::nullopt : kind_);
    if (question_.options.empty()) source_.options.clear();  // 正确 and 错误 are no options
    source_.answer_key.assign(question_.answer_key.size(), source_.answer);
    if (question_.answer.empty()) source_.answer = {};
  }

  void settle_points() {
    if (!points_.empty())
      question_.points = points_of_cell(points_);
    else if (!has_role(columns_, Role::kPoints) && is_recalled_aloud(question_.kind))
      question_.points = key_points(question_.answer);
  }

  const CellRow& row_;
  const Columns& columns_;
  Question question_;
  QuestionSource source_;
  std::vector<Doubt> doubts_;
  std::optional<QuestionKind> kind_;
  std::string options_;
  std::string points_;
  std::string key_;
  SourceSpan key_place_;
};

}  // namespace

RowQuestion question_of_row(const CellRow& row, const Columns& columns) {
  return RowReader(row, columns).read();
}

}  // namespace rehearse
