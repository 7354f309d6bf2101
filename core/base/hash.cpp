#include "core/base/hash.h"

#include <sodium.h>

#include <algorithm>
#include <string>

#include "core/base/id.h"
#include "core/base/sha1.h"

namespace rehearse {

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
  std::string hex(count * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes, count);
  hex.pop_back();
  return hex;
}

bool hex_to_bytes(std::string_view hex, std::uint8_t* bytes, std::size_t count) {
  if (hex.size() != count * 2) return false;
  for (char c : hex)
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  std::size_t written = 0;
  return sodium_hex2bin(bytes, count, hex.data(), hex.size(), nullptr, &written, nullptr) == 0 &&
         written == count;
}

}  // namespace detail
}  // namespace rehearse
