// Which certificate of a server is believed. There is no way to believe any.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/result.h"

namespace rehearse::sync {

struct SystemAuthorities {};

struct PrivateAuthority {
  std::string file;  // PEM
};

/// SHA-256 of the certificate (DER), as the server shows it on its own screen.
using Fingerprint = std::array<std::uint8_t, 32>;

using Trust = std::variant<SystemAuthorities, PrivateAuthority, Fingerprint>;

/// The authority whose certificates are in the file. An error where it is not there, cannot be read, or holds
/// no certificate in PEM.
Result<PrivateAuthority> private_authority(const std::filesystem::path& file);

/// AB:CD:…
std::string to_text(const Fingerprint& fingerprint);
/// 64 hexadecimal digits in capitals or not, with colons or blanks between them or not.
std::optional<Fingerprint> parse_fingerprint(std::string_view typed);

}  // namespace rehearse::sync
