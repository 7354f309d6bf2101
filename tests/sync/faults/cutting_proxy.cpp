#include "tests/sync/faults/cutting_proxy.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

namespace rehearse::test {
namespace {

constexpr int kLookMs = 5;  // how late a delay may end

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

Descriptor listening(std::uint16_t& port) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (!socket.is_open() || ::bind(socket.number(), generic, size) != 0 ||
      ::listen(socket.number(), SOMAXCONN) != 0 || ::getsockname(socket.number(), generic, &size) != 0)
    throw std::system_error(errno, std::generic_category(), "listen");
  port = ntohs(address.sin_port);
  return socket;
}

Descriptor connected(std::uint16_t port) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const sockaddr_in address = loopback(port);
  if (port == 0 ||
      ::connect(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    socket.close();
  else
    ::fcntl(socket.number(), F_SETFL, O_NONBLOCK);
  return socket;
}

/// The next close() resets the connection instead of ending it.
void reset_at_close(const Descriptor& socket) {
  const linger at_once{1, 0};
  ::setsockopt(socket.number(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace

CuttingProxy::CuttingProxy(std::uint64_t seed) : listener_(listening(port_)), random_(seed) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  bell_ = Descriptor(pipe[0]);
  bell_rope_ = Descriptor(pipe[1]);
  thread_ = std::thread([this] { run(); });
}

CuttingProxy::~CuttingProxy() {
  bell_rope_.close();
  thread_.join();
}

void CuttingProxy::run() {
  for (;;) {
    std::vector<pollfd> waiting{{bell_.number(), POLLIN, 0}, {listener_.number(), POLLIN, 0}};
    bool is_delayed = false;
    for (Pair& pair : pairs_) {
      const auto events = [](const Flow& in, const Flow& out) {
        return static_cast<short>((in.has_ended || !in.waiting.empty() ? 0 : POLLIN) |
                                  (out.waiting.empty() ? 0 : POLLOUT));
      };
      const bool waits = pair.not_before > std::chrono::steady_clock::now();
      is_delayed |= waits;
      waiting.push_back({pair.client.number(), waits ? short{0} : events(pair.up, pair.down), 0});
      waiting.push_back({pair.server.number(), waits ? short{0} : events(pair.down, pair.up), 0});
    }
    ::poll(waiting.data(), waiting.size(), is_delayed ? kLookMs : -1);
    if (waiting[0].revents != 0) return;
    const Moment now = std::chrono::steady_clock::now();
    std::size_t index = 2;
    for (Pair& pair : pairs_) {
      serve(pair, waiting[index].revents != 0, waiting[index + 1].revents != 0, now);
      index += 2;
    }
    pairs_.remove_if([](const Pair& pair) { return pair.is_over; });
    if (waiting[1].revents != 0) accept_one();
  }
}

void CuttingProxy::accept_one() {
  Descriptor client(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
  if (!client.is_open()) return;
  ++connections_;
  Descriptor server = connected(target_);
  if (!server.is_open()) return reset_at_close(client);  // nobody is there: refused, as far as a client sees
  Pair& pair = pairs_.emplace_back();
  pair.client = std::move(client);
  pair.server = std::move(server);
  if (manner_ == Manner::kCutting) draw_fate(pair);
}

/// Four of ten are handed on as they are.
void CuttingProxy::draw_fate(Pair& pair) {
  constexpr std::size_t kTens = 10, kLongestDelayMs = 150, kMostDoublings = 16;
  // As often in the first line as somewhere in a long body.
  const auto somewhere = [&] { return below(std::size_t{1} << (1 + below(kMostDoublings))); };
  switch (below(kTens)) {
    case 0: return cut(pair);
    case 1:
    case 2: pair.up.left = somewhere(); break;
    case 3:
    case 4: pair.down.left = somewhere(); break;
    case 5: pair.delay = std::chrono::milliseconds{below(kLongestDelayMs)}; break;
    default: break;
  }
}

void CuttingProxy::serve(Pair& pair, bool client_is_ready, bool server_is_ready, Moment now) {
  if (pair.is_over || (!client_is_ready && !server_is_ready)) return;
  bool has_come = false;
  if (client_is_ready && !pair.up.has_ended && pair.up.waiting.empty())
    has_come |= take(pair.client, pair.up);
  if (server_is_ready && !pair.down.has_ended && pair.down.waiting.empty())
    has_come |= take(pair.server, pair.down);
  if (has_come && pair.delay.count() > 0) {
    pair.not_before = now + pair.delay;
    return;
  }
  hand_on(pair, pair.up, pair.server);
  if (!pair.is_over) hand_on(pair, pair.down, pair.client);
  if (pair.up.has_ended || pair.down.has_ended) {
    // One side is gone: HTTP has nothing more to say, once the rest is handed on.
    pair.is_over |= pair.up.waiting.empty() && pair.down.waiting.empty();
  }
}

bool CuttingProxy::take(Descriptor& from, Flow& flow) {
  std::array<char, 16 * 1024> bytes;
  const ssize_t size = ::recv(from.number(), bytes.data(), bytes.size(), 0);
  if (size > 0) flow.waiting.assign(bytes.data(), static_cast<std::size_t>(size));
  flow.has_ended = size == 0 || (size < 0 && errno != EAGAIN);
  return size > 0;
}

void CuttingProxy::hand_on(Pair& pair, Flow& flow, Descriptor& to) {
  if (flow.waiting.empty()) return;
  const std::size_t most = std::min(flow.waiting.size(), flow.left);
  const ssize_t size = most == 0 ? 0 : ::send(to.number(), flow.waiting.data(), most, MSG_NOSIGNAL);
  if (size < 0 && errno == EAGAIN) return;
  if (size < 0) {
    pair.is_over = true;
    return;
  }
  flow.waiting.erase(0, static_cast<std::size_t>(size));
  if (flow.left != SIZE_MAX) flow.left -= static_cast<std::size_t>(size);
  if (flow.left == 0) cut(pair);
}

void CuttingProxy::cut(Pair& pair) {
  ++cuts_;
  pair.is_over = true;
  if (below(2) == 0) reset_at_close(pair.client);
  if (below(2) == 0) reset_at_close(pair.server);
}

}  // namespace rehearse::test
