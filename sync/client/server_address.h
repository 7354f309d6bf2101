// Where a server is, as people type it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace rehearse::sync {

enum class Scheme { kHttp, kHttps };

struct ServerAddress {
  Scheme scheme = Scheme::kHttps;
  std::string host;  // a name, or an address in figures: IPv6 without brackets
  std::uint16_t port = 0;
  std::string path;  // before /v1, where a proxy has put the server there: empty, or /like/this

  friend bool operator==(const ServerAddress&, const ServerAddress&) = default;
};

/// Reads https://sync.example.org, sync.example.org:8443/rehearse, http://127.0.0.1:8420. Without a scheme it
/// is https, and http for this computer itself. An error for http to any other: whoever is between could read
/// the password.
Result<ServerAddress> parse_server_address(std::string_view typed);

/// In one form: with the scheme, and with the port unless it is the scheme's.
std::string to_text(const ServerAddress& address);

}  // namespace rehearse::sync
