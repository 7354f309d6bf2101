// What the columns of a table mean: told by their names, or without names by what they hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/words.h"

namespace rehearse {

enum class ColumnRole {
  kUnknown,
  kIgnored,  // known, and nothing to learn from: difficulty, tags
  kNumber,
  kKind,
  kSection,
  kStem,
  kCode,
  kOption,   // the text of one option
  kOptions,  // all options in one cell: A.… B.…
  kKey,      // what is right, for questions that check themselves
  kAnswer,   // the reference answer; without a kKey column, the key too
  kPoints,
  kAnalysis,
  kCriteria,
  kMarks,
  kTime,
};

struct Column {
  ColumnRole role = ColumnRole::kUnknown;
  char letter = 0;           // with kOption: A to H
  bool is_labelled = false;  // its cells begin with 题目： or 答案：
};

using Columns = std::vector<Column>;

/// Any column of the role.
bool has_role(const Columns& columns, ColumnRole role);

/// The whole cell is a key: A, ACD, "A、C", 对, √.
bool is_key_cell(std::string_view cell);

/// By usual names in both languages. Nothing unless they name the stem, or the answer and one other column,
/// which is then the stem.
std::optional<Columns> columns_by_name(const std::vector<std::string>& names);

/// By the cells of some rows, not all of one length: numbers in sequence, key letters, kinds, labels,
/// options, and the order in which texts usually stand. Without a column of texts there is no kStem. Columns
/// that are `told` already stay as they are.
Columns columns_by_contents(const std::vector<std::vector<std::string>>& rows, Columns told = {});

/// "key, question, option A, option B": what each column was taken for, for people.
Words words_for(const Columns& columns);

}  // namespace rehearse
