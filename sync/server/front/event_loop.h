// One thread, all sockets: epoll, edge-triggered.
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <unordered_map>
#include <vector>

#include "sync/server/front/counters.h"
#include "sync/server/front/front.h"
#include "sync/server/front/listener.h"
#include "sync/server/front/mailbox.h"
#include "sync/server/front/session.h"
#include "sync/server/front/worker_pool.h"

namespace rehearse::sync {

class EventLoop {
 public:
  /// All of them have to outlive the loop.
  EventLoop(const FrontOptions& options, Listener& listener, Mailbox& mailbox, WorkerPool& workers,
            CounterBoard& counters);

  /// Until the mailbox is asked to stop, and then until what was begun is answered.
  void run();

 private:
  using Key = std::uint64_t;
  static constexpr Key kListenerKey = 0;
  static constexpr Key kMailboxKey = 1;
  static constexpr Key kFirstSessionKey = 2;

  void watch(int descriptor, Key key, std::uint32_t events);
  int wait_time(Moment now) const;
  void serve_event(Key key, std::uint32_t events, Moment now);
  void take_mail(Moment now);
  void reload_tls();

  /// False when no client waits any more.
  bool accept_clients(Moment now);
  void take_in(Listener::Accepted client, Moment now);
  void turn_away(Descriptor client);
  void watch_listener();
  void pause_listener();

  void advance(Key key, Moment now);
  bool answer_what_is_due(Key key, Session& session, Moment now);
  void hand_over(Key key, Session& session, WholeRequest whole, Moment now);
  void refuse(Session& session, Refusal refusal, Connected after, Moment now);
  void report_finished(Session& session, Moment now);
  void settle(Key key, Session& session, Moment now);

  void pass_time(Moment now);
  void begin_to_stop(Moment now);
  std::string new_request_id();

  const FrontOptions& options_;
  Listener& listener_;
  Mailbox& mailbox_;
  WorkerPool& workers_;
  CounterBoard& counters_;
  std::unique_ptr<TlsIdentity> tls_;
  Descriptor epoll_;
  std::unordered_map<Key, Session> sessions_;
  Key next_key_ = kFirstSessionKey;
  std::vector<Key> unfinished_;  // had more to do than fits one turn
  Moment last_check_{};
  Moment next_check_ = Moment::max();  // of the deadlines
  Moment stop_by_ = Moment::max();
  bool stops_ = false;
  bool listens_ = false;
  std::mt19937_64 random_;
};

}  // namespace rehearse::sync
