// A front on a free port of 127.0.0.1 with a few handlers, running on a thread of its own.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "sync/server/front/front.h"
#include "tests/sync/front/client.h"

namespace rehearse::test {

/// Handlers:
///   GET /ping, POST /echo, GET /large?bytes=N, GET /throw, GET /split (a header of two lines), GET /whoami
///   (peer and headers) GET /v1/devices/{device}/names/{name} GET /wait   answers when let_go() is called
class RunningFront {
 public:
  explicit RunningFront(sync::FrontOptions options = {});
  ~RunningFront();

  sync::Front& front() { return *front_; }
  std::uint16_t port() const { return front_->port(); }
  Client client() const { return Client(port()); }

  /// Ends every GET /wait, those to come too.
  void let_go();
  /// When so many GET /wait have a worker each.
  void await_waiting(int count);

  /// Stops and waits for run() to return.
  void stop();

  /// The log so far.
  std::vector<sync::FinishedRequest> log() const;
  std::vector<std::string> faults() const;
  /// The log, once it has so many lines.
  std::vector<sync::FinishedRequest> await_log(std::size_t lines) const;
  /// When it holds, within the patience.
  bool await(const std::function<bool(const sync::FrontCounters&)>& holds) const;

 private:
  sync::Routes routes();

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::vector<sync::FinishedRequest> log_;
  std::vector<std::string> faults_;
  int waiting_ = 0;
  bool let_go_ = false;
  std::unique_ptr<sync::Front> front_;
  std::thread thread_;
};

/// What has to be true after everything a client can do: the next one is served at once, nothing of the last
/// one is left, and memory is where it was.
class Gate {
 public:
  explicit Gate(RunningFront& front);
  void check() const;

 private:
  RunningFront& front_;
  std::size_t held_before_;
};

}  // namespace rehearse::test
