// What texts and settings are made of: lines that a new machine reads by the ten thousand, without a tree.
#pragma once

#include <optional>
#include <string_view>

#include "core/store/op.h"

namespace rehearse {

/// What read_op says of a `set`, `alive`, `order`, `config` or `void` in the bytes that write_op gives it.
/// Nothing for any other line, sound or not: the general reader decides.
std::optional<Op> read_register_line(std::string_view line);

/// What read_envelope says of a line of any kind in such bytes; else nothing.
std::optional<Envelope> read_plain_envelope(std::string_view line);

}  // namespace rehearse
