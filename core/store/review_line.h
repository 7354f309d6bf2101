// Reviews are nearly the whole log, and written by ourselves: their lines are read without building a tree.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/names.h"
#include "core/store/op.h"

namespace rehearse {

/// What read_op says of a review in exactly the shape that write_op gives it. Nothing for any other line,
/// sound or not: the general reader decides.
std::optional<Op> read_review_line(std::string_view line);

/// The same of a line as pack_line gives it, which is not unpacked.
std::optional<Op> read_packed_review(std::string_view packed, const Names& names);

}  // namespace rehearse
