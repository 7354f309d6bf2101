#include "tests/bench/sync/load.h"

#include <poll.h>
#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

namespace rehearse::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kOk = 200;
constexpr int kEventsAtOnce = 64;
constexpr int kLongestWaitMs = 100;

void require_ok(const LoadReply& reply) {
  if (reply.status != kOk)
    throw std::runtime_error("the server answered " + std::to_string(reply.status) + ": " + reply.body);
}

struct LoadClient {
  LoadConnection connection;
  Clock::time_point sent{};
};

double percentile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

double thread_seconds() {
  constexpr double kNanoseconds = 1e9;
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / kNanoseconds;
}

std::string health_request() { return "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"; }

LoadResult run_load(std::uint16_t port, const LoadTransport& transport, std::size_t clients,
                    std::chrono::milliseconds time, const NextRequest& next) {
  const Descriptor poll(::epoll_create1(EPOLL_CLOEXEC));
  std::vector<LoadClient> all;
  for (std::size_t i = 0; i < clients; ++i) {
    all.push_back({LoadConnection(port, transport), {}});
    epoll_event event{EPOLLIN | EPOLLOUT | EPOLLET, {.u64 = i}};
    ::epoll_ctl(poll.number(), EPOLL_CTL_ADD, all.back().connection.socket(), &event);
  }
  const auto begin = Clock::now();
  const double own_before = thread_seconds();
  std::vector<double> times;
  const auto send = [&](std::size_t i, const LoadReply* last) {
    const std::string request = next(i, last);
    all[i].sent = Clock::now();
    all[i].connection.send(request);
  };
  for (std::size_t i = 0; i < clients; ++i) send(i, nullptr);
  std::array<epoll_event, kEventsAtOnce> events{};
  for (auto now = begin; now < begin + time; now = Clock::now()) {
    const int count = ::epoll_wait(poll.number(), events.data(), kEventsAtOnce, kLongestWaitMs);
    for (int e = 0; e < count; ++e) {
      const std::size_t i = events[static_cast<std::size_t>(e)].data.u64;
      const auto reply = all[i].connection.advance();
      if (!reply) continue;
      require_ok(*reply);
      times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - all[i].sent).count());
      send(i, &*reply);
    }
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  if (times.empty()) throw std::runtime_error("the server has answered nothing");
  std::sort(times.begin(), times.end());
  return {static_cast<double>(times.size()) / seconds, percentile(times, 0.5), percentile(times, 0.99),
          times.back(), (thread_seconds() - own_before) / seconds};
}

std::vector<LoadConnection> idle_connections(std::uint16_t port, const LoadTransport& transport,
                                             std::size_t count) {
  std::vector<LoadConnection> idle;
  for (std::size_t i = 0; i < count; ++i) {
    LoadConnection& connection = idle.emplace_back(port, transport);
    connection.send(health_request());
    for (std::optional<LoadReply> reply; !reply; reply = connection.advance()) {
      pollfd readable{connection.socket(), POLLIN, 0};
      ::poll(&readable, 1, kLongestWaitMs);
    }
  }
  return idle;
}

}  // namespace rehearse::bench
