// SHA-1 (RFC 3174), for formats of others that name things by it. Not for anything that must be safe.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rehearse {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace rehearse
