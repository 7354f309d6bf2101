#include "sync/server/front/event_loop.h"

#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <limits>
#include <system_error>
#include <utility>

namespace rehearse::sync {
namespace {

constexpr int kEventsAtOnce = 256;

}  // namespace

EventLoop::EventLoop(const FrontOptions& options, Listener& listener, Mailbox& mailbox, WorkerPool& workers,
                     CounterBoard& counters)
    : options_(options),
      listener_(listener),
      mailbox_(mailbox),
      workers_(workers),
      counters_(counters),
      tls_(options.tls ? std::make_unique<TlsIdentity>(*options.tls) : nullptr),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
  if (!epoll_.is_open()) throw std::system_error(errno, std::generic_category(), "epoll_create1");
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  random_.seed(seed);
  watch(mailbox_.bell(), kMailboxKey, EPOLLIN);
  watch_listener();
}

void EventLoop::run() {
  std::array<epoll_event, kEventsAtOnce> events;
  while (!stops_ || !sessions_.empty()) {
    Moment now = std::chrono::steady_clock::now();
    const int count = ::epoll_wait(epoll_.number(), events.data(), kEventsAtOnce, wait_time(now));
    if (count < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category(), "epoll_wait");
    now = std::chrono::steady_clock::now();
    const std::vector<Key> again = std::exchange(unfinished_, {});
    for (int i = 0; i < count; ++i) serve_event(events[i].data.u64, events[i].events, now);
    for (const Key key : again) advance(key, now);
    if (now >= next_check_) pass_time(now);
    if (mailbox_.stop_asked() && !stops_) begin_to_stop(now);
    if (now >= stop_by_) break;
  }
  while (!sessions_.empty()) {
    const auto first = sessions_.begin();
    first->second.connection().give_up();
    settle(first->first, first->second, std::chrono::steady_clock::now());
  }
}

int EventLoop::wait_time(Moment now) const {
  const Moment next = std::min(next_check_, stop_by_);
  if (!unfinished_.empty() || next <= now) return 0;
  if (next == Moment::max()) return -1;
  const auto wait = std::chrono::ceil<std::chrono::milliseconds>(next - now).count();
  return static_cast<int>(std::min<std::int64_t>(wait, std::numeric_limits<int>::max()));
}

void EventLoop::serve_event(Key key, std::uint32_t events, Moment now) {
  if (key == kListenerKey) return static_cast<void>(accept_clients(now));
  if (key == kMailboxKey) return take_mail(now);
  const auto found = sessions_.find(key);
  if (found == sessions_.end()) return;
  Session& session = found->second;
  if (events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
    session.channel().said_readable(events & EPOLLRDHUP);
  if (events & EPOLLOUT) session.channel().said_writable();
  // Nobody is there to read an answer.
  if (events & (EPOLLHUP | EPOLLERR)) session.connection().give_up();
  advance(key, now);
}

void EventLoop::take_mail(Moment now) {
  if (mailbox_.take_reload()) reload_tls();
  for (Done& done : mailbox_.collect()) {
    const auto found = sessions_.find(done.connection);
    if (found == sessions_.end()) continue;
    found->second.answer(std::move(done.reply), done.status, std::move(done.pattern), {}, now);
    advance(done.connection, now);
  }
}

void EventLoop::reload_tls() try {
  if (options_.tls) tls_ = std::make_unique<TlsIdentity>(*options_.tls);
} catch (const std::exception& exception) {
  if (options_.on_fault)
    options_.on_fault(std::string("the certificate stays as it was: ") + exception.what());
}

void EventLoop::watch(int descriptor, Key key, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = key;
  if (::epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, descriptor, &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

// Looks at all of them, but seldom: never twice within the resolution.
void EventLoop::pass_time(Moment now) {
  last_check_ = now;
  next_check_ = Moment::max();
  std::vector<Key> due;
  for (auto& [key, session] : sessions_) {
    const Moment deadline = session.connection().deadline();
    if (deadline <= now)
      due.push_back(key);
    else
      next_check_ = std::min(next_check_, std::max(deadline, now + options_.limits.resolution));
  }
  for (const Key key : due) {
    sessions_.at(key).pass_time(now);
    advance(key, now);
  }
  watch_listener();
}

void EventLoop::begin_to_stop(Moment now) {
  stops_ = true;
  stop_by_ = now + options_.limits.stop;
  while (accept_clients(now)) continue;
  listener_.close();
  listens_ = false;
  std::vector<Key> keys;
  for (const auto& [key, session] : sessions_) keys.push_back(key);
  for (const Key key : keys) {
    // What came and was not looked at yet was sent before the end.
    sessions_.at(key).channel().said_readable(false);
    advance(key, now);
    const auto found = sessions_.find(key);
    if (found == sessions_.end()) continue;
    found->second.finish_up(now);
    advance(key, now);
  }
}

}  // namespace rehearse::sync
