#include "sync/server/front/front.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "tests/sync/front/running_front.h"

namespace rehearse::test {

TEST_SUITE("sync/server/front/front") {
  TEST_CASE("handlers are found by method and pattern and see the parts of the path") {
    RunningFront front;
    Client client = front.client();
    const auto reply = client.get("/v1/devices/4f1d/names/a%20b%2Bc?x=1");
    REQUIRE(reply);
    CHECK(reply->status == 200);
    CHECK(reply->body == "4f1d|a b+c");
    CHECK(client.post("/echo", "说 hello")->body == "说 hello");
    CHECK(client.post("/echo", "")->body.empty());
    CHECK(client.get("/large?bytes=70000")->body.size() == 70'000);
    // One connection did all of it.
    CHECK(front.front().counters().connections == 1);
  }

  TEST_CASE("a path without a handler is a problem and so is a method the path does not know") {
    RunningFront front;
    Client client = front.client();
    for (const char* path :
         {"/", "/nothing", "/v1/devices//names/a", "/v1/devices/a/b/names/c", "/pingx", "/PING"}) {
      CAPTURE(path);
      const auto reply = client.get(path);
      REQUIRE(reply);
      CHECK(reply->status == 404);
      CHECK(reply->headers.at("content-type") == "application/problem+json");
      CHECK(reply->body.find("\"urn:rehearse:problem:not-found\"") != std::string::npos);
      CHECK(reply->body.find("\"instance\":\"" + reply->headers.at("x-request-id") + "\"") !=
            std::string::npos);
    }
    const auto reply = client.post("/v1/devices/a/names/b", "x");
    REQUIRE(reply);
    CHECK(reply->status == 405);
    CHECK(reply->headers.at("allow") == "GET, DELETE");
    client.send("BREW /ping HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.reply()->status == 404);
  }

  TEST_CASE("HEAD has the headers of GET and no body and 204 has neither body nor length") {
    RunningFront front;
    Client client = front.client();
    client.send("HEAD /ping HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = client.reply("HEAD");
    REQUIRE(head);
    CHECK(head->headers.at("content-length") == "4");
    client.send("DELETE /v1/devices/a/names/b HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto gone = client.reply();
    REQUIRE(gone);
    CHECK(gone->status == 204);
    CHECK(gone->headers.at("x-gone") == "yes");
    CHECK(gone->headers.count("content-length") == 0);
    CHECK(client.get("/ping")->body == "pong");
  }

  TEST_CASE("a handler that throws is a problem for the client and a fault with words for us") {
    RunningFront front;
    Client client = front.client();
    const auto reply = client.get("/throw");
    REQUIRE(reply);
    CHECK(reply->status == 500);
    CHECK(reply->body.find("urn:rehearse:problem:internal") != std::string::npos);
    CHECK(reply->body.find("apples") == std::string::npos);
    CHECK(client.get("/ping")->body == "pong");
    REQUIRE(front.faults().size() == 1);
    CHECK(front.faults()[0] == "request " + reply->headers.at("x-request-id") + ": out of apples");
  }

  TEST_CASE("a reply whose header would be two lines is a fault of ours") {
    RunningFront front;
    const auto reply = front.client().get("/split");
    REQUIRE(reply);
    CHECK(reply->status == 500);
    CHECK(reply->headers.count("c") == 0);
    CHECK(front.faults().size() == 1);
  }

  TEST_CASE("a reply above the limit is a fault of ours") {
    sync::FrontOptions options;
    options.limits.reply_bytes = 1000;
    RunningFront front(std::move(options));
    Client client = front.client();
    CHECK(client.get("/large?bytes=1000")->status == 200);
    CHECK(client.get("/large?bytes=1001")->status == 500);
    CHECK(front.faults().size() == 1);
  }

  TEST_CASE("each request has an id of its own and one line in the log with the pattern and not the path") {
    RunningFront front;
    Client client = front.client();
    const std::string id = client.get("/v1/devices/secret/names/b?token=secret")->headers.at("x-request-id");
    CHECK(id.size() == 16);
    CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
    const std::string other = client.post("/echo", std::string(1000, 'x'))->headers.at("x-request-id");
    CHECK(id != other);
    client.send("nonsense\r\n\r\n");
    CHECK(client.reply()->status == 400);
    const auto log = front.await_log(3);
    CHECK(log[0].id == id);
    CHECK(log[0].method == "GET");
    CHECK(log[0].pattern == "/v1/devices/{device}/names/{name}");
    CHECK(log[0].status == 200);
    CHECK(log[0].peer == "127.0.0.1");
    CHECK(log[0].refusal.empty());
    CHECK(log[1].id == other);
    CHECK(log[1].bytes_in > 1000);
    CHECK(log[1].bytes_out > 1000);
    CHECK(log[2].refusal == "request-line");
    CHECK(log[2].status == 400);
    CHECK(log[2].method.empty());
  }

  TEST_CASE("a client that leaves before its answer is a line in the log") {
    RunningFront front;
    Client client = front.client();
    client.send(get_request("/wait"));
    front.await_waiting(1);
    client.reset();
    const auto log = front.await_log(1);
    CHECK(log[0].status == sync::kClientLeft);
    front.let_go();
    CHECK(front.client().get("/ping")->body == "pong");
  }

  TEST_CASE("counters tell what was done and what was refused") {
    RunningFront front;
    {
      Client client = front.client();
      CHECK(client.get("/ping"));
      CHECK(client.get("/ping"));
      CHECK(front.front().counters().connections_open == 1);
    }
    Client refused = front.client();
    refused.send("GET / HTTP/1.0\r\n\r\n");
    CHECK(refused.reply()->status == 505);
    // The bytes are counted after they are sent.
    const std::size_t fewest = 2 * get_request("/ping").size();
    CHECK(front.await([&](const sync::FrontCounters& counters) { return counters.bytes_in > fewest; }));
    const sync::FrontCounters counters = front.front().counters();
    CHECK(counters.connections == 2);
    CHECK(counters.requests == 2);
    CHECK(counters.bytes_out > 0);
    CHECK(counters.refused[static_cast<std::size_t>(sync::Refusal::kVersion)] == 1);
  }

  TEST_CASE("an address that is taken or is none is said in words") {
    RunningFront front;
    sync::FrontOptions options;
    options.port = front.port();
    const std::string words = "cannot listen on 127.0.0.1 port " + std::to_string(front.port()) + ": ";
    try {
      const sync::Front second(options, {});
      FAIL("two servers on one port");
    } catch (const std::runtime_error& error) {
      CHECK(std::string(error.what()).substr(0, words.size()) == words);
    }
    options.address = "example.org";
    CHECK_THROWS_AS(sync::Front(options, {}), std::runtime_error);
  }
}

}  // namespace rehearse::test
