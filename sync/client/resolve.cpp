#include "sync/client/resolve.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

#include <array>
#include <future>
#include <memory>
#include <thread>

namespace rehearse::sync {
namespace {

constexpr std::chrono::milliseconds kLook{20};  // how soon it is noticed that nobody wants it any more

using Found = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Found look_up(const std::string& host, int flags) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* list = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, &hints, &list) != 0) list = nullptr;
  return {list, freeaddrinfo};
}

}  // namespace

Addresses resolve(const std::string& host) {
  Addresses addresses;
  const Found found = look_up(host, AI_ADDRCONFIG);
  for (const addrinfo* each = found.get(); each != nullptr; each = each->ai_next) {
    std::array<char, NI_MAXHOST> figures{};
    if (getnameinfo(each->ai_addr, each->ai_addrlen, figures.data(), figures.size(), nullptr, 0,
                    NI_NUMERICHOST) == 0)
      addresses.emplace_back(figures.data());
  }
  return addresses;
}

bool is_in_figures(const std::string& host) { return look_up(host, AI_NUMERICHOST) != nullptr; }

std::optional<Addresses> resolve_in_time(const Resolver& resolver, const std::string& host,
                                         std::chrono::milliseconds most,
                                         const std::function<bool()>& is_wanted) {
  std::promise<Addresses> promise;
  std::future<Addresses> answer = promise.get_future();
  // Nobody joins it: that would be to wait for the look-up.
  std::thread([resolver, host, promise = std::move(promise)]() mutable {
    try {
      promise.set_value(resolver(host));
    } catch (...) {
      promise.set_exception(std::current_exception());
    }
  }).detach();
  const auto deadline = std::chrono::steady_clock::now() + most;
  while (is_wanted() && std::chrono::steady_clock::now() < deadline)
    if (answer.wait_for(kLook) == std::future_status::ready) return answer.get();
  return std::nullopt;
}

}  // namespace rehearse::sync
