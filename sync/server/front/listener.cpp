#include "sync/server/front/listener.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace rehearse::sync {
namespace {

// The kernel makes it smaller where its own limit is.
constexpr int kBacklog = 4096;

void turn_on(int socket, int level, int option) {
  const int on = 1;
  ::setsockopt(socket, level, option, &on, sizeof on);
}

std::string address_of(const sockaddr_storage& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (address.ss_family == AF_INET)
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text.data(), text.size());
  else
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text.data(), text.size());
  // A socket for both families shows IPv4 inside IPv6 (RFC 4291, 2.5.5.2).
  constexpr std::string_view kMapped = "::ffff:";
  std::string_view shown(text.data());
  if (shown.substr(0, kMapped.size()) == kMapped && shown.find('.') != std::string_view::npos)
    shown.remove_prefix(kMapped.size());
  return std::string(shown);
}

}  // namespace

Listener::Listener(const std::string& address, std::uint16_t port) {
  const std::string place = address + " port " + std::to_string(port);
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
  addrinfo* found = nullptr;
  if (getaddrinfo(address.c_str(), std::to_string(port).c_str(), &hints, &found) != 0)
    throw std::runtime_error("not an address in figures: " + address);
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> owner(found, freeaddrinfo);
  socket_ = Descriptor(::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  // A server that was just stopped may start again at once.
  if (socket_.is_open()) turn_on(socket(), SOL_SOCKET, SO_REUSEADDR);
  if (!socket_.is_open() || ::bind(socket(), found->ai_addr, found->ai_addrlen) != 0 ||
      ::listen(socket(), kBacklog) != 0)
    throw std::runtime_error("cannot listen on " + place + ": " + std::strerror(errno));
  sockaddr_storage bound{};
  socklen_t size = sizeof bound;
  ::getsockname(socket(), reinterpret_cast<sockaddr*>(&bound), &size);
  port_ = ntohs(bound.ss_family == AF_INET ? reinterpret_cast<const sockaddr_in&>(bound).sin_port
                                           : reinterpret_cast<const sockaddr_in6&>(bound).sin6_port);
}

Listener::Accepted Listener::accept() {
  for (;;) {
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    const int client =
        ::accept4(socket(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (client >= 0) {
      turn_on(client, IPPROTO_TCP, TCP_NODELAY);
      return {Descriptor(client), address_of(peer), false};
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK) return {};
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) return {{}, {}, true};
    // The others are troubles of that one client (accept(2)), who is no longer there.
  }
}

void allow_descriptors(std::size_t count) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = std::min<rlim_t>(count, limit.rlim_max);
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace rehearse::sync
