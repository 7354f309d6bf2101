#include "tests/sync/server/running_server.h"

#include <doctest/doctest.h>
#include <sodium.h>

#include <nlohmann/json.hpp>

#include "core/base/freed_memory.h"
#include "core/store/op.h"
#include "sync/server/accounts/invites.h"
#include "tests/sync/gate.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

}  // namespace

sync::HashCost cheap_hash() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

RunningServer::RunningServer(sync::RequestLimits limits, std::vector<std::string> proxies,
                             sync::SyncLimits sync_limits, sync::Registration registration,
                             const std::filesystem::path& folder)
    : folder_(folder.empty() ? scratch_.folder() : folder),
      place_(new_place(file())),
      limits_(limits),
      proxies_(std::move(proxies)),
      sync_limits_(sync_limits),
      registration_(registration) {
  start();
}

RunningServer::~RunningServer() { stop(); }

void RunningServer::start() {
  sync::ServerOptions options;
  options.file = place_.file;
  options.database = place_.database;
  options.proxies = proxies_;
  options.requests = limits_;
  options.sync = sync_limits_;
  options.registration = registration_;
  options.hash_cost = cheap_hash();
  options.clocks = {[this] { return now(); },
                    [this] { return sync::Moment{std::chrono::milliseconds{steady_ms_}}; }};
  options.write_log = [this](const std::string& lines) {
    const std::lock_guard lock(mutex_);
    log_ += lines;
  };
  server_ = std::make_unique<sync::Server>(std::move(options));
  thread_ = std::thread([this] { server_->run(); });
}

void RunningServer::stop() {
  if (!server_) return;
  server_->stop();
  thread_.join();
  server_.reset();
}

void RunningServer::restart() {
  stop();
  start();
}

std::string RunningServer::log() {
  stop();
  return log_;
}

ClientReply RunningServer::call(const Call& call) {
  Client client(port());
  std::string bytes = call.method + " " + call.target + " HTTP/1.1\r\nHost: test\r\n" + call.headers;
  if (!call.token.empty()) bytes += "Authorization: Bearer " + call.token + "\r\n";
  bytes += "Content-Length: " + std::to_string(call.body.size()) + "\r\n\r\n" + call.body;
  client.send(bytes);
  const auto reply = client.reply(call.method);
  REQUIRE(reply);
  return *reply;
}

std::string RunningServer::member(const ClientReply& reply, const char* name) {
  const Json json = Json::parse(reply.body, nullptr, false);
  if (!json.is_object() || !json.contains(name)) return "";
  return json[name].is_string() ? json[name].get<std::string>() : json[name].dump();
}

std::string RunningServer::slug(const ClientReply& reply) {
  const std::string type = member(reply, "type");
  return type.substr(type.rfind(':') + 1);
}

std::string RunningServer::invite(std::int64_t uses) {
  return sync::make_invite(server_->writer(), {uses, sync::kInviteDays, sync::Role::kMember}, now());
}

Person RunningServer::sign_up(const std::string& name, const std::string& password) {
  const Json body = {{"invite", invite()}, {"name", name}, {"password", password}, {"device", "laptop"}};
  const ClientReply reply = call({"POST", "/v1/accounts", body.dump()});
  REQUIRE(reply.status == 201);
  return {member(reply, "account"), member(reply, "device"), member(reply, "token")};
}

Person RunningServer::sign_in(const std::string& name, const std::string& password) {
  const Json body = {{"name", name}, {"password", password}, {"device", "phone"}};
  const ClientReply reply = call({"POST", "/v1/sessions", body.dump()});
  REQUIRE(reply.status == 201);
  return {member(reply, "account"), member(reply, "device"), member(reply, "token")};
}

ClientReply RunningServer::sync_body(const Person& person, const std::string& body, const std::string& type) {
  return call({"POST", "/v1/sync", body, person.token, "Content-Type: " + type + "\r\n"});
}

std::optional<sync::SyncReply> RunningServer::sync(const Person& person,
                                                   const std::vector<std::string>& lines,
                                                   const sync::StreamCursor& cursor) {
  sync::SyncRequest request{now(), "test/1", 5000, {{sync::kOwnScope, cursor, true, lines}}};
  const ClientReply reply = sync_body(person, sync::write_request(request));
  return reply.status == 200 ? sync::read_reply(reply.body) : std::nullopt;
}

std::int64_t RunningServer::ops_of(const Person& person) {
  const auto reply = sync(person, {});
  return reply ? reply->scopes.at(0).head : -1;
}

std::string some_op(int number, const std::string& device) {
  return R"({"k":"config","d":")" + device + R"(","s":)" + std::to_string(number) + R"(,"t":)" +
         std::to_string(1'800'000'000'000 + number) + R"(,"x":")" +
         hex_text(static_cast<std::uint64_t>(number)) + R"("})";
}

ServerGate::ServerGate(RunningServer& server) : server_(server), neighbour_(server.sign_up("neighbour")) {
  return_large_blocks_when_freed();  // as the program does
  // A worker that never worked has no stack yet, and each takes its turn.
  constexpr int kTurnsOfAllWorkers = 300;
  for (int turn = 0; turn < kTurnsOfAllWorkers; ++turn)
    REQUIRE(server_.call({"GET", "/readyz"}).body == "ready\n");
  REQUIRE(server_.sync(neighbour_, {some_op(1, "00000000000000aa")}));
  held_before_ = held_memory();
}

void ServerGate::check() {
  const auto began = std::chrono::steady_clock::now();
  CHECK(server_.call({"GET", "/readyz"}).body == "ready\n");
  judge_next_request(std::chrono::steady_clock::now() - began);
  const auto reply = server_.sync(neighbour_, {});
  REQUIRE(reply);
  REQUIRE(reply->scopes.at(0).ops.size() == 1);
  CHECK(reply->scopes[0].ops[0].line == some_op(1, "00000000000000aa"));
  const bool is_as_before = memory_comes_below(held_before_ + kMemoryGrowth);
  MESSAGE("memory: ", held_before_, " bytes before, ", held_memory(), " after");
  CHECK(is_as_before);
}

}  // namespace rehearse::test
