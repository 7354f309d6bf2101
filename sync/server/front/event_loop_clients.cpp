// The loop's clients: taken in, served, let go.
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "sync/server/front/event_loop.h"

namespace rehearse::sync {
namespace {

constexpr int kAcceptedAtOnce = 256;
// Reads and writes for one client before the others have their turn.
constexpr int kStepsAtOnce = 8;

}  // namespace

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
    watch(socket, key, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
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
  watch(listener_.socket(), kListenerKey, EPOLLIN);
  listens_ = true;
}

// Until the next look at the deadlines: it would be reported again and again.
void EventLoop::pause_listener() {
  if (listens_) ::epoll_ctl(epoll_.number(), EPOLL_CTL_DEL, listener_.socket(), nullptr);
  listens_ = false;
  next_check_ = std::min(next_check_, std::chrono::steady_clock::now() + options_.limits.resolution);
}

void EventLoop::advance(Key key, Moment now) {
  const auto found = sessions_.find(key);
  if (found == sessions_.end()) return;
  Session& session = found->second;
  bool moved = true;
  try {
    for (int step = 0; moved && step < kStepsAtOnce; ++step) {
      moved = session.read(now);
      moved = answer_what_is_due(key, session, now) || moved;
      moved = session.write(now) || moved;
      report_finished(session, now);
    }
  } catch (const std::bad_alloc&) {  // the others go on
    session.connection().give_up();
    if (options_.on_fault) options_.on_fault("no memory for a client's request");
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
  session.answer(refusal_bytes(refusal, session.request_id(), session.request_method(), after),
                 status_of(problem_of(refusal)), {}, name_of(refusal), now);
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
