// Which client a request is from, and how its address is counted and logged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/server/front/messages.h"

namespace rehearse::sync {

/// The other end of the connection; where that is one of `proxies`, the last address in X-Forwarded-For that
/// is none of them. A header from anybody else is not looked at. Whatever is no address counts as the
/// proxy's own.
std::string client_address(const Request& request, const std::vector<std::string>& proxies);

/// What is limited together: an IPv4 address, the first 64 bits of an IPv6 address (one household's).
std::string counted_address(std::string_view address);

/// For the log: the first 24 bits of an IPv4 address, 48 of an IPv6 address.
std::string truncated_address(std::string_view address);

/// 127.0.0.0/8 and ::1.
bool is_loopback(std::string_view address);

/// In figures, IPv4 or IPv6.
bool is_address(std::string_view text);

}  // namespace rehearse::sync
