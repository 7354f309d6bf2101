// columns_by_contents() of columns.h: what columns without names hold.
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/columns.h"
#include "core/import/keys.h"
#include "core/import/marks.h"
#include "core/import/options.h"

namespace rehearse {
namespace {

using Role = ColumnRole;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kParts = static_cast<std::size_t>(Part::kIgnored) + 1;  // it is the last
constexpr double kMost = 0.8;  // the share of cells that tells a column

std::size_t number_in(std::string_view cell) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc{} && end == cell.data() + cell.size() ? number : 0;
}

bool is_kind(std::string_view cell) {
  return length_in_code_points(cell) <= 8 && kind_named_in(cell).has_value();
}

bool asks(std::string_view cell) { return last_character(cell) == '?'; }

/// What one column holds, in shares of its cells that are not empty.
struct Contents {
  std::size_t filled = 0;
  double numbers = 0;  // one more than the cell above
  double keys = 0;
  double kinds = 0;
  double options = 0;  // A.… B.… and nothing before
  double asking = 0;
  double sentences = 0;                 // end with a full stop
  double length = 0;                    // mean, in code points
  std::array<double, kParts> labels{};  // by Part
  std::size_t different = 0;
};

Contents contents_of(const Rows& rows, std::size_t column) {
  Contents found;
  std::set<std::string_view> different;
  std::size_t above = 0;
  for (const auto& row : rows) {
    if (column >= row.size() || row[column].empty()) continue;
    const std::string& cell = row[column];
    ++found.filled;
    different.insert(cell);
    const std::size_t number = number_in(cell);
    if (number > 0 && (number == above + 1 || found.filled == 1)) ++found.numbers;
    above = number;
    if (is_key_cell(cell)) ++found.keys;
    if (is_kind(cell)) ++found.kinds;
    if (asks(cell)) ++found.asking;
    if (ends_sentence(last_character(cell))) ++found.sentences;
    if (const auto named = label(cell); named && named->has_colon)
      ++found.labels[static_cast<std::size_t>(named->part)];
    const StemAndOptions parted = part_options(cell);
    if (parted.stem.empty() && !parted.options.empty()) ++found.options;
    found.length += static_cast<double>(length_in_code_points(cell));
  }
  found.different = different.size();
  const double count = static_cast<double>(std::max<std::size_t>(found.filled, 1));
  for (double* sum : {&found.numbers, &found.keys, &found.kinds, &found.options, &found.asking,
                      &found.sentences, &found.length})
    *sum /= count;
  for (double& sum : found.labels) sum /= count;
  return found;
}

Role role_told_by(Part part) {
  switch (part) {
    case Part::kMaterial:
    case Part::kStem: return Role::kStem;
    case Part::kAnswer: return Role::kAnswer;
    case Part::kAnalysis: return Role::kAnalysis;
    case Part::kCriteria: return Role::kCriteria;
    case Part::kIgnored: return Role::kIgnored;
  }
  return Role::kIgnored;
}

class Teller {
 public:
  Teller(const Rows& rows, Columns told) : rows_(rows.size()), columns_(std::move(told)) {
    std::size_t width = columns_.size();
    for (const auto& row : rows) width = std::max(width, row.size());
    columns_.resize(width);
    for (std::size_t i = 0; i < width; ++i) contents_.push_back(contents_of(rows, i));
  }

  Columns tell() {
    tell_marked();
    tell_section();
    if (!has_role(columns_, Role::kStem)) tell_stem();
    if (const auto stem = index_of(Role::kStem)) tell_rest(*stem);
    return columns_;
  }

