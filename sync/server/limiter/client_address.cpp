#include "sync/server/limiter/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "core/base/text.h"

namespace rehearse::sync {
namespace {

constexpr std::size_t kBytes4 = 4, kBytes6 = 16;

struct Address {
  std::array<std::uint8_t, kBytes6> bytes{};
  std::size_t size = 0;  // kBytes4 or kBytes6
};

std::optional<Address> parse(std::string_view text) {
  Address address;
  const std::string whole(text.substr(0, INET6_ADDRSTRLEN));
  if (inet_pton(AF_INET, whole.c_str(), address.bytes.data()) == 1)
    address.size = kBytes4;
  else if (inet_pton(AF_INET6, whole.c_str(), address.bytes.data()) == 1)
    address.size = kBytes6;
  else
    return std::nullopt;
  return address;
}

std::string in_figures(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(address.size == kBytes4 ? AF_INET : AF_INET6, address.bytes.data(), text.data(), text.size());
  return text.data();
}

/// The address with all bytes behind so many zero. What is no address is nothing.
std::string first_bytes(std::string_view text, std::size_t of4, std::size_t of6) {
  auto address = parse(text);
  if (!address) return {};
  const std::size_t kept = address->size == kBytes4 ? of4 : of6;
  std::fill(address->bytes.begin() + static_cast<std::ptrdiff_t>(kept), address->bytes.end(),
            std::uint8_t{0});
  return in_figures(*address);
}

bool is_among(const std::vector<std::string>& proxies, std::string_view address) {
  return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
}

}  // namespace

std::string client_address(const Request& request, const std::vector<std::string>& proxies) {
  std::string client = request.peer;
  if (!is_among(proxies, client)) return client;
  // Each proxy adds whom it heard from at the end; what stands before that was written by anybody.
  std::string hops;
  for (const Header& header : request.headers)
    if (header.name == "x-forwarded-for") hops += (hops.empty() ? "" : ",") + header.value;
  for (std::string_view rest = hops; !rest.empty() && is_among(proxies, client);) {
    const std::size_t comma = rest.rfind(',');
    const auto hop = parse(trimmed(comma == std::string_view::npos ? rest : rest.substr(comma + 1)));
    if (!hop) break;
    client = in_figures(*hop);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
  }
  return client;
}

std::string counted_address(std::string_view address) { return first_bytes(address, kBytes4, 8); }
std::string truncated_address(std::string_view address) { return first_bytes(address, 3, 6); }

bool is_loopback(std::string_view text) {
  const auto address = parse(text);
  if (!address) return false;
  return address->size == kBytes4 ? address->bytes[0] == 127 : in_figures(*address) == "::1";
}

bool is_address(std::string_view text) { return parse(text).has_value(); }

}  // namespace rehearse::sync
