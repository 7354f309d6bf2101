#include <doctest/doctest.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/scratch.h"
#include "tests/sync/front/certificate.h"
#include "tests/sync/front/running_front.h"

namespace rehearse::test {
namespace {

/// A client inside TLS, which trusts anyone.
class TlsClient : public Client {
 public:
  explicit TlsClient(std::uint16_t port, int highest_version = TLS1_3_VERSION)
      : Client(port), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
    SSL_CTX_set_max_proto_version(context_.get(), highest_version);
    // Whether the old version is refused is the server's matter alone.
    SSL_CTX_set_security_level(context_.get(), 0);
    session_.reset(SSL_new(context_.get()));
    SSL_set_fd(session_.get(), socket());
    shakes_hands_ = SSL_connect(session_.get()) == 1;
  }

  bool shakes_hands() const { return shakes_hands_; }
  std::string server_name() const {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(session_.get()),
                                                                  X509_free);
    std::array<char, 100> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name.data(),
                              name.size());
    return name.data();
  }

  bool send(std::string_view bytes) override {
    return bytes.empty() || SSL_write(session_.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
  }
  std::string receive() override {
    std::array<char, 16 * 1024> buffer;
    const int size = SSL_read(session_.get(), buffer.data(), static_cast<int>(buffer.size()));
    if (size > 0) return std::string(buffer.data(), static_cast<std::size_t>(size));
    ended_ = true;
    said_goodbye_ = SSL_get_error(session_.get(), size) == SSL_ERROR_ZERO_RETURN;
    return {};
  }
  bool said_goodbye() const { return said_goodbye_; }

 private:
  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::unique_ptr<SSL, decltype(&SSL_free)> session_{nullptr, SSL_free};
  bool shakes_hands_ = false;
  bool said_goodbye_ = false;
};

struct Secured {
  Scratch scratch;
  sync::TlsFiles files = make_certificate(scratch.folder(), "server", "first");
  sync::FrontOptions options(std::chrono::milliseconds head = std::chrono::seconds(5)) const {
    sync::FrontOptions result;
    result.tls = files;
    result.limits.head = head;
    result.limits.resolution = std::chrono::milliseconds(10);
    return result;
  }
};

}  // namespace

TEST_SUITE("sync/server/front/tls") {
  TEST_CASE("requests and large bodies both ways go through TLS 1.2 and 1.3") {
    const Secured secured;
    RunningFront front(secured.options());
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
      TlsClient client(front.port(), version);
      REQUIRE(client.shakes_hands());
      CHECK(client.server_name() == "first");
      CHECK(client.get("/ping")->body == "pong");
      const std::string body(1024 * 1024, 'x');
      CHECK(client.post("/echo", body)->body == body);
      CHECK(client.get("/large?bytes=16000000")->body.size() == 16'000'000);
      CHECK(client.get("/ping", "Connection: close\r\n")->headers.at("connection") == "close");
      CHECK(client.is_closed());
      CHECK(client.said_goodbye());
    }
    CHECK(front.front().counters().tls_failures == 0);
  }

  TEST_CASE("TLS 1.1 is refused") {
    const Secured secured;
    RunningFront front(secured.options());
    CHECK_FALSE(TlsClient(front.port(), TLS1_1_VERSION).shakes_hands());
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.tls_failures == 1; }));
  }

  TEST_CASE("hostile 5: half handshakes are closed by their deadline and hold nobody up") {
    const Secured secured;
    RunningFront front(secured.options(std::chrono::milliseconds(500)));
    std::vector<Client> half;
    for (int i = 0; i < 200; ++i) {
      half.push_back(front.client());
      // A record of a handshake, of which less comes than it says.
      half.back().send(
          std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11).substr(0, i % 2 == 0 ? 1 : 11));
    }
    CHECK(TlsClient(front.port()).get("/ping")->body == "pong");
    for (Client& client : half) CHECK(client.is_closed());
    CHECK(TlsClient(front.port()).get("/ping")->body == "pong");
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.connections_open == 0; }));
    CHECK(front.front().counters().held_bytes == 0);
  }

  TEST_CASE("hostile 6: plain HTTP on the TLS port and TLS on the plain port are refused in words") {
    const Secured secured;
    RunningFront front(secured.options());
    Client plain = front.client();
    const auto reply = plain.get("/ping");
    REQUIRE(reply);
    CHECK(reply->status == 400);
    CHECK(reply->body.find("this port speaks TLS") != std::string::npos);
    CHECK(plain.is_closed());
    CHECK(TlsClient(front.port()).get("/ping")->body == "pong");

    RunningFront open;
    const Gate gate(open);
    CHECK_FALSE(TlsClient(open.port()).shakes_hands());
    Client hello = open.client();
    hello.send(std::string("\x16\x03\x01\x02\x00\x01", 6));
    const auto words = hello.reply();
    REQUIRE(words);
    CHECK(words->body.find("this port speaks plain HTTP") != std::string::npos);
    CHECK(hello.is_closed());
    hello.finish();
    gate.check();
  }

  TEST_CASE("rubbish inside TLS ends the connection and no other") {
    const Secured secured;
    RunningFront front(secured.options());
    Client broken = front.client();
    broken.send(std::string("\x16\x03\x01\x00\x05xxxxx", 10));
    CHECK(broken.is_closed());
    CHECK(front.await([](const sync::FrontCounters& counters) { return counters.tls_failures == 1; }));
    CHECK(TlsClient(front.port()).get("/ping")->body == "pong");
  }

  TEST_CASE("a new certificate is used for new connections and the old ones live on") {
    const Secured secured;
    RunningFront front(secured.options());
    TlsClient old(front.port());
    REQUIRE(old.get("/ping"));
    make_certificate(secured.scratch.folder(), "server", "second");
    front.front().reload_tls();
    std::string name;
    for (const auto end = std::chrono::steady_clock::now() + kPatience;
         name != "second" && std::chrono::steady_clock::now() < end;)
      name = TlsClient(front.port()).server_name();
    CHECK(name == "second");
    CHECK(old.get("/ping")->body == "pong");
    CHECK(front.faults().empty());
  }

  TEST_CASE("a certificate that cannot be read is said at the start and changes nothing later") {
    const Secured secured;
    RunningFront front(secured.options());
    std::ofstream(secured.files.certificate) << "not a certificate";
    front.front().reload_tls();
    CHECK(front.await([&](const sync::FrontCounters&) { return front.faults().size() == 1; }));
    CHECK(front.faults()[0].find("the certificate stays as it was: no certificate could be read from ") == 0);
    CHECK(TlsClient(front.port()).server_name() == "first");
    CHECK_THROWS_AS(sync::Front(secured.options(), {}), std::runtime_error);
    const sync::TlsFiles other = make_certificate(secured.scratch.folder(), "other", "other");
    sync::FrontOptions mixed;
    mixed.tls = sync::TlsFiles{other.certificate, secured.files.key};
    CHECK_THROWS_AS(sync::Front(mixed, {}), std::runtime_error);
  }

  TEST_CASE("what was accepted inside TLS is answered before the server stops") {
    const Secured secured;
    sync::FrontOptions options = secured.options();
    RunningFront front(options);
    TlsClient client(front.port());
    REQUIRE(client.send(get_request("/wait")));
    front.await_waiting(1);
    front.front().stop();
    front.let_go();
    CHECK(client.reply()->body == "waited");
    CHECK(client.is_closed());
    CHECK(client.said_goodbye());
    front.stop();
  }
}

}  // namespace rehearse::test
