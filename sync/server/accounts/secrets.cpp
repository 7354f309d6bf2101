#include "sync/server/accounts/secrets.h"

#include <sodium.h>

namespace rehearse::sync {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kTokenDigits = 43;

constexpr std::string_view kBase32 = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kInviteDigits = 28;  // of 5 bits
constexpr std::size_t kGroup = 4;

SecretHash hash_of(std::string_view bytes) {
  SecretHash hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return hash;
}

}  // namespace

Secret make_token() {
  std::array<unsigned char, kTokenBytes> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, kTokenDigits + 1> digits;
  sodium_bin2base64(digits.data(), digits.size(), bytes.data(), bytes.size(), kBase64);
  Secret secret;
  secret.text = std::string(kTokenPrefix) + digits.data();
  secret.hash = hash_of(secret.text);
  return secret;
}

std::optional<SecretHash> hash_of_token(std::string_view text) {
  if (!text.starts_with(kTokenPrefix) || text.size() != kTokenPrefix.size() + kTokenDigits)
    return std::nullopt;
  return hash_of(text);
}

Secret make_invite_code() {
  Secret secret;
  std::string digits;
  for (std::size_t i = 0; i < kInviteDigits; ++i) {
    const char digit = kBase32[randombytes_uniform(static_cast<std::uint32_t>(kBase32.size()))];
    digits += digit;
    if (i > 0 && i % kGroup == 0) secret.text += '-';
    secret.text += digit;
  }
  secret.hash = hash_of(digits);
  return secret;
}

std::optional<SecretHash> hash_of_invite_code(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (kBase32.find(small) == std::string_view::npos || digits.size() == kInviteDigits) return std::nullopt;
    digits += small;
  }
  if (digits.size() != kInviteDigits) return std::nullopt;
  return hash_of(digits);
}

}  // namespace rehearse::sync
