// JSON as text: what the fields of ops are made of. A large import writes hundreds of thousands of them, so
// they are put side by side and not built as trees first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/op.h"

namespace rehearse {

/// A text as JSON. Broken UTF-8 becomes U+FFFD.
std::string json_text(std::string_view text);
/// The same, put behind what `json` holds.
void append_json_text(std::string& json, std::string_view text);
/// The end of the longest piece from `at` on that is the same inside a text of JSON: whole characters, none
/// of them escaped.
std::size_t plain_json_end(std::string_view text, std::size_t at);
/// The text of a JSON string; nothing when it is something else.
std::optional<std::string> text_from_json(const std::string& json);

/// A list of values that are JSON already.
std::string json_list(const std::vector<std::string>& values);
/// An object of values that are JSON already.
std::string json_object(const Fields& members);

}  // namespace rehearse
