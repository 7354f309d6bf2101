// Reviews are nearly the whole log, and written by ourselves: their lines are read without building a tree.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/op.h"

namespace rehearse {

/// What read_op says of a review in exactly the shape that write_op gives it. Nothing for any other line,
/// sound or not: the general reader decides.
std::optional<Op> read_review_line(std::string_view line);

}  // namespace rehearse
