// Which certificate of a server is believed. There is no way to believe any.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace rehearse::sync {

struct SystemAuthorities {};

struct PrivateAuthority {
  std::string file;  // PEM
};

/// SHA-256 of the certificate (DER), as the server shows it on its own screen.
using Fingerprint = std::array<std::uint8_t, 32>;

using Trust = std::variant<SystemAuthorities, PrivateAuthority, Fingerprint>;

/// AB:CD:…
std::string to_text(const Fingerprint& fingerprint);
/// 64 hexadecimal digits in capitals or not, with colons or blanks between them or not.
std::optional<Fingerprint> parse_fingerprint(std::string_view typed);

}  // namespace rehearse::sync
