// What a client shows to be let in: device tokens and invites. The server keeps hashes of them alone, and
// both are too long to be guessed: a fast hash is enough.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse::sync {

using SecretHash = std::array<std::uint8_t, 32>;  // BLAKE2b-256 (RFC 7693, no key) of the secret's bytes

struct Secret {
  std::string text;
  SecretHash hash{};
};

inline constexpr std::string_view kTokenPrefix = "rh1_";  // so that a token is known as one where it leaked

/// rh1_ and 32 random bytes in base64url (RFC 4648, 5, without padding).
Secret make_token();
/// Nothing for what make_token does not write.
std::optional<SecretHash> hash_of_token(std::string_view text);

/// 140 random bits: 28 digits in base32 (RFC 4648, 6) in groups of 4, such as k3mq-7x2a-…
Secret make_invite_code();
/// As people type it: capitals, blanks and missing lines are all the same. Nothing for what is no code.
std::optional<SecretHash> hash_of_invite_code(std::string_view text);

}  // namespace rehearse::sync
