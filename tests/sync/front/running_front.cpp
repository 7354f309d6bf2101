#include "tests/sync/front/running_front.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/sync/gate.h"

namespace rehearse::test {
namespace {

sync::Reply text(std::string body) { return {200, "text/plain", {}, std::move(body)}; }

std::string shown(const sync::Request& request) {
  std::string lines = "peer " + request.peer + "\n";
  for (const sync::Header& header : request.headers) lines += header.name + "=" + header.value + "\n";
  return lines;
}

}  // namespace

RunningFront::RunningFront(sync::FrontOptions options) {
  options.on_request = [this](const sync::FinishedRequest& request) {
    const std::lock_guard lock(mutex_);
    log_.push_back(request);
    changed_.notify_all();
  };
  options.on_fault = [this](const std::string& words) {
    const std::lock_guard lock(mutex_);
    faults_.push_back(words);
    changed_.notify_all();
  };
  front_ = std::make_unique<sync::Front>(std::move(options), routes());
  thread_ = std::thread([this] { front_->run(); });
}

RunningFront::~RunningFront() {
  let_go();
  stop();
}

sync::Routes RunningFront::routes() {
  const auto wait = [this](const sync::Request&) {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return let_go_; });
    --waiting_;
    return text("waited");
  };
  return {
      {"GET", "/ping", [](const sync::Request&) { return text("pong"); }},
      {"POST", "/echo", [](const sync::Request& request) { return text(request.body); }},
      {"GET", "/large",
       [](const sync::Request& request) {
         return text(std::string(std::stoul(request.query.at("bytes")), 'x'));
       }},
      {"GET", "/throw",
       [](const sync::Request&) -> sync::Reply { throw std::runtime_error("out of apples"); }},
      {"GET", "/split",
       [](const sync::Request&) {
         return sync::Reply{200, "", {{"A", "b\r\nC: d"}}, ""};
       }},
      {"GET", "/whoami", [](const sync::Request& request) { return text(shown(request)); }},
      {"GET", "/v1/devices/{device}/names/{name}",
       [](const sync::Request& request) {
         return text(request.parts.at("device") + "|" + request.parts.at("name"));
       }},
      {"DELETE", "/v1/devices/{device}/names/{name}",
       [](const sync::Request&) {
         return sync::Reply{204, "", {{"X-Gone", "yes"}}, ""};
       }},
      {"GET", "/wait", wait},
  };
}

void RunningFront::let_go() {
  const std::lock_guard lock(mutex_);
  let_go_ = true;
  changed_.notify_all();
}

void RunningFront::await_waiting(int count) {
  std::unique_lock lock(mutex_);
  REQUIRE(changed_.wait_for(lock, kPatience, [&] { return waiting_ == count; }));
}

void RunningFront::stop() {
  front_->stop();
  if (thread_.joinable()) thread_.join();
}

std::vector<sync::FinishedRequest> RunningFront::log() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

std::vector<std::string> RunningFront::faults() const {
  const std::lock_guard lock(mutex_);
  return faults_;
}

std::vector<sync::FinishedRequest> RunningFront::await_log(std::size_t lines) const {
  std::unique_lock lock(mutex_);
  CHECK(changed_.wait_for(lock, kPatience, [&] { return log_.size() >= lines; }));
  return log_;
}

bool RunningFront::await(const std::function<bool(const sync::FrontCounters&)>& holds) const {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  // Nothing tells of a counter; the pause is only between two looks.
  while (!holds(front_->counters()) && std::chrono::steady_clock::now() < end)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return holds(front_->counters());
}

Gate::Gate(RunningFront& front) : front_(front) {
  CHECK(front.client().get("/ping").has_value());
  held_before_ = held_memory();
}

void Gate::check() const {
  const auto began = std::chrono::steady_clock::now();
  const auto reply = front_.client().get("/ping");
  const auto took = std::chrono::steady_clock::now() - began;
  REQUIRE(reply.has_value());
  CHECK(reply->body == "pong");
  judge_next_request(took);
  CHECK(front_.await([](const sync::FrontCounters& counters) { return counters.connections_open == 0; }));
  CHECK(front_.front().counters().held_bytes == 0);
  CHECK(memory_comes_below(held_before_ + kMemoryGrowth));
}

}  // namespace rehearse::test
