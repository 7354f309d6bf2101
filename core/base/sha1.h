// SHA-1 (RFC 3174), for what is named by it: UUIDs, and formats of others. Not for anything that must be
// safe.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rehearse {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);
/// Of the two, one behind the other.
std::array<std::uint8_t, 20> sha1(std::string_view first, std::string_view second);

}  // namespace rehearse
