#include "sync/server/front/event_loop.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <limits>
#include <system_error>
#include <utility>

namespace rehearse::sync {
namespace {

constexpr std::uint64_t kListenerKey = 0;
constexpr std::uint64_t kMailboxKey = 1;
constexpr std::uint64_t kFirstSessionKey = 2;
constexpr int kEventsAtOnce = 256;
constexpr int kAcceptedAtOnce = 256;
// Reads and writes for one client before the others have their turn.
constexpr int kStepsAtOnce = 8;

void watch(int epoll, int descriptor, std::uint64_t key, std::uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = key;
  if (::epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

}  // namespace

EventLoop::EventLoop(const FrontOptions& options, Listener& listener, Mailbox& mailbox, WorkerPool& workers,
                     CounterBoard& counters)
    : options_(options),
      listener_(listener),
      mailbox_(mailbox),
      workers_(workers),
      counters_(counters),
      tls_(options.tls ? std::make_unique<TlsIdentity>(*options.tls) : nullptr),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      next_key_(kFirstSessionKey) {
  if (!epoll_.is_open()) throw std::system_error(errno, std::generic_category(), "epoll_create1");
  std::random_device device;
  std::seed_seq seed{device(), device(), device(), device()};
  random_.seed(seed);
  watch(epoll_.number(), mailbox_.bell(), kMailboxKey, EPOLLIN);
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

bool EventLoop::accept_clients(Moment now) {
  for (int i = 0; i < kAcceptedAtOnce; ++i) {
    Listener::Accepted client = listener_.accept();
    if (client.out_of_descriptors) pause_listener();
    if (!client.socket.is_open()) return false;
    ++counters_.connections;
    if (sessions_.size() >= options_.limits.connections) {
      turn_away(std::move(client.socket));
      continue;
    }
    const Key key = next_key_++;
    const int socket = client.socket.number();
    sessions_.try_emplace(key, std::move(client.socket), tls_.get(), options_.limits, std::move(client.peer),
                          now);
    watch(epoll_.number(), socket, key, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
    counters_.connections_open = sessions_.size();
    advance(key, now);
  }
  return true;
}

// In words where the client can read them: before a handshake it could not.
void EventLoop::turn_away(Descriptor client) {
  ++counters_.refused[static_cast<std::size_t>(Refusal::kTooManyConnections)];
  if (tls_ != nullptr) return;
  const ReplyBytes reply =
      refusal_bytes(Refusal::kTooManyConnections, new_request_id(), {}, Connected::kClosed);
  const std::string bytes = reply.head + reply.body;
  ::send(client.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void EventLoop::watch_listener() {
  if (listens_ || !listener_.is_open()) return;
  watch(epoll_.number(), listener_.socket(), kListenerKey, EPOLLIN);
  listens_ = true;
}

// Until the next look at the deadlines: it would be reported again and again.
void EventLoop::pause_listener() {
  ::epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, listener_.socket(), nullptr);
  listens_ = false;
  next_check_ = std::min(next_check_, std::chrono::steady_clock::now() + options_.limits.resolution);
}

void EventLoop::advance(Key key, Moment now) {
  const auto found = sessions_.find(key);
  if (found == sessions_.end()) return;
  Session& session = found->second;
  bool moved = true;
  for (int step = 0; moved && step < kStepsAtOnce; ++step) {
    moved = session.read(now);
    moved = answer_what_is_due(key, session, now) || moved;
    moved = session.write(now) || moved;
    report_finished(session, now);
  }
  if (moved && !session.is_closed()) unfinished_.push_back(key);
  settle(key, session, now);
}

bool EventLoop::answer_what_is_due(Key key, Session& session, Moment now) {
  Connection& connection = session.connection();
  const bool is_read =
      connection.phase() == Connection::Phase::kHead || connection.phase() == Connection::Phase::kBody;
  if (is_read && connection.held_bytes() > options_.limits.head_bytes &&
      counters_.held_bytes > options_.limits.held_bytes / 2)
    connection.refuse(Refusal::kMemoryFull);
  if (const auto refusal = connection.take_refusal()) {
    session.begin_record(new_request_id(), {});
    refuse(session, *refusal, Connected::kClosed, now);
    return true;
  }
  auto whole = connection.take_request();
  if (!whole) return false;
  hand_over(key, session, std::move(*whole), now);
  return true;
}

void EventLoop::hand_over(Key key, Session& session, WholeRequest whole, Moment now) {
  ++counters_.requests;
  const Connected after = stops_ || !whole.head.keeps_connection ? Connected::kClosed : Connected::kKept;
  session.begin_record(new_request_id(), whole.head.method);
  if (workers_.is_full()) return refuse(session, Refusal::kQueueFull, after, now);
  if (counters_.held_bytes > options_.limits.held_bytes)
    return refuse(session, Refusal::kMemoryFull, after, now);
  Job job{key, {}, std::move(whole.head.target), after};
  job.request.id = session.request_id();
  job.request.method = std::move(whole.head.method);
  job.request.headers = std::move(whole.head.headers);
  job.request.body = std::move(whole.body);
  job.request.peer = session.peer();
  workers_.add(std::move(job));
}

void EventLoop::refuse(Session& session, Refusal refusal, Connected after, Moment now) {
  ++counters_.refused[static_cast<std::size_t>(refusal)];
  const RefusalTerms& terms = terms_of(refusal);
  session.answer(refusal_bytes(refusal, session.request_id(), session.request_method(), after), terms.status,
                 {}, terms.name, now);
}

void EventLoop::report_finished(Session& session, Moment now) {
  const auto finished = session.take_finished(now);
  if (finished && options_.on_request) options_.on_request(*finished);
}

// After every turn of a session: counts, its next deadline, its end.
void EventLoop::settle(Key key, Session& session, Moment now) {
  report_finished(session, now);
  const auto [totals, before] = session.take_totals();
  counters_.bytes_in += totals.bytes_in - before.bytes_in;
  counters_.bytes_out += totals.bytes_out - before.bytes_out;
  counters_.held_bytes += totals.held_bytes - before.held_bytes;
  const Moment deadline = session.connection().deadline();
  if (!session.is_closed()) {
    next_check_ = std::min(next_check_, std::max(deadline, last_check_ + options_.limits.resolution));
    return;
  }
  if (session.tls_failed()) ++counters_.tls_failures;
  sessions_.erase(key);
  counters_.connections_open = sessions_.size();
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

std::string EventLoop::new_request_id() {
  constexpr char kDigits[] = "0123456789abcdef";
  std::uint64_t number = random_();
  std::string id(16, '0');
  for (char& digit : id) {
    digit = kDigits[number % 16];
    number /= 16;
  }
  return id;
}

}  // namespace rehearse::sync
