#include "sync/client/http_client.h"

#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <chrono>
#include <cstdio>
#include <future>
#include <memory>
#include <thread>

#include "sync/client/trouble.h"
#include "tests/scratch.h"
#include "tests/sync/front/certificate.h"
#include "tests/sync/front/running_front.h"

namespace rehearse::sync {
namespace {

using rehearse::test::RunningFront;
using rehearse::test::Scratch;

ServerAddress address_of(const std::string& text) { return *parse_server_address(text); }

ServerAddress plain(const RunningFront& front) {
  return address_of("http://127.0.0.1:" + std::to_string(front.port()));
}

HttpRequest get(std::string path) { return {"GET", std::move(path), "", "", ""}; }

NoReply reason(const std::variant<HttpReply, HttpFailure>& result) {
  REQUIRE(std::holds_alternative<HttpFailure>(result));
  return std::get<HttpFailure>(result).why;
}

std::string body(const std::variant<HttpReply, HttpFailure>& result) {
  REQUIRE_MESSAGE(std::holds_alternative<HttpReply>(result), std::get<HttpFailure>(result).detail);
  return std::get<HttpReply>(result).body;
}

Fingerprint fingerprint_in(const std::string& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pem(std::fopen(file.c_str(), "r"), std::fclose);
  const std::unique_ptr<X509, decltype(&X509_free)> certificate(
      PEM_read_X509(pem.get(), nullptr, nullptr, nullptr), X509_free);
  Fingerprint fingerprint{};
  unsigned size = 0;
  REQUIRE(X509_digest(certificate.get(), EVP_sha256(), fingerprint.data(), &size) == 1);
  return fingerprint;
}

/// A server with a certificate that no authority of this system has signed.
struct SafeServer {
  explicit SafeServer(const std::string& name = "localhost")
      : files(rehearse::test::make_certificate(scratch.folder(), "server", name)), front(options()) {}

  FrontOptions options() const {
    FrontOptions options;
    options.tls = files;
    return options;
  }
  ServerAddress address(const std::string& host = "localhost") const {
    return address_of("https://" + host + ":" + std::to_string(front.port()));
  }
  std::variant<HttpReply, HttpFailure> ping(const Trust& trust, const std::string& host = "localhost") const {
    return HttpClient(address(host), trust).send(get("/ping"));
  }

