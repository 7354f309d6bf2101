#include "core/import/formats/table_header.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSeparators{{
    {"comma", ","},
    {"semicolon", ";"},
    {"tab", "\t"},
    {"space", " "},
    {"pipe", "|"},
    {"colon", ":"},
}};

std::string separator_named(std::string_view value) {
  std::string name = case_folded(trimmed(value));
  for (const auto& [word, separator] : kSeparators)
    if (name == word) return std::string(separator);
  if (name == "\\t" || (name.empty() && !value.empty())) return "\t";
  return name;
}

/// "#tags column:3" counts from 1.
std::optional<std::size_t> column_number(std::string_view value) {
  value = trimmed(value);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc{} || end != value.data() + value.size() || number == 0) return std::nullopt;
  return number - 1;
}

/// False when the name says nothing in such a file.
bool read_setting(std::string_view name, std::string_view value, TableHeader& header) {
  if (name == "separator") {
    header.separator = separator_named(value);
  } else if (name == "html") {
    header.cells = case_folded(trimmed(value)) == "true" ? CellText::kHtml : CellText::kPlain;
  } else if (name == "deck") {
    header.deck = std::string(trimmed(value));
  } else if (name == "columns") {
    header.columns = std::string(value);
  } else if (name == "deck column") {
    header.deck_column = column_number(value);
  } else if (name == "notetype") {
    header.note_type = std::string(trimmed(value));
  } else if (name == "notetype column" || name == "tags column" || name == "guid column") {
    const auto column = column_number(value);
    if (column) header.silent_columns.push_back(*column);
    if (column && name == "notetype column") header.note_type_column = column;
  } else {
    return name == "tags" || name == "if matches" || name == "match scope";
  }
  return true;
}

/// Excel's own first line, "sep=;"; where it ends, or 0.
std::size_t read_excel_line(std::string_view text, TableHeader& header) {
  constexpr std::string_view kStart = "sep=";
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  if (line.size() > 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  if (line.size() != kStart.size() + 1 || case_folded(line.substr(0, kStart.size())) != kStart) return 0;
  header.separator = std::string(line.substr(kStart.size()));
  return std::min(end + 1, text.size());
}

}  // namespace

TableHeader read_table_header(std::string_view text) {
  TableHeader header;
  header.rows_begin = read_excel_line(text, header);
  bool known = false;
  while (header.rows_begin < text.size() && text[header.rows_begin] == '#') {
    const std::size_t end = std::min(text.find('\n', header.rows_begin), text.size());
    const std::string_view line = text.substr(header.rows_begin + 1, end - header.rows_begin - 1);
    const std::size_t colon = line.find(':');
    const bool says = colon <= 20 && read_setting(case_folded(trimmed(line.substr(0, colon))),
                                                  line.substr(colon + 1), header);
    known = known || says;
    if (!known) break;
    header.rows_begin = std::min(end + 1, text.size());
  }
  return header;
}

}  // namespace rehearse
