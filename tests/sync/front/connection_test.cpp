#include "sync/server/front/connection.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/laws.h"
#include "tests/sync/front/client.h"

namespace rehearse::sync {
namespace {

using Phase = Connection::Phase;
using namespace std::chrono_literals;

/// A connection and a clock that only moves when told to.
struct Line {
  FrontLimits limits;
  Moment now{};
  Connection connection{limits, limits.idle, now};

  void receive(std::string_view bytes) { connection.receive(bytes, now); }
  void pass(std::chrono::milliseconds time) {
    now += time;
    connection.pass_time(now);
  }
  void answer(const std::string& words, Connected after = Connected::kKept) {
    connection.answer({words, "", after == Connected::kClosed}, now);
  }
  /// What is to be sent, all of it.
  std::string send() {
    const auto pieces = connection.unsent();
    std::string all = std::string(pieces[0]) + std::string(pieces[1]);
    connection.sent(all.size(), now);
    return all;
  }
};

using test::get_request;
using test::post_request;

}  // namespace

TEST_SUITE("sync/server/front/connection") {
  TEST_CASE("a request with its body comes out whole and the next one follows its reply") {
    Line line;
    line.receive(post_request("/echo", "hello"));
    CHECK(line.connection.phase() == Phase::kAnswering);
    CHECK_FALSE(line.connection.wants_bytes());
    const auto request = line.connection.take_request();
    REQUIRE(request);
    CHECK(request->body == "hello");
    CHECK_FALSE(line.connection.take_request());
    line.answer("reply");
    CHECK(line.send() == "reply");
    CHECK(line.connection.phase() == Phase::kIdle);
    CHECK(line.connection.wants_bytes());
  }

  TEST_CASE("requests sent ahead are answered one after the other") {
    Line line;
    line.receive(get_request("/1") + post_request("/2", "body") + get_request("/3"));
    for (const char* target : {"/1", "/2", "/3"}) {
      const auto request = line.connection.take_request();
      REQUIRE(request);
      CHECK(request->head.target == target);
      CHECK_FALSE(line.connection.take_request());
      line.answer(target);
      CHECK(line.send() == target);
    }
    CHECK(line.connection.phase() == Phase::kIdle);
  }

  TEST_CASE("however the bytes are cut the requests are the same") {
    const std::string bytes = get_request("/1") +
                              post_request("/2", "some body", "Expect: 100-continue\r\n") +
                              post_request("/3", "");
    test::check_law([&] {
      Line line;
      std::vector<std::string> seen;
      std::string_view rest = bytes;
      while (!rest.empty() || line.connection.phase() == Phase::kAnswering) {
        if (const auto request = line.connection.take_request()) {
          seen.push_back(request->head.target + request->body);
          line.answer("reply");
          line.send();
          continue;
        }
        const auto size = *rc::gen::inRange<std::size_t>(1, 40);
        line.receive(rest.substr(0, size));
        rest.remove_prefix(std::min(size, rest.size()));
      }
      const std::vector<std::string> expected = {"/1", "/2some body", "/3"};
      RC_ASSERT(seen == expected);
    });
  }

  TEST_CASE("a head is due 5 seconds after its first byte whatever drips in") {
    Line line;
    line.pass(14s);
    for (const char letter : {'G', 'E', 'T', ' '}) {
      line.receive(std::string(1, letter));
      line.pass(1s);
      CHECK(line.connection.phase() == Phase::kHead);
    }
    line.receive("/");
    line.pass(1s);
    CHECK(line.connection.take_refusal() == Refusal::kHeadTooSlow);
  }

  TEST_CASE("a body is due 30 seconds after its head") {
    Line line;
    const std::string bytes = post_request("/echo", std::string(100, 'x'));
    line.receive(bytes.substr(0, bytes.size() - 100));
    for (int i = 0; i < 29; ++i) {
      line.receive("x");
      line.pass(1s);
    }
    CHECK(line.connection.phase() == Phase::kBody);
    line.pass(1s);
    CHECK(line.connection.take_refusal() == Refusal::kBodyTooSlow);
  }

  TEST_CASE("a quiet connection closes without a word after 15 seconds and so does one between requests") {
    Line line;
    line.receive(get_request("/"));
    CHECK(line.connection.take_request());
    line.pass(10min);
    CHECK(line.connection.phase() == Phase::kAnswering);
    line.answer("reply");
    line.send();
    line.pass(14'999ms);
    CHECK(line.connection.phase() == Phase::kIdle);
    line.pass(1ms);
    CHECK(line.connection.phase() == Phase::kClosed);
  }

  TEST_CASE("a reply has 10 seconds to be read") {
    Line line;
    line.receive(get_request("/"));
    CHECK(line.connection.take_request());
    line.answer("a long reply");
    for (int i = 0; i < 9; ++i) {
      line.connection.sent(1, line.now);
      line.pass(1s);
    }
    CHECK(line.connection.phase() == Phase::kWriting);
    line.pass(1s);
    CHECK(line.connection.phase() == Phase::kClosed);
  }

  TEST_CASE("a client that asks first is told to go on and one whose body is too large is not") {
    Line line;
    const std::string bytes = post_request("/echo", "hello", "Expect: 100-continue\r\n");
    line.receive(bytes.substr(0, bytes.size() - 5));
    CHECK(line.send() == kContinue);
    CHECK(line.connection.phase() == Phase::kBody);
    line.receive("hello");
    CHECK(line.connection.take_request());

    Line refused;
    refused.receive("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1048577\r\n\r\n");
    CHECK(refused.connection.take_refusal() == Refusal::kBodyTooLarge);
    CHECK(refused.send().empty());
  }

  TEST_CASE("after a refusal the connection lingers until the client closes or a second is over") {
    Line line;
    line.receive("nonsense\r\n");
    CHECK(line.connection.take_refusal() == Refusal::kRequestLine);
    line.answer("no", Connected::kClosed);
    CHECK(line.send() == "no");
    CHECK(line.connection.phase() == Phase::kLingering);
    line.receive(get_request("/"));
    CHECK_FALSE(line.connection.take_request());
    line.pass(1s);
    CHECK(line.connection.phase() == Phase::kClosed);
  }

  TEST_CASE("a client that has finished sending still gets its reply") {
    Line line;
    line.receive(get_request("/"));
    line.connection.peer_finished();
    CHECK(line.connection.take_request());
    line.answer("reply");
    CHECK(line.send() == "reply");
    CHECK(line.connection.phase() == Phase::kLingering);

    Line cut;
    cut.receive("GET /");
    cut.connection.peer_finished();
    CHECK(cut.connection.phase() == Phase::kClosed);
  }

  TEST_CASE("what a connection holds grows with what it is sent and is given back") {
    Line line;
    const std::size_t before = line.connection.held_bytes();
    line.receive(post_request("/echo", std::string(100'000, 'x')));
    CHECK(line.connection.held_bytes() >= 100'000);
    auto request = line.connection.take_request();
    CHECK(line.connection.held_bytes() >= 100'000);
    line.connection.answer({"head", std::string(200'000, 'x'), false}, line.now);
    CHECK(line.connection.held_bytes() >= 200'000);
    line.send();
    CHECK(line.connection.held_bytes() == before);
  }
}

}  // namespace rehearse::sync