 private:
  std::optional<std::size_t> index_of(Role role) const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].role == role) return i;
    return std::nullopt;
  }

  /// Columns of texts that are not told yet.
  std::vector<std::size_t> open_columns() const {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].role == Role::kUnknown && contents_[i].filled > 0) open.push_back(i);
    return open;
  }

  /// What each column says for itself.
  void tell_marked() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const Contents& column = contents_[i];
      if (column.filled == 0 || columns_[i].role != Role::kUnknown) continue;
      const auto label = std::max_element(column.labels.begin(), column.labels.end());
      if (*label >= kMost) {
        columns_[i].role = role_told_by(static_cast<Part>(label - column.labels.begin()));
        columns_[i].is_labelled = true;
      } else if (column.numbers >= kMost && !has_role(columns_, Role::kNumber)) {
        columns_[i].role = Role::kNumber;
      } else if (column.kinds >= kMost && !has_role(columns_, Role::kKind)) {
        columns_[i].role = Role::kKind;
      } else if (column.keys >= kMost && !has_role(columns_, Role::kAnswer)) {
        columns_[i].role = Role::kAnswer;
      } else if (column.options >= kMost && !has_role(columns_, Role::kOptions)) {
        columns_[i].role = Role::kOptions;
      }
    }
  }

  /// A short text before the others that comes again and again.
  void tell_section() {
    constexpr std::size_t kFewestRows = 6;
    constexpr double kLongest = 15;
    const auto open = open_columns();
    if (open.size() < 3 || rows_ < kFewestRows || has_role(columns_, Role::kSection)) return;
    const Contents& first = contents_[open.front()];
    if (first.different * 3 <= first.filled && first.length <= kLongest && first.asking < 0.2)
      columns_[open.front()].role = Role::kSection;
  }

  void tell_stem() {
    const auto open = open_columns();
    if (open.empty()) return;
    const bool second_asks = open.size() == 2 && !has_role(columns_, Role::kAnswer) &&
                             contents_[open[1]].asking >= kMost && contents_[open[0]].asking < 0.2;
    columns_[open[second_asks ? 1 : 0]].role = Role::kStem;
  }

  void tell_rest(std::size_t stem) {
    constexpr double kShortestText = 4;  // code points
    const auto answer = index_of(Role::kAnswer);
    std::vector<std::size_t> open = open_columns();
    if (answer && contents_[*answer].keys >= kMost && !has_role(columns_, Role::kOptions)) {
      if (*answer > stem)  // stem, options, key, analysis
        tell_options(open, [&](std::size_t column) { return column < *answer; });
      else
        tell_options(open, [&](std::size_t column) { return !explains(open, column); });
      open = open_columns();
    } else if (!answer && !open.empty()) {
      columns_[open.front()].role = Role::kAnswer;
      open.erase(open.begin());
    }
    if (!open.empty() && !has_role(columns_, Role::kAnalysis) &&
        contents_[open.front()].length >= kShortestText)
      columns_[open.front()].role = Role::kAnalysis;
  }

  template <class Belongs>
  void tell_options(const std::vector<std::size_t>& open, Belongs belongs) {
    std::vector<std::size_t> options;
    for (const std::size_t column : open)
      if (belongs(column) && options.size() < kMostOptions) options.push_back(column);
    if (options.size() < 2) return;
    for (std::size_t i = 0; i < options.size(); ++i)
      columns_[options[i]] = {Role::kOption, static_cast<char>('A' + i)};
  }

  /// The last column, where it alone holds sentences or is much longer than the others.
  bool explains(const std::vector<std::size_t>& open, std::size_t column) const {
    if (column != open.back() || open.size() < 3) return false;
    double others = 0;
    double sentences = 0;
    for (const std::size_t other : open) {
      if (other == column) continue;
      others += contents_[other].length / static_cast<double>(open.size() - 1);
      sentences = std::max(sentences, contents_[other].sentences);
    }
    const Contents& last = contents_[column];
    return (last.sentences >= 0.5 && sentences < 0.5) || last.length >= 3 * others;
  }

  std::size_t rows_;
  std::vector<Contents> contents_;
  Columns columns_;
};

}  // namespace

bool is_key_cell(std::string_view cell) {
  constexpr std::size_t kLongest = 24;  // bytes
  if (cell.size() > kLongest) return false;
  const auto letters = take_choice_key(cell, {});
  if (letters && letters->rest.empty()) return true;
  const auto truth = take_truth_key(cell);
  return truth && truth->rest.empty();
}

Columns columns_by_contents(const std::vector<std::vector<std::string>>& rows, Columns told) {
  return Teller(rows, std::move(told)).tell();
}

}  // namespace rehearse
