#include "tests/sync/cluster/free_port.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <random>
#include <set>
#include <stdexcept>

#include "core/base/descriptor.h"

namespace rehearse::test {

std::uint16_t free_port() {
  constexpr int kLowest = 10'000, kHighest = 32'000, kMostTries = 1000;
  static std::random_device random;
  static std::set<std::uint16_t> given;
  for (int i = 0; i < kMostTries; ++i) {
    const auto port = static_cast<std::uint16_t>(std::uniform_int_distribution(kLowest, kHighest)(random));
    const Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool is_free =
        ::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    if (is_free && given.insert(port).second) return port;
  }
  throw std::runtime_error("no free port");
}

}  // namespace rehearse::test
