// The two hashes that names are made with, and the hexadecimal they are written in.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rehearse {

using Hash128 = std::array<std::uint8_t, 16>;

/// BLAKE2b with a 16-byte digest (RFC 7693; libsodium's crypto_generichash, no key).
Hash128 blake2b_128(std::string_view bytes);

/// A name-based UUID, version 5 (RFC 4122 §4.3).
Hash128 uuid_v5(const Hash128& name_space, std::string_view name);

}  // namespace rehearse
