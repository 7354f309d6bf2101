#include "core/base/hash.h"

#include <sodium.h>
#include <uuid/uuid.h>

#include <string>

#include "core/base/id.h"

namespace rehearse {

Hash128 blake2b_128(std::string_view bytes) {
  Hash128 digest;
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return digest;
}

Hash128 uuid_v5(const Hash128& name_space, std::string_view name) {
  Hash128 result;
  uuid_generate_sha1(result.data(), name_space.data(), name.data(), name.size());
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
