// Options that stand in the rows of a table.
#pragma once

#include <optional>
#include <string_view>

#include "core/import/options.h"

namespace rehearse {

/// "| A | text |" rows, or "| * | text |" where a sign in one column marks the right ones: `emphasised` are
/// the letters of marked or bold rows. Nothing when `text` holds no two such rows.
std::optional<StemAndOptions> part_option_table(std::string_view text);

}  // namespace rehearse
