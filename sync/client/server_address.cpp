#include "sync/client/server_address.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/base/text.h"
#include "sync/protocol/lines.h"

namespace rehearse::sync {
namespace {

constexpr std::uint16_t kHttpPort = 80, kHttpsPort = 443;
constexpr std::size_t kLongestHost = 253;  // RFC 1035, 2.3.4, as it is written

Error not_an_address(std::string_view typed) {
  return Error{{"is not the address of a server", "不是服务器地址"},
               std::string(typed),
               {"such as https://sync.example.org", "例如 https://sync.example.org"}};
}

std::optional<Scheme> take_scheme(std::string_view& rest) {
  for (const auto& [prefix, scheme] :
       {std::pair{std::string_view("https://"), Scheme::kHttps}, {"http://", Scheme::kHttp}})
    if (rest.starts_with(prefix)) {
      rest.remove_prefix(prefix.size());
      return scheme;
    }
  return std::nullopt;
}

bool is_host(std::string_view host) {
  const bool has_colon = host.find(':') != std::string_view::npos;
  return !host.empty() && host.size() <= kLongestHost && std::all_of(host.begin(), host.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return has_colon ? std::isxdigit(byte) || c == ':' || c == '.'
                     : std::isalnum(byte) || c == '.' || c == '-' || c == '_';
  });
}

bool is_path(std::string_view path) {
  return std::all_of(path.begin(), path.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) ||
           std::string_view("/-._~").find(c) != std::string_view::npos;
  });
}

/// [::1] and what stands behind it, or up to the colon before a port.
bool take_host(std::string_view& rest, std::string& host) {
  std::string_view found;
  if (rest.starts_with('[')) {
    const std::size_t end = rest.find(']');
    if (end == std::string_view::npos) return false;
    found = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    if (found.find(':') == std::string_view::npos) return false;
  } else {
    found = rest.substr(0, rest.find(':'));
    rest.remove_prefix(found.size());
  }
  host = found;
  std::transform(host.begin(), host.end(), host.begin(), [](unsigned char c) { return std::tolower(c); });
  return is_host(host);
}

bool is_this_computer(std::string_view host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

std::uint16_t port_of(Scheme scheme) { return scheme == Scheme::kHttps ? kHttpsPort : kHttpPort; }

}  // namespace

Result<ServerAddress> parse_server_address(std::string_view typed) {
  std::string_view rest = trimmed(typed);
  ServerAddress address;
  const std::optional<Scheme> scheme = take_scheme(rest);
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  std::string_view path = rest.substr(slash);
  rest = rest.substr(0, slash);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (!take_host(rest, address.host) || !is_path(path)) return not_an_address(typed);
  address.path = path;
  address.scheme = scheme.value_or(is_this_computer(address.host) ? Scheme::kHttp : Scheme::kHttps);
  address.port = port_of(address.scheme);
  if (!rest.empty()) {
    const auto port = rest.starts_with(':') ? whole_number<std::uint16_t>(rest.substr(1)) : std::nullopt;
    if (port.value_or(0) == 0) return not_an_address(typed);
    address.port = *port;
  }
  if (address.scheme == Scheme::kHttp && !is_this_computer(address.host))
    return Error{{"whoever is on the way could read the password", "途中的任何人都能读到密码"},
                 std::string(typed),
                 {"use https://", "请用 https://"}};
  return address;
}

std::string to_text(const ServerAddress& address) {
  std::string text = address.scheme == Scheme::kHttps ? "https://" : "http://";
  const bool is_figures = address.host.find(':') != std::string::npos;
  text += is_figures ? '[' + address.host + ']' : address.host;
  if (address.port != port_of(address.scheme)) text += ':' + std::to_string(address.port);
  return text + address.path;
}

}  // namespace rehearse::sync
