// Which passwords are taken: long ones that are not the first ones to be guessed. No rules on composition.
#pragma once

#include <cstddef>
#include <string_view>

namespace rehearse::sync {

inline constexpr std::size_t kShortestPassword = 12;  // characters
inline constexpr std::size_t kLongestPassword = 256;

enum class PasswordFault { kNone, kTooShort, kTooLong, kTooCommon, kNoText };

/// `name`: of the account, which a password must not lean on.
PasswordFault fault_of_password(std::string_view password, std::string_view name);

/// One sentence in English for the client; empty for kNone.
const char* words_for(PasswordFault fault);

}  // namespace rehearse::sync
