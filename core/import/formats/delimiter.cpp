#include "core/import/formats/delimiter.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/columns.h"
#include "core/import/formats/odd_separators.h"
#include "core/import/formats/table_remarks.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kSampleSize = 64 * 1024;  // bytes
constexpr std::size_t kSampleRows = 500;
constexpr std::size_t kFewestRows = 3;
constexpr double kMost = 0.8;

/// The beginning of `text` up to a line end, or all of a first line that is longer.
std::string_view sample_of(std::string_view text) {
  if (text.size() <= kSampleSize) return text;
  const std::size_t end = text.rfind('\n', kSampleSize);
  return text.substr(0, end == std::string_view::npos ? text.find('\n') : end + 1);
}

struct Consistency {
  std::size_t rows = 0;
  std::size_t width = 0;  // the number of fields most rows have
  double share = 0;       // of the rows that have it
};

Consistency consistency_of(const Rows& rows) {
  std::map<std::size_t, std::size_t> counts;
  for (const auto& row : rows) ++counts[row.size()];
  Consistency found{rows.size(), 0, 0};
  std::size_t most = 0;
  for (const auto& [width, count] : counts)
    if (count >= most) {
      most = count;
      found.width = width;
    }
  if (!rows.empty()) found.share = static_cast<double>(most) / static_cast<double>(rows.size());
  return found;
}

bool is_rule(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& cell) {
    return cell.find_first_not_of("-: ") == std::string::npos;
  });
}

/// Marks that running text puts before its paragraphs: a column of them parts no table.
bool is_only_a_mark(std::string_view cell) {
  const auto number = number_mark(cell);
  const auto named = label(cell);
  return (number && number->length == cell.size()) || (named && named->length == cell.size()) ||
         length_in_code_points(cell) < 2;
}

/// The share of cells in the columns of a role of which `is` says yes.
template <class Is>
double share_of(const Rows& rows, const Columns& columns, ColumnRole role, Is is) {
  std::size_t all = 0, found = 0;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < std::min(row.size(), columns.size()); ++i)
      if (columns[i].role == role) {
        ++all;
        if (is(row[i])) ++found;
      }
  return all == 0 ? 0 : static_cast<double>(found) / static_cast<double>(all);
}

/// Commas and semicolons stand in any prose: there the cells themselves must say what they are.
/// A sign of somebody's own parts fields where a question asks or a column says what it holds.
enum class Evidence { kColumns, kTelling, kMarkedCells };

bool holds_questions(const Rows& rows, Evidence needed) {
  if (columns_by_name(names_in_row(rows.front()))) return true;
  const Columns columns = columns_by_contents(rows);
  if (!has_role(columns, ColumnRole::kStem) || !has_role(columns, ColumnRole::kAnswer)) return false;
  if (share_of(rows, columns, ColumnRole::kStem, is_only_a_mark) > 0.1) return false;
  const auto is_empty = [](std::string_view cell) { return cell.empty(); };
  if (share_of(rows, columns, ColumnRole::kAnswer, is_empty) > 0.5) return false;
  const bool labelled =
      std::any_of(columns.begin(), columns.end(), [](const Column& column) { return column.is_labelled; });
  const bool telling = has_role(columns, ColumnRole::kKind) || has_role(columns, ColumnRole::kOption) ||
                       has_role(columns, ColumnRole::kOptions) ||
                       share_of(rows, columns, ColumnRole::kStem,
                                [](std::string_view cell) { return last_character(cell) == '?'; }) >= 0.5;
  if (needed == Evidence::kTelling && telling) return true;
  return needed == Evidence::kColumns || labelled ||
         share_of(rows, columns, ColumnRole::kAnswer, is_key_cell) >= kMost;
}

struct Candidate {
  std::string_view separator;
  Quotes quotes;
  Evidence needed;
};

/// Most lines have the same number of fields, and these hold questions with answers.
bool parts_questions(std::string_view text, const Candidate& candidate) {
  const Rows rows = sample_rows(text, 0, {std::string(candidate.separator), candidate.quotes});
  const Consistency found = consistency_of(rows);
  const double alike = found.share * static_cast<double>(found.rows);
  if (found.width < 2 || found.share < kMost || alike < kFewestRows) return false;
  const bool is_markdown = rows.front().front().empty() || std::any_of(rows.begin(), rows.end(), is_rule);
  if (candidate.separator == "|" && is_markdown) return false;
  return holds_questions(rows, candidate.needed);
}

}  // namespace

std::vector<std::vector<std::string>> sample_rows(std::string_view text, std::size_t begin,
                                                  const Dialect& dialect) {
  const std::string_view sample = text.substr(0, begin + sample_of(text.substr(begin)).size());
  Rows rows;
  Record record;
  for (RecordReader reader(sample, begin, dialect); rows.size() < kSampleRows && reader.next(record);) {
    if (record.is_blank()) continue;
    std::vector<std::string>& row = rows.emplace_back();
    for (const Field& field : record.fields) row.emplace_back(trimmed(field_text(sample, field)));
    if (row.size() == 1 && is_remark(row.front())) rows.pop_back();
  }
  return rows;
}

Dialect dialect_of_table(std::string_view text, std::size_t begin) {
  Dialect best;
  double best_share = 0;
  // The full-width comma stands inside Chinese cells: it parts them only where nothing else does.
  for (const char* separator : {",", "\t", ";", "|||", "|", "，"}) {
    const Dialect dialect{separator, Quotes::kAround};
    const Consistency found = consistency_of(sample_rows(text, begin, dialect));
    if (found.width < 2 || found.share <= best_share) continue;
    best = dialect;
    best_share = found.share;
    if (best_share >= kMost) break;
  }
  return best;
}

std::optional<Dialect> dialect_of_records(std::string_view text) {
  constexpr std::array<Candidate, 7> kCandidates{{
      {"|||", Quotes::kPlain, Evidence::kColumns},
      {"^*^", Quotes::kPlain, Evidence::kColumns},
      {"||", Quotes::kPlain, Evidence::kColumns},
      {"\t", Quotes::kAround, Evidence::kColumns},
      {"|", Quotes::kPlain, Evidence::kColumns},
      {",", Quotes::kAround, Evidence::kMarkedCells},
      {";", Quotes::kAround, Evidence::kMarkedCells},
  }};
  const std::string_view sample = sample_of(text);
  const auto lines = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\n')) + 1;
  if (lines < kFewestRows) return std::nullopt;
  for (const std::string& separator : odd_separators(sample))
    if (parts_questions(text, {separator, Quotes::kPlain, Evidence::kTelling}))
      return Dialect{separator, Quotes::kPlain};
  for (const Candidate& candidate : kCandidates) {
    std::size_t occurrences = 0;  // most texts are done with after this
    for (std::size_t at = sample.find(candidate.separator);
         at != std::string_view::npos && occurrences < kFewestRows + lines / 4;
         at = sample.find(candidate.separator, at + candidate.separator.size()))
      ++occurrences;
    if (occurrences >= kFewestRows && parts_questions(text, candidate))
      return Dialect{std::string(candidate.separator), candidate.quotes};
  }
  return std::nullopt;
}

}  // namespace rehearse
