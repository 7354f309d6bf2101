// Bytes no honest client sends. After each, the gate: the next client is served and nothing is left.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/sync/front/running_front.h"

namespace rehearse::test {
namespace {

/// Sends the bytes as they are and gives the status of the reply; the connection is closed after it.
int status_of(RunningFront& front, const std::string& bytes) {
  Client client = front.client();
  client.send(bytes);
  const auto reply = client.reply();
  CHECK(client.is_closed());
  if (!reply) return 0;
  CHECK(reply->headers.at("content-type") == "application/problem+json");
  CHECK(reply->headers.at("connection") == "close");
  return reply->status;
}

std::string post_with(const std::string& headers) {
  return "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-ops\r\n" + headers + "\r\n";
}

/// Sends `start`, then `piece` again and again until the server has had enough. How many bytes it took to.
std::size_t bytes_until_closed(Client& client, const std::string& start, const std::string& piece) {
  std::size_t sent = start.size();
  constexpr std::size_t kEnough = 64 * 1024 * 1024;
  for (bool open = client.send(start); open && sent < kEnough; sent += piece.size())
    open = client.send(piece);
  return sent;
}

}  // namespace

TEST_SUITE("sync/server/front/hostile bytes") {
  TEST_CASE("hostile 7 and 8: lines without an end are refused at 16 KiB") {
    RunningFront front;
    const Gate gate(front);
    CHECK(status_of(front, "GET /ping HTTP/1.1\r\nHost: a\r\nA: " + std::string(16 * 1024, 'b')) == 431);
    CHECK(status_of(front, "GET /" + std::string(16 * 1024, 'b')) == 431);
    for (const char* start : {"GET /", "GET /ping HTTP/1.1\r\nA: "}) {
      Client client = front.client();
      CHECK(bytes_until_closed(client, start, std::string(4096, 'b')) < 32 * 1024 * 1024);
    }
    gate.check();
  }

  TEST_CASE("hostile 9: headers without an end are refused at 100") {
    RunningFront front;
    const Gate gate(front);
    std::string headers;
    for (int i = 0; i < 101; ++i) headers += "A: b\r\n";
    CHECK(status_of(front, "GET /ping HTTP/1.1\r\n" + headers) == 431);
    Client client = front.client();
    CHECK(bytes_until_closed(client, "GET /ping HTTP/1.1\r\n", headers) < 32 * 1024 * 1024);
    gate.check();
  }

  TEST_CASE("hostile 10: a path of 10 KB is too long and one within the limit reaches the router") {
    RunningFront front;
    const Gate gate(front);
    CHECK(status_of(front, get_request("/" + std::string(10'000, 'a'))) == 414);
    Client client = front.client();
    const std::string name(sync::FrontLimits().target_bytes - std::string("/v1/devices//names/b").size(),
                           'a');
    CHECK(client.get("/v1/devices/" + name + "/names/b")->body == name + "|b");
    CHECK(client.get("/v1/devices/" + name + "/names/bc")->status == 414);
    CHECK(client.is_closed());
    gate.check();
  }

  TEST_CASE("hostile 11 and 12: chunks are refused with their first header whatever their sizes say") {
    RunningFront front;
    const Gate gate(front);
    for (const char* chunks : {"5\r\nhello\r\n0\r\n\r\n", "-1\r\n", "ffffffffffffffff\r\n", "zz\r\n", ""})
      CHECK(status_of(front, post_with("Transfer-Encoding: chunked\r\n") + chunks) == 411);
    Client client = front.client();
    const std::string chunk = "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
    CHECK(bytes_until_closed(client, post_with("Transfer-Encoding: chunked\r\n"), chunk) < 32 * 1024 * 1024);
    gate.check();
  }

  TEST_CASE("hostile 13: a body without a length is refused") {
    RunningFront front;
    const Gate gate(front);
    CHECK(status_of(front, post_with("") + "body") == 411);
    Client client = front.client();
    CHECK(bytes_until_closed(client, post_with(""), std::string(4096, 'x')) < 32 * 1024 * 1024);
    gate.check();
  }

  TEST_CASE("hostile 14 and 15: a length that is not one is refused and so is one beside a coding") {
    RunningFront front;
    const Gate gate(front);
    for (const char* length : {"1000000000", "1048577", "18446744073709551615", "99999999999999999999"})
      CHECK(status_of(front, post_with("Content-Length: " + std::string(length) + "\r\n")) == 413);
    for (const char* length : {"-1", "abc", "", "5 5", "+5", "0x5", "5\r\nContent-Length: 5"})
      CHECK(status_of(front, post_with("Content-Length: " + std::string(length) + "\r\n") + "hello") == 400);
    CHECK(status_of(front, post_with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n") ==
          411);
    CHECK(status_of(front, post_with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n") ==
          411);
    gate.check();
  }

  TEST_CASE("hostile 16: packed bodies are refused unopened") {
    RunningFront front;
    const Gate gate(front);
    for (const char* coding : {"gzip", "br", "deflate", "zstd", "identity", "gzip, gzip"})
      CHECK(status_of(front,
                      post_with("Content-Length: 5\r\nContent-Encoding: " + std::string(coding) + "\r\n") +
                          "\x1f\x8b\x08zz") == 415);
    gate.check();
  }

  TEST_CASE("hostile 18: ranges are refused however many") {
    RunningFront front;
    const Gate gate(front);
    std::string ranges = "0-";
    for (int i = 0; i < 2500; ++i) ranges += ",0-";
    CHECK(status_of(front, get_request("/large?bytes=1000000", "Range: bytes=" + ranges + "\r\n")) == 400);
    CHECK(status_of(front, get_request("/ping", "Range: bytes=0-1\r\n")) == 400);
    gate.check();
  }

  TEST_CASE("hostile 19: other line ends and zeros and broken percent signs and other versions are refused") {
    RunningFront front;
    const Gate gate(front);
    CHECK(status_of(front, "GET /ping HTTP/1.1\nHost: a\n\n") == 400);
    CHECK(status_of(front, "GET /ping HTTP/1.1\r\nHost: a\n\r\n") == 400);
    CHECK(status_of(front, std::string("GET /pi\0ng HTTP/1.1\r\n", 21)) == 400);
    CHECK(status_of(front, std::string("GET /ping HTTP/1.1\r\nHost: a\0b\r\n", 31)) == 400);
    for (const char* path : {"/%", "/%4", "/%zz", "/%00"}) CHECK(status_of(front, get_request(path)) == 400);
    CHECK(status_of(front, "GET /ping\r\n") == 505);
    CHECK(status_of(front, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == 505);
    CHECK(status_of(front, "GET /ping HTTP/1.0\r\nHost: a\r\n\r\n") == 505);
    CHECK(status_of(front, "\r\n\r\n") == 400);
    gate.check();
  }

  TEST_CASE("hostile 20: 50 requests sent ahead are answered in their order") {
    RunningFront front;
    const Gate gate(front);
    Client client = front.client();
    std::string bytes;
    for (int i = 0; i < 50; ++i) bytes += post_request("/echo", std::to_string(i));
    CHECK(client.send(bytes));
    for (int i = 0; i < 50; ++i) {
      const auto reply = client.reply();
      REQUIRE(reply);
      CHECK(reply->body == std::to_string(i));
    }
    client.finish();
    CHECK(client.is_closed());
    gate.check();
  }

  TEST_CASE("hostile 21: a client that asks whether to go on is told to and other expectations are refused") {
    RunningFront front;
    const Gate gate(front);
    Client client = front.client();
    CHECK(client.send(post_with("Content-Length: 5\r\nExpect: 100-continue\r\n")));
    CHECK(client.receive() == "HTTP/1.1 100 Continue\r\n\r\n");
    CHECK(client.send("hello"));
    CHECK(client.reply()->body == "hello");
    client.finish();
    CHECK(client.is_closed());
    CHECK(status_of(front, post_with("Content-Length: 5\r\nExpect: 200-ok\r\n")) == 417);
    CHECK(status_of(front, post_with("Content-Length: 1048577\r\nExpect: 100-continue\r\n")) == 413);
    gate.check();
  }

  TEST_CASE("hostile 22: forms and multipart bodies are bytes like any others") {
    RunningFront front;
    const Gate gate(front);
    for (const char* type : {"multipart/form-data", "multipart/form-data; boundary=",
                             "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"}) {
      Client client = front.client();
      const std::string body = "--x\r\n&a=%%%" + std::string(20'000, 'x');
      CHECK(client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: " + std::string(type) +
                        "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body));
      const auto reply = client.reply();
      REQUIRE(reply);
      CHECK(reply->body == body);
    }
    gate.check();
  }

  TEST_CASE(
      "hostile 23: no header says where a request comes from and header values stay as they were sent") {
    RunningFront front;
    const Gate gate(front);
    const auto reply = front.client().get(
        "/whoami",
        "REMOTE_ADDR: 10.0.0.1\r\nX-Forwarded-For: 10.0.0.2\r\nForwarded: for=10.0.0.3\r\nA: %0d%0aB: c\r\n");
    REQUIRE(reply);
    CHECK(reply->body.find("peer 127.0.0.1\n") == 0);
    CHECK(reply->body.find("\na=%0d%0aB: c\n") != std::string::npos);
    CHECK(front.await_log(2).back().peer == "127.0.0.1");
    gate.check();
  }
}

}  // namespace rehearse::test
