// Clients that are slow, silent, many or gone. After each, the gate. Deadlines are short here instead of
// waited for.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/sync/front/running_front.h"

namespace rehearse::test {
namespace {

using namespace std::chrono_literals;

sync::FrontOptions impatient() {
  sync::FrontOptions options;
  options.limits.idle = 300ms;
  options.limits.head = 200ms;
  options.limits.body = 200ms;
  options.limits.write = 300ms;
  options.limits.linger = 100ms;
  options.limits.resolution = 10ms;
  return options;
}

std::uint64_t refused(const sync::FrontCounters& counters, sync::Refusal refusal) {
  return counters.refused[static_cast<std::size_t>(refusal)];
}

}  // namespace

TEST_SUITE("sync/server/front/hostile clients") {
  TEST_CASE("hostile 1 and 2: heads and bodies that drip in are ended by one deadline and hold nobody up") {
    RunningFront front(impatient());
    const Gate gate(front);
    std::vector<Client> drips;
    for (int i = 0; i < 32; ++i) {
      drips.push_back(front.client());
      const std::string whole = post_request("/echo", std::string(500'000, 'x'));
      drips.back().send(i % 2 == 0 ? whole.substr(0, 10) : whole.substr(0, 1000));
    }
    // While they drip others are served.
    int served = 0;
    while (refused(front.front().counters(), sync::Refusal::kHeadTooSlow) == 0) {
      for (Client& drip : drips) drip.send("x");
      REQUIRE(front.client().get("/ping"));
      ++served;
    }
    CHECK(served > 0);
    for (std::size_t i = 0; i < drips.size(); ++i) {
      const auto reply = drips[i].reply();
      REQUIRE(reply);
      CHECK(reply->status == 408);
    }
    drips.clear();
    CHECK(refused(front.front().counters(), sync::Refusal::kHeadTooSlow) == 16);
    CHECK(refused(front.front().counters(), sync::Refusal::kBodyTooSlow) == 16);
    gate.check();
  }

  TEST_CASE(
      "hostile 3 and 4: silent connections and those idle after a request are closed and hold nobody up") {
    sync::FrontOptions options = impatient();
    options.limits.idle = 1s;
    RunningFront front(options);
    const Gate gate(front);
    std::vector<Client> silent;
    // Both ends are files of this process, of which a system may allow 1024.
    for (int i = 0; i < 400; ++i) {
      silent.push_back(front.client());
      if (i % 2 == 0) REQUIRE(silent.back().get("/ping"));
    }
    // On a slow machine the first are closed before the last has come.
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.connections >= 401; }));
    CHECK(front.client().get("/ping")->body == "pong");
    for (Client& client : silent) CHECK(client.is_closed());
    gate.check();
  }

  TEST_CASE("a connection above the limit is told so and turned away") {
    sync::FrontOptions options;
    options.limits.connections = 3;
    RunningFront front(options);
    std::vector<Client> clients;
    for (int i = 0; i < 3; ++i) {
      clients.push_back(front.client());
      CHECK(clients.back().get("/ping"));
    }
    Client fourth = front.client();
    const auto reply = fourth.reply();
    REQUIRE(reply);
    CHECK(reply->status == 503);
    CHECK(reply->headers.at("retry-after") == "1");
    CHECK(fourth.is_closed());
    clients.pop_back();
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.connections_open == 2; }));
    CHECK(front.client().get("/ping")->body == "pong");
  }

  TEST_CASE("a request above the longest queue is told to come back and keeps its connection") {
    sync::FrontOptions options;
    options.workers = 1;
    options.limits.queued = 2;
    RunningFront front(options);
    std::vector<Client> waiting;
    for (int i = 0; i < 3; ++i) {
      waiting.push_back(front.client());
      waiting.back().send(get_request("/wait"));
      if (i == 0) front.await_waiting(1);
    }
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.requests == 3; }));
    Client late = front.client();
    const auto reply = late.get("/ping");
    REQUIRE(reply);
    CHECK(reply->status == 503);
    CHECK(reply->body.find("urn:rehearse:problem:busy") != std::string::npos);
    CHECK(reply->headers.count("connection") == 0);
    front.let_go();
    for (Client& client : waiting) CHECK(client.reply()->body == "waited");
    CHECK(late.get("/ping")->body == "pong");
  }

  TEST_CASE("when bodies hold half of the memory large ones are refused and small requests are served") {
    sync::FrontOptions options;
    options.limits.held_bytes = 1024 * 1024;
    RunningFront front(options);
    std::vector<Client> senders;
    for (int i = 0; i < 20; ++i) {
      senders.push_back(front.client());
      const std::string whole = post_request("/echo", std::string(100'000, 'x'));
      senders.back().send(whole.substr(0, whole.size() - 1));
    }
    CHECK(front.await([](const sync::FrontCounters& counters) {
      return refused(counters, sync::Refusal::kMemoryFull) >= 10;
    }));
    CHECK(front.front().counters().held_bytes < 1024 * 1024);
    CHECK(front.client().get("/ping")->body == "pong");
    CHECK(front.client().post("/echo", "small")->body == "small");
    senders.clear();
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.held_bytes == 0; }));
    CHECK(front.client().post("/echo", std::string(100'000, 'x'))->status == 200);
  }

  TEST_CASE("hostile 24: clients that never read their replies are dropped and hold nobody up") {
    RunningFront front(impatient());
    const Gate gate(front);
    std::vector<Client> deaf;
    for (int i = 0; i < 8; ++i) {
      deaf.push_back(front.client());
      CHECK(deaf.back().send(get_request("/large?bytes=16000000")));
    }
    CHECK(front.client().get("/ping")->body == "pong");
    // Some of it fits into the kernel, the rest never comes.
    for (const sync::FinishedRequest& request : front.await_log(10))
      if (request.pattern == "/large") CHECK(request.status == sync::kClientLeft);
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.connections_open == 0; }));
    deaf.clear();
    gate.check();
  }

  TEST_CASE("hostile 25: 5000 resets in mid-body leave no connection and no memory") {
    RunningFront front;
    const Gate gate(front);
    const std::string whole = post_request("/echo", std::string(50'000, 'x'));
    const std::string half = whole.substr(0, whole.size() / 2);
    for (int i = 0; i < 5000; ++i) {
      Client client = front.client();
      client.send(half);
      client.reset();
    }
    // They may still wait to be accepted.
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.connections >= 5001; }));
    gate.check();
  }

  TEST_CASE("a client that stops sending after its request is answered before it is closed") {
    RunningFront front;
    Client client = front.client();
    client.send(get_request("/wait"));
    client.finish();
    front.await_waiting(1);
    front.let_go();
    CHECK(client.reply()->body == "waited");
    CHECK(client.is_closed());
  }
}

}  // namespace rehearse::test
