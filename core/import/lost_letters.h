// Options whose letters were lost, as reading a picture of a text loses them.
#pragma once

#include <optional>
#include <string_view>

#include "core/import/options.h"

namespace rehearse {

/// `text` is what stands under a number that is known to be a choice question, its lines as they were
/// written. Lines without a letter are given the letters that are missing, in order, when there are as many
/// lines as letters; nothing when the count does not fit. Options without any letter are the last lines below
/// the stem: four of them, two to eight below a line that closes, or
/// three to eight that are less than half as long as the stem.
std::optional<StemAndOptions> part_options_by_lines(std::string_view text);

}  // namespace rehearse
