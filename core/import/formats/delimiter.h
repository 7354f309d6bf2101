// Which separator parts the fields of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/formats/records.h"

namespace rehearse {

/// The first records of a text, the empty ones left out: enough to tell what it holds.
std::vector<std::vector<std::string>> sample_rows(std::string_view text, std::size_t begin,
                                                  const Dialect& dialect);

/// For a file that is known to be a table with its first row at `begin`: the separator that gives most
/// records the same number of fields. A comma where there is nothing to part.
Dialect dialect_of_table(std::string_view text, std::size_t begin);

/// For text of which it is not known: nothing unless three lines and four fifths of all have the same number
/// of fields and these hold questions with answers. Prose and Markdown tables are none.
std::optional<Dialect> dialect_of_records(std::string_view text);

}  // namespace rehearse
