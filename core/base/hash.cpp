#include "core/base/hash.h"

#include <sodium.h>

#include <algorithm>
#include <string>

#include "core/base/id.h"
#include "core/base/sha1.h"

namespace rehearse {
namespace {

/// Of a lower-case digit; -1 for another character.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

Hash128 blake2b_128(std::string_view bytes) {
  // Without it libsodium does not look what the processor can do.
  [[maybe_unused]] static const int ready = sodium_init();
  Hash128 digest;
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return digest;
}

Hash128 uuid_v5(const Hash128& name_space, std::string_view name) {
  const std::string_view space(reinterpret_cast<const char*>(name_space.data()), name_space.size());
  const auto digest = sha1(space, name);
  Hash128 result;
  std::copy_n(digest.begin(), result.size(), result.begin());
  result[6] = static_cast<std::uint8_t>((result[6] & 0x0f) | 0x50);  // the version
  result[8] = static_cast<std::uint8_t>((result[8] & 0x3f) | 0x80);  // the variant
  return result;
}

namespace detail {

std::string bytes_to_hex(const std::uint8_t* bytes, std::size_t count) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(count * 2, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    hex[2 * i] = kDigits[bytes[i] >> 4];
    hex[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  return hex;
}

bool hex_to_bytes(std::string_view hex, std::uint8_t* bytes, std::size_t count) {
  if (hex.size() != count * 2) return false;
  int seen = 0;  // negative once there was another character
  for (std::size_t i = 0; i < count; ++i) {
    const int high = hex_value(hex[2 * i]), low = hex_value(hex[2 * i + 1]);
    seen |= high | low;
    bytes[i] = static_cast<std::uint8_t>((high & 15) << 4 | (low & 15));
  }
  return seen >= 0;
}

}  // namespace detail
}  // namespace rehearse
