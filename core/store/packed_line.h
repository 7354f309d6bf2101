// A line of the log as it stands in the file: the same bytes in a quarter of the room. README.md here lists
// the codes; they are for ever, as the line is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/store/names.h"

namespace rehearse {

/// Packs any bytes, without a loss. Ids of a review are named, and the device of any line: they come again in
/// other lines. Inside a transaction, for the names it makes.
std::string pack_line(std::string_view line, Names& names);

/// The same bytes for a line of write_import_op, which names `device` and nothing else: needs no file.
std::string pack_import_line(std::string_view line, const NumberedName& device);

/// The same for a short text that is looked for, such as the target of an op: without names and phrases it is
/// the same bytes for ever.
std::string pack_text(std::string_view text);

/// What was packed. An error, and never more than kLongestOpLine bytes, for what pack_line did not make.
Result<std::string> unpack_line(std::string_view packed, const Names& names);

/// The fields in the line of a `set` by an import, as the text that write_import_op was given; nothing for a
/// line in other words. Needs no names: none stands among them.
std::optional<std::string> unpack_import_fields(std::string_view packed);

}  // namespace rehearse
