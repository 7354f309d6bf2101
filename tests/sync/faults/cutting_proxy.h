// Stands between clients and a server on this computer and hands on what they say, or some of it: connections
// are refused, cut after any byte in either direction, or slow.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <list>
#include <random>
#include <string>
#include <thread>

#include "core/base/descriptor.h"

namespace rehearse::test {

class CuttingProxy {
 public:
  /// Listens on a free port of 127.0.0.1. Nobody is behind it until set_target().
  explicit CuttingProxy(std::uint64_t seed);
  ~CuttingProxy();
  CuttingProxy(const CuttingProxy&) = delete;
  CuttingProxy& operator=(const CuttingProxy&) = delete;

  std::uint16_t port() const { return port_; }
  /// Where new connections lead to.
  void set_target(std::uint16_t port) { target_ = port; }
  enum class Manner { kFaithful, kCutting };
  void set_manner(Manner manner) { manner_ = manner; }

  std::size_t connections() const { return connections_; }
  /// How many it has refused or cut.
  std::size_t cuts() const { return cuts_; }

 private:
  using Moment = std::chrono::steady_clock::time_point;

  /// One direction: what was read and is not handed on yet, and after how many bytes it is cut.
  struct Flow {
    std::string waiting;
    std::size_t left = SIZE_MAX;
    bool has_ended = false;
  };
  struct Pair {
    Descriptor client, server;
    Flow up, down;
    std::chrono::milliseconds delay{0};
    Moment not_before{};
    bool is_over = false;
  };

  void run();
  void accept_one();
  void draw_fate(Pair& pair);
  void serve(Pair& pair, bool client_is_ready, bool server_is_ready, Moment now);
  bool take(Descriptor& from, Flow& flow);
  void hand_on(Pair& pair, Flow& flow, Descriptor& to);
  void cut(Pair& pair);
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::uint16_t port_ = 0;  // before the listener, which says it
  Descriptor listener_, bell_, bell_rope_;
  std::atomic<std::uint16_t> target_{0};
  std::atomic<Manner> manner_{Manner::kFaithful};
  std::atomic<std::size_t> connections_{0}, cuts_{0};
  std::mt19937_64 random_;  // of its thread
  std::list<Pair> pairs_;
  std::thread thread_;
};

}  // namespace rehearse::test
