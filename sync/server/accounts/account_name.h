// Names that people give: of accounts and of devices.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse::sync {

inline constexpr std::size_t kLongestName = 64;  // bytes

/// The name as accounts are compared by it (NFKC_Casefold, UAX #44): Ａnna and anna are one. Nothing for what
/// can be no name: empty, too long, with white space or control characters, or not UTF-8.
std::optional<std::string> account_name(std::string_view typed);

/// A device's name without blanks at its ends. Nothing when it is empty or too long, or has characters that
/// could change how the text around it is shown.
std::optional<std::string> device_name(std::string_view typed);

}  // namespace rehearse::sync
