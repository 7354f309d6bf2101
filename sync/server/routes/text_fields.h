// The JSON bodies of requests: one object whose members are all texts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse::sync {

using TextFields = std::map<std::string, std::string, std::less<>>;

/// Nothing for anything else: deeper, another type, a name twice, broken UTF-8. Stops at the first byte that
/// is wrong, so that no body costs more than its length.
std::optional<TextFields> read_text_fields(std::string_view body);

}  // namespace rehearse::sync