  Scratch scratch;
  TlsFiles files;
  RunningFront front;
};

}  // namespace

TEST_SUITE("sync/client/http_client") {
  TEST_CASE("several requests go over one connection and bodies come back whole") {
    RunningFront front;
    HttpClient client(plain(front), SystemAuthorities{});
    CHECK(body(client.send(get("/ping"))) == "pong");
    const std::string bytes(300'000, '\xff');
    CHECK(body(client.send({"POST", "/echo", "", "application/x-ops", bytes})) == bytes);
    const std::string shown = body(client.send({"GET", "/whoami", "rh1_token", "", ""}));
    CHECK(shown.find("authorization=Bearer rh1_token\n") != std::string::npos);
    CHECK(shown.find("user-agent=rehearse/") != std::string::npos);
    CHECK(front.front().counters().connections == 1);
  }

  TEST_CASE("a connection that the server has closed meanwhile is made anew") {
    FrontOptions options;
    options.limits.idle = std::chrono::milliseconds(10);
    RunningFront front(options);
    HttpClient client(plain(front), SystemAuthorities{});
    CHECK(body(client.send(get("/ping"))) == "pong");
    CHECK(front.await([](const FrontCounters& counters) { return counters.connections_open == 0; }));
    CHECK(body(client.send(get("/ping"))) == "pong");
  }

  TEST_CASE("a reply that is longer than may be is not taken") {
    RunningFront front;
    HttpLimits limits;
    limits.reply_bytes = 100'000;
    HttpClient client(plain(front), SystemAuthorities{}, limits);
    CHECK(body(client.send(get("/large?bytes=100000"))).size() == 100'000);
    CHECK(reason(client.send(get("/large?bytes=100001"))) == NoReply::kTooLarge);
    CHECK(body(client.send(get("/ping"))) == "pong");
  }

  TEST_CASE("nobody there is said to be nobody there") {
    std::uint16_t port = 0;
    {
      const RunningFront gone;
      port = gone.port();
    }
    HttpClient client(address_of("http://127.0.0.1:" + std::to_string(port)), SystemAuthorities{});
    const auto result = client.send(get("/ping"));
    CHECK(reason(result) == NoReply::kNoConnection);
    const Trouble trouble = trouble_of(std::get<HttpFailure>(result), client.server());
    CHECK(trouble.kind == TroubleKind::kNoReply);
    CHECK(trouble.words.english.find("127.0.0.1") != std::string::npos);
    CHECK_FALSE(trouble.words.chinese.empty());
  }

  TEST_CASE("a request that waits for its reply ends at once when another thread says so") {
    RunningFront front;
    HttpClient client(plain(front), SystemAuthorities{});
    std::variant<HttpReply, HttpFailure> result;
    std::thread asking([&] { result = client.send(get("/wait")); });
    front.await_waiting(1);
    client.stop();
    asking.join();
    front.let_go();
    CHECK(reason(result) == NoReply::kStopped);
    CHECK(reason(client.send(get("/ping"))) == NoReply::kStopped);
  }

  TEST_CASE("a look-up of the name that does not end keeps nobody who says stop") {
    auto looked_up = std::make_shared<std::promise<void>>();  // shared with a thread that outlives the test
    std::shared_future<void> never(looked_up->get_future());
    HttpClient client(address_of("http://localhost:9"), SystemAuthorities{}, {},
                      [never, looked_up](const std::string&) {
                        never.wait();
                        return Addresses();
                      });
    std::variant<HttpReply, HttpFailure> result;
    std::thread asking([&] { result = client.send(get("/ping")); });
    const auto stopped = std::chrono::steady_clock::now();
    client.stop();
    asking.join();
    CHECK(std::chrono::steady_clock::now() - stopped < std::chrono::seconds{2});
    CHECK(reason(result) == NoReply::kStopped);
    looked_up->set_value();
  }

  TEST_CASE("a look-up of the name that takes too long is told as no answer") {
    HttpLimits limits;
    limits.connect = std::chrono::seconds{1};
    auto looked_up = std::make_shared<std::promise<void>>();
    std::shared_future<void> never(looked_up->get_future());
    HttpClient client(address_of("http://localhost:9"), SystemAuthorities{}, limits,
                      [never, looked_up](const std::string&) {
                        never.wait();
                        return Addresses();
                      });
    CHECK(reason(client.send(get("/ping"))) == NoReply::kTooSlow);
    looked_up->set_value();
  }

  TEST_CASE("of several addresses behind a name the next is tried where one takes no connection") {
    RunningFront front;
    // Nobody listens at the first one.
    HttpClient client(address_of("http://localhost:" + std::to_string(front.port())), SystemAuthorities{}, {},
                      [](const std::string&) {
                        return Addresses{"127.0.0.2", "127.0.0.1"};
                      });
    CHECK(body(client.send(get("/ping"))) == "pong");
    HttpClient nobody(address_of("https://some.name"), SystemAuthorities{}, {},
                      [](const std::string&) { return Addresses(); });
    CHECK(reason(nobody.send(get("/ping"))) == NoReply::kNoConnection);
  }

  TEST_CASE("a certificate that nobody vouches for is not believed and its fingerprint is told") {
    SafeServer server;
    const auto result = server.ping(SystemAuthorities{});
    CHECK(reason(result) == NoReply::kUntrusted);
    CHECK(std::get<HttpFailure>(result).shown == fingerprint_in(server.files.certificate));
    const Trouble trouble = trouble_of(std::get<HttpFailure>(result), server.address());
    CHECK(trouble.words.english.find(to_text(fingerprint_in(server.files.certificate))) != std::string::npos);
    CHECK(server.front.front().counters().requests == 0);
  }

  TEST_CASE("a certificate is believed when a private authority vouches for it and for this name") {
    SafeServer server;
    const PrivateAuthority authority{server.files.certificate};
    CHECK(body(server.ping(authority)) == "pong");
    CHECK(reason(server.ping(authority, "127.0.0.1")) == NoReply::kUntrusted);
    CHECK(reason(server.ping(PrivateAuthority{(server.scratch / "absent.pem").string()})) ==
          NoReply::kUntrusted);
    const auto other = rehearse::test::make_certificate(server.scratch.folder(), "other", "localhost");
    CHECK(reason(server.ping(PrivateAuthority{other.certificate})) == NoReply::kUntrusted);
  }

  TEST_CASE("a pinned certificate is believed whatever its name and no other one is") {
    SafeServer server("somewhere else");
    Fingerprint pinned = fingerprint_in(server.files.certificate);
    CHECK(body(server.ping(pinned, "127.0.0.1")) == "pong");
    pinned[31] ^= 1;
    CHECK(reason(server.ping(pinned, "127.0.0.1")) == NoReply::kUntrusted);
  }

  TEST_CASE("https to a server without TLS and http to one with it both fail in words") {
    RunningFront front;
    HttpClient safe(address_of("https://127.0.0.1:" + std::to_string(front.port())), SystemAuthorities{});
    CHECK(reason(safe.send(get("/ping"))) == NoReply::kNoTls);
    SafeServer server;
    HttpClient open(address_of("http://127.0.0.1:" + std::to_string(server.front.port())),
                    SystemAuthorities{});
    const auto refused = open.send(get("/ping"));
    CHECK((!std::holds_alternative<HttpReply>(refused) || std::get<HttpReply>(refused).status >= 400));
  }
}

}  // namespace rehearse::sync
