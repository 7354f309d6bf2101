#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "tests/sync/front/running_front.h"

namespace rehearse::test {
namespace {

sync::Front* to_stop = nullptr;

}  // namespace

TEST_SUITE("sync/server/front/stop") {
  TEST_CASE("what was accepted is answered before the server stops") {
    sync::FrontOptions options;
    options.workers = 2;
    RunningFront front(options);
    std::vector<Client> clients;
    Client idle = front.client();
    REQUIRE(idle.get("/ping"));
    for (int i = 0; i < 12; ++i) {
      clients.push_back(front.client());
      REQUIRE(clients.back().send(get_request("/wait")));
    }
    front.await_waiting(2);
    // These have come no further than the kernel, perhaps.
    for (int i = 0; i < 12; ++i) {
      clients.push_back(front.client());
      REQUIRE(clients.back().send(post_request("/echo", "late")));
    }
    front.front().stop();
    CHECK(idle.is_closed());
    front.let_go();
    for (std::size_t i = 0; i < clients.size(); ++i) {
      const auto reply = clients[i].reply();
      REQUIRE(reply);
      CHECK(reply->body == (i < 12 ? "waited" : "late"));
    }
    front.stop();
    CHECK(front.log().size() == 25);
    CHECK(front.front().counters().connections_open == 0);
    // The port is free again.
    CHECK_FALSE(Client(front.port()).get("/ping"));
  }

  TEST_CASE("a large reply is sent to its end before the server stops") {
    RunningFront front;
    Client client = front.client();
    REQUIRE(client.send(get_request("/large?bytes=16000000")));
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.bytes_out > 0; }));
    front.front().stop();
    const auto reply = client.reply();
    REQUIRE(reply);
    CHECK(reply->body.size() == 16'000'000);
    front.stop();
  }

  TEST_CASE("a client that does not end cannot keep the server from stopping") {
    sync::FrontOptions options;
    options.limits.stop = std::chrono::milliseconds(100);
    RunningFront front(options);
    Client slow = front.client();
    slow.send("GET /ping HT");
    Client deaf = front.client();
    deaf.send(get_request("/large?bytes=16000000"));
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.bytes_out > 0; }));
    const auto began = std::chrono::steady_clock::now();
    front.stop();
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
  }

  TEST_CASE("stop works from a signal and before the server runs and twice") {
    {
      RunningFront front;
      to_stop = &front.front();
      const auto before = std::signal(SIGUSR1, [](int) { to_stop->stop(); });
      std::raise(SIGUSR1);
      std::signal(SIGUSR1, before);
      front.stop();
    }
    sync::Front front({}, {});
    front.stop();
    front.run();
    CHECK(front.counters().requests == 0);
  }
}

}  // namespace rehearse::test
