#include "sync/server/limiter/limiter.h"

#include <doctest/doctest.h>

#include "sync/server/limiter/client_address.h"

namespace rehearse::sync {
namespace {

using std::chrono::seconds;

Request from(std::string peer, const std::string& forwarded = {}) {
  Request request;
  request.peer = std::move(peer);
  if (!forwarded.empty()) request.headers.push_back({"x-forwarded-for", forwarded});
  return request;
}

}  // namespace

TEST_SUITE("sync/server/limiter") {
  TEST_CASE("a bucket gives what it holds and then as much as comes back and says when") {
    TokenBuckets buckets({10, 1 / 60.0});
    Moment now{};
    for (int i = 0; i < 10; ++i) CHECK_FALSE(buckets.take("a", 1, now));
    CHECK(buckets.take("a", 1, now) == seconds{60});
    CHECK_FALSE(buckets.take("b", 1, now));
    now += seconds{59};
    CHECK(buckets.take("a", 1, now) == seconds{1});
    now += seconds{1};
    CHECK_FALSE(buckets.take("a", 1, now));
    CHECK(buckets.take("a", 1, now));
    now += std::chrono::hours{10};
    for (int i = 0; i < 10; ++i) CHECK_FALSE(buckets.take("a", 1, now));
    CHECK(buckets.take("a", 1, now));
  }

  TEST_CASE("who waits as long as he was told is served") {
    TokenBuckets buckets({500, 500 / 86'400.0});
    Moment now{};
    for (int i = 0; i < 300; ++i)
      if (const auto wait = buckets.take("a", 1 + i % 7, now)) {
        now += *wait;
        CHECK_FALSE(buckets.take("a", 1 + i % 7, now));
      }
  }

  TEST_CASE("memory is bounded and the key that was asked for longest ago is forgotten first") {
    TokenBuckets buckets({1, 0.001}, 100);
    const Moment now{};
    CHECK_FALSE(buckets.take("kept", 1, now));
    for (int i = 0; i < 10'000; ++i) {
      CHECK_FALSE(buckets.take("other" + std::to_string(i), 1, now));
      CHECK(buckets.take("kept", 1, now));
    }
    CHECK(buckets.keys() == 100);
    CHECK_FALSE(buckets.take("other0", 1, now));
  }

  TEST_CASE("a page of a long stream costs a fifth of a request") {
    Limiter limiter;
    Moment now{};
    int pages = 0;
    while (!limiter.request(1, now)) {
      limiter.was_page(1, now);
      ++pages;
    }
    CHECK(pages >= 290);
    CHECK(pages <= 310);
    CHECK_FALSE(limiter.request(2, now));
  }

  TEST_CASE("hostile 23: what a client says of its own address counts only from a listed proxy") {
    CHECK(client_address(from("192.0.2.7", "10.0.0.1"), {}) == "192.0.2.7");
    CHECK(client_address(from("192.0.2.7", "10.0.0.1"), {"127.0.0.1"}) == "192.0.2.7");
    CHECK(client_address(from("127.0.0.1", "192.0.2.9"), {"127.0.0.1"}) == "192.0.2.9");
    CHECK(client_address(from("127.0.0.1", "10.9.9.9, 192.0.2.9"), {"127.0.0.1"}) == "192.0.2.9");
    CHECK(client_address(from("127.0.0.1", "192.0.2.9, 10.0.0.2"), {"127.0.0.1", "10.0.0.2"}) == "192.0.2.9");
    CHECK(client_address(from("127.0.0.1", "192.0.2.9, nonsense"), {"127.0.0.1"}) == "127.0.0.1");
    CHECK(client_address(from("127.0.0.1", "2001:DB8::0:1"), {"127.0.0.1"}) == "2001:db8::1");
    CHECK(client_address(from("127.0.0.1", std::string(16'000, ',')), {"127.0.0.1"}) == "127.0.0.1");
    CHECK(client_address(from("127.0.0.1"), {"127.0.0.1"}) == "127.0.0.1");
  }

  TEST_CASE("addresses of one IPv6 household count as one and the log has no whole address") {
    CHECK(counted_address("2001:db8:1:2:3:4:5:6") == counted_address("2001:db8:1:2::9"));
    CHECK(counted_address("2001:db8:1:2::") != counted_address("2001:db8:1:3::"));
    CHECK(counted_address("192.0.2.7") != counted_address("192.0.2.8"));
    CHECK(truncated_address("192.0.2.7") == "192.0.2.0");
    CHECK(truncated_address("2001:db8:1:2:3:4:5:6") == "2001:db8:1::");
    CHECK(truncated_address("<script>").empty());
    for (const char* address : {"127.0.0.1", "127.9.9.9", "::1"}) CHECK(is_loopback(address));
    for (const char* address : {"128.0.0.1", "::2", "localhost", ""}) CHECK_FALSE(is_loopback(address));
  }
}

}  // namespace rehearse::sync
