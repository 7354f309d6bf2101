// Run-together text: where inside a line something new may begin. Grammar only, as marks.h: the outline
// decides which of these places are meant.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rehearse {

/// Byte offsets in `line` at which a block begins, ascending, 0 included. A place counts when a mark stands
/// there and the text before it is closed, or when the mark's number goes on with those before it. Linear.
std::vector<std::size_t> begins_in_run(std::string_view line);

}  // namespace rehearse
