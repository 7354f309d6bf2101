#include "tests/sync/client/test_server.h"

#include <sodium.h>

#include "sync/server/accounts/invites.h"

namespace rehearse::test {
namespace {

constexpr std::int64_t kMorning = 1'796'088'600'000;  // 2026-12-01T01:30:00Z

}  // namespace

TestServer::TestServer(TestServerOptions options) : now_(kMorning), is_safe_(options.tls.has_value()) {
  sync::ServerOptions server;
  server.file = scratch_ / "server.sqlite";
  server.requests = options.requests;
  server.sync = options.sync;
  server.registration = options.registration;
  server.front.tls = std::move(options.tls);
  server.hash_cost = {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
  server.clocks = {[this] { return now(); }, [] { return sync::Moment{}; }};
  server.write_log = [](const std::string&) {};
  server_ = std::make_unique<sync::Server>(std::move(server));
  port_ = server_->port();
  thread_ = std::thread([this] { server_->run(); });
}

TestServer::~TestServer() { stop(); }

void TestServer::stop() {
  if (!server_) return;
  server_->stop();
  thread_.join();
  server_.reset();
}

std::string TestServer::url() const {
  return (is_safe_ ? "https://localhost:" : "http://127.0.0.1:") + std::to_string(port_);
}

std::string TestServer::invite() {
  return sync::make_invite(server_->writer(), {1, sync::kInviteDays, sync::Role::kMember}, now());
}

}  // namespace rehearse::test
