// What a client with a good token can do wrong. After each, the gate: the neighbour has what he had.
#include <doctest/doctest.h>
#include <zstd.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/store/op.h"
#include "sync/protocol/body.h"
#include "sync/server/accounts/accounts.h"
#include "tests/sync/server/running_server.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

struct Attack {
  RunningServer server;
  ServerGate gate{server};
  Person mallory = server.sign_up("mallory");

  ~Attack() {
    gate.check();
    const sync::ServerCheck check = server.check();
    CHECK(check.faults.empty());
  }
  std::string head(std::size_t ops, const std::string& cursor = "", const std::string& scope = "me") {
    return R"({"v":1,"now":1,"client":"x/1","scopes":[{"id":")" + scope + R"(","cursor":")" + cursor +
           R"(","ops":)" + std::to_string(ops) + R"(}],"max":5000})" + '\n';
  }
  ClientReply send(const std::string& body) { return server.sync_body(mallory, body); }
  std::string slug_of(const std::string& body) { return RunningServer::slug(send(body)); }
  std::string slug_of_packed(const std::string& body) {
    return RunningServer::slug(server.sync_body(mallory, body, sync::kPackedType));
  }
  /// How one op line is answered: empty when it is in the stream now.
  std::string refusal_of(const std::string& line) {
    const ClientReply reply = send(head(1) + line + '\n');
    REQUIRE(reply.status == 200);
    const auto read = sync::read_reply(reply.body);
    REQUIRE(read);
    const auto& refused = read->scopes.at(0).refused;
    return refused.empty() ? "" : std::string(sync::slug_of(refused.at(0).why));
  }
};

std::string op_with(const std::string& members) {
  return R"({"k":"config","d":"4f1d2c3b4a596877","s":1,)" + members + R"("x":"0123456789abcdef"})";
}

}  // namespace

TEST_SUITE("sync/server/hostile sync") {
  TEST_CASE_FIXTURE(Attack, "hostile 17: zstd that is a bomb or cut or two frames or none is refused") {
    const std::string bomb = sync::pack_body(std::string(std::size_t{64} << 20, 'x'));
    CHECK(bomb.size() < 10'000);
    CHECK(slug_of_packed(bomb) == "bad-request");
    const std::string whole = sync::pack_body(head(0));
    CHECK(slug_of_packed(whole.substr(0, whole.size() - 1)) == "bad-request");
    CHECK(slug_of_packed(whole + whole) == "bad-request");
    CHECK(slug_of_packed("") == "bad-request");
    CHECK(slug_of_packed(head(0)) == "bad-request");
    std::string wide(ZSTD_compressBound(100), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 27);
    ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    const std::string text = head(0);
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    ZSTD_outBuffer out{wide.data(), wide.size(), 0};
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    wide.resize(out.pos);
    CHECK(slug_of_packed(wide) == "bad-request");
  }

  TEST_CASE_FIXTURE(Attack, "hostile 26: JSON of any depth is refused before it costs anything") {
    const std::string deep(1'000'000, '[');
    CHECK(slug_of(deep + '\n') == "bad-request");
    CHECK(slug_of(std::string(15'000, '[') + '\n') == "bad-request");
    CHECK(slug_of(R"({"v":)" + std::string(8'000, '[') + '\n') == "bad-request");
    CHECK(refusal_of(std::string(60'000, '[')) == "bad-request");
    CHECK(refusal_of(R"({"k":)" + std::string(30'000, '[') + std::string(30'000, ']') + "}") ==
          "bad-request");
    for (const char* path : {"/v1/sessions", "/v1/accounts"}) {
      server.pass(std::chrono::hours{1});  // for the limit of an address
      CHECK(RunningServer::slug(server.call({"POST", path, deep})) == "bad-request");
      CHECK(RunningServer::slug(server.call({"POST", path, R"({"name":)" + deep})) == "bad-request");
    }
  }

  TEST_CASE_FIXTURE(Attack, "hostile 27: JSON that two readers read differently is refused") {
    for (const char* value :
         {"1e999", "18446744073709551616", "-1", "1.5", "NaN", "\"1\"", "null", "true", "[]"}) {
      CAPTURE(value);
      CHECK(slug_of(std::string(R"({"v":)") + value + R"(,"now":1,"client":"x","scopes":[],"max":1})" +
                    '\n') != "");
      CHECK(refusal_of(op_with(std::string(R"("t":)") + value + ",")) == "bad-request");
    }
    CHECK(refusal_of(op_with("\"t\":1,\"y\":\"\xFF\xFE\",")) == "bad-request");
    CHECK(refusal_of(op_with(R"("t":1,"y":"\ud800",)")) == "bad-request");
    for (const char* body : {R"({"name":"a","name":"b"})", R"({"name":"\ud800"})", "{\"name\":\"\xFF\"}",
                             R"({"name":1})", R"(["name"])", R"({"name":"a"}{})", "", "{", "null"})
      CHECK(RunningServer::slug(server.call({"POST", "/v1/password", body, mallory.token})) == "bad-request");
  }

  TEST_CASE_FIXTURE(Attack,
                    "hostile 28: too much at once is refused and a line that is too long is refused alone") {
    std::string line = op_with(R"("t":1,)");
    line.insert(line.size() - 1, R"(,"y":")" + std::string(kLongestOpLine - line.size() - 7, 'y') + '"');
    REQUIRE(line.size() == kLongestOpLine);
    CHECK(refusal_of(line) == "");
    CHECK(refusal_of(line.insert(line.size() - 2, "y")) == "too-large");
    std::string many;
    for (int i = 0; i < 5001; ++i) many += some_op(i) + '\n';
    CHECK(slug_of(head(5001) + many) == "too-many-ops");
    CHECK(slug_of(head(18'446'744'073'709'551'615ULL) + some_op(1) + '\n') == "too-many-ops");
    CHECK(send(head(0)).status == 200);
    CHECK(slug_of(head(1) + some_op(1)) == "bad-request");
    CHECK(slug_of(head(2) + some_op(1) + '\n') == "bad-request");
    CHECK(slug_of(head(1) + some_op(1) + '\n' + some_op(2) + '\n') == "bad-request");
    CHECK(slug_of("") == "bad-request");
    CHECK(slug_of("\n") == "bad-request");
    CHECK(refusal_of("") == "bad-request");
    // Good lines beside bad ones are taken in.
    const auto reply = server.sync(mallory, {some_op(1), "no op", some_op(2)});
    REQUIRE(reply);
    CHECK(reply->scopes.at(0).accepted == 2);
    CHECK(reply->scopes[0].refused.at(0).index == 1);
  }

  TEST_CASE_FIXTURE(Attack,
                    "hostile 29: a stamp outside the years an op can have is refused and none is believed") {
    for (const char* time : {"-1", "9223372036854775807", "253402300800000"})
      CHECK(refusal_of(op_with(std::string(R"("t":)") + time + ",")) == "bad-request");
    for (const char* time : {"0", "253402300799999"})
      CHECK(refusal_of(op_with(std::string(R"("t":)") + time + ",")) == "");
    const auto reply = server.sync(mallory, {});
    for (const sync::StreamOp& op : reply->scopes.at(0).ops)
      CHECK(op.admitted <= server.now() + std::chrono::seconds{1});
  }

  TEST_CASE_FIXTURE(Attack, "hostile 30: the same op five thousand times is one op") {
    const auto reply = server.sync(mallory, std::vector<std::string>(5000, some_op(1)));
    REQUIRE(reply);
    CHECK(reply->scopes.at(0).accepted == 5000);
    CHECK(server.ops_of(mallory) == 1);
  }

  TEST_CASE_FIXTURE(Attack,
                    "hostile 31: a cursor that is forged or beyond the end or of another account is gone") {
    server.sync(mallory, {some_op(1)});
    const Person other = server.sign_up("other");
    server.sync(other, {some_op(5), some_op(6)});
    const std::string theirs =
        RunningServer::member(server.call({"GET", "/v1/scopes", "", other.token}), "scopes");
    const std::string cursor = Json::parse(theirs)[0]["cursor"];
    for (const std::string& forged :
         {std::string("1.0000000000000000"), std::string("-1.0000000000000001"),
          std::string("2.9f3ac1d2e4b5a697"), std::string("9223372036854775807.9f3ac1d2e4b5a697"),
          std::string("0.0000000000000000"), std::string("99999999999999999999.00"), std::string("' OR 1=1"),
          std::string("1"), cursor}) {
      CAPTURE(forged);
      const ClientReply reply = send(head(0, forged));
      CHECK(reply.status == 410);
      CHECK(RunningServer::slug(reply) == "cursor-gone");
    }
  }

  TEST_CASE_FIXTURE(Attack, "hostile 32: no scope but the own one is there for anybody") {
    const Person other = server.sign_up("other");
    server.sync(other, {some_op(5)});
    for (const std::string& scope : {other.account, std::string("2"), std::string("a_2"), std::string("g_1"),
                                     std::string("ME"), std::string("me "), std::string("../me")}) {
      CHECK(slug_of(head(0, "", scope)) == "not-found");
      CHECK(slug_of(head(1, "", scope) + some_op(77) + '\n') == "not-found");
    }
    CHECK(slug_of(head(0, "", std::string(5000, 'x'))) == "bad-request");
    CHECK(server.ops_of(other) == 1);
    CHECK(server.ops_of(mallory) == 0);
  }

  TEST_CASE_FIXTURE(Attack, "a scope that is named twice is refused and so is a list of them without end") {
    const std::string one = R"({"id":"me","cursor":"","ops":0})";
    const auto with = [&](std::size_t count) {
      std::string scopes = one;
      for (std::size_t i = 1; i < count; ++i) scopes += "," + one;
      return R"({"v":1,"now":1,"client":"x","scopes":[)" + scopes + R"(],"max":5000})" + '\n';
    };
    CHECK(send(with(1)).status == 200);
    CHECK(slug_of(with(2)) == "bad-request");
    CHECK(slug_of(with(65)) == "bad-request");
    CHECK(slug_of(R"({"v":2,"now":1,"client":"x","scopes":[],"max":1})"
                  "\n") == "upgrade-required");
  }

  TEST_CASE_FIXTURE(Attack,
                    "hostile 33: pushes of a device that is signed out meanwhile are whole or nothing") {
    const Person phone = server.sign_in("mallory");
    std::atomic<bool> is_revoked = false;
    std::atomic<int> accepted = 0, refused = 0;
    std::vector<std::thread> pushers;
    for (int t = 0; t < 4; ++t)
      pushers.emplace_back([&, t] {
        for (int i = 0; i < 12; ++i) {
          const bool was_revoked = is_revoked;
          sync::SyncRequest request{server.now(), "x/1", 10, {{"me", {}, false, {}}}};
          for (int n = 0; n < 10; ++n) request.scopes[0].ops.push_back(some_op((t * 100 + i) * 10 + n));
          const ClientReply reply = server.sync_body(phone, sync::write_request(request));
          if (reply.status == 200)
            ++accepted;
          else
            ++refused;
          if (was_revoked) CHECK(reply.status == 401);
        }
      });
    while (accepted < 3) std::this_thread::yield();
    CHECK(server.call({"DELETE", "/v1/devices/" + phone.device, "", mallory.token}).status == 204);
    is_revoked = true;
    for (std::thread& pusher : pushers) pusher.join();
    CHECK(accepted + refused == 48);
    CHECK(server.ops_of(mallory) == 10 * accepted);
  }

  TEST_CASE_FIXTURE(Attack,
                    "hostile 33: an op of a session that ended between the door and the disk is not kept") {
    // The push waits behind the write that signs its device out, whether it was let in before or not.
    const std::uint64_t before = server.server().front_counters().requests;
    std::atomic<bool> has_begun = false;
    std::thread blocker([&] {
      server.server().writer().run([&](sync::ServerDatabase& database) {
        sync::delete_session(database, std::stoll(mallory.account.substr(2)), std::stoll(mallory.device));
        has_begun = true;
        while (server.server().front_counters().requests == before) std::this_thread::yield();
      });
    });
    while (!has_begun) std::this_thread::yield();
    const ClientReply reply = send(head(1) + some_op(1) + '\n');
    blocker.join();
    CHECK(reply.status == 401);
    CHECK(server.sign_in("mallory").account == mallory.account);
    CHECK(server.ops_of(server.sign_in("mallory")) == 0);
  }

  TEST_CASE_FIXTURE(Attack, "hostile 38: text of any kind comes back as the same bytes") {
    std::string marks = "e";
    for (int i = 0; i < 30'000; ++i) marks += "\u0301";
    std::vector<std::string> lines;
    for (const std::string& text :
         {marks, std::string("\u202Eevil\u202C"), std::string("<script>alert(1)</script>"),
          std::string("\\u001b[2J\\u0000"), std::string("a\\nlevel=error")})
      lines.push_back(op_with(R"("t":1,"o":"library","v":")" + text + "\","));
    REQUIRE(server.sync(mallory, lines));
    const auto reply = server.sync(mallory, {});
    REQUIRE(reply->scopes.at(0).ops.size() == lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) CHECK(reply->scopes[0].ops[i].line == lines[i]);
    // A control character that is not escaped is no JSON, and 100,000 marks are no line.
    CHECK(refusal_of(op_with("\"t\":1,\"v\":\"\x1b[2J\",")) == "bad-request");
    CHECK(refusal_of(op_with(R"("t":1,"v":")" + marks + marks + marks + marks + "\",")) == "too-large");
  }

  TEST_CASE("hostile 38: nothing that a client sends forges a line of the log") {
    RunningServer server;
    ServerGate gate(server);
    const Person mallory = server.sign_up("mallory");
    const std::string forged = R"(\u001b[2J\n{\"at\":\"now\",\"fault\":\"evil\"})";
    server.sync(mallory, {op_with(R"("t":1,"v":"evil)" + forged + "\","), "evil \x1b[2J \u202Eevil", ""});
    for (const char* path : {"/v1/sessions", "/v1/accounts", "/v1/password"})
      server.call({"POST", path, R"({"name":"evil)" + forged + R"(","password":"evil","device":"evil"})",
                   mallory.token});
    server.call(
        {"GET", "/v1/evil%0A%1B[2J?evil=evil", "", "evil", "X-Evil: evil\r\nUser-Agent: evil\x1b[2J\r\n"});
    server.call({"EVIL", "/v1/hello"});
    gate.check();
    const std::string log = server.log();
    CHECK(log.find("evil") == std::string::npos);
    CHECK(log.find('\x1b') == std::string::npos);
    std::size_t lines = 0;
    for (std::size_t at = 0; at < log.size(); at = log.find('\n', at) + 1, ++lines)
      CHECK(Json::parse(log.substr(at, log.find('\n', at) - at), nullptr, false).is_object());
    CHECK(lines >= 9);
  }

  TEST_CASE_FIXTURE(Attack, "hostile 39 and 40: what an op points to is not the server's to judge") {
    const std::string theirs = "0123456789abcdef0123456789abcdef";
    std::vector<std::string> lines;
    for (const char* target : {"deck:00000000000000000000000000000000", "card:self", "question:\xE4\xB8\xAD"})
      lines.push_back(R"({"k":"set","d":"4f1d2c3b4a596877","s":1,"t":1,"x":"0123456789abcdef","o":")" +
                      std::string(target) + R"(","v":{}})");
    lines.push_back(R"({"k":"void","d":"4f1d2c3b4a596877","s":2,"t":2,"x":"0123456789abcdef","o":"op:)" +
                    theirs + "\"}");
    lines.push_back(R"({"k":"void","d":"4f1d2c3b4a596877","s":3,"t":3,"x":"0123456789abcdef","o":"op:)" +
                    op_id(lines.back()).hex() + "\"}");
    const auto reply = server.sync(mallory, lines);
    REQUIRE(reply);
    CHECK(reply->scopes.at(0).accepted == lines.size());
  }

  TEST_CASE_FIXTURE(Attack, "hostile 42: a server's clock that jumps a year takes ops and loses none") {
    REQUIRE(server.sync(mallory, {some_op(1)}));
    server.set_clock(std::chrono::days{365});
    REQUIRE(server.sync(mallory, {some_op(2)}));
    server.set_clock(-std::chrono::days{2 * 365});
    REQUIRE(server.sync(mallory, {some_op(3)}));
    const auto reply = server.sync(mallory, {});
    REQUIRE(reply->scopes.at(0).ops.size() == 3);
    for (std::size_t i = 1; i < 3; ++i)
      CHECK(reply->scopes[0].ops[i].admitted > reply->scopes[0].ops[i - 1].admitted);
    CHECK(reply->now == server.now());
    server.set_clock(std::chrono::days{365});
  }

  TEST_CASE(
      "hostile 43: a million ops of kinds that nobody knows fill the account's own share and no other") {
    sync::RequestLimits limits;
    limits.requests = limits.ops = {1e9, 1e9};
    constexpr std::int64_t kShare = 250'000;  // SQLite keeps what it reads, up to 4 MiB a connection
    RunningServer server(limits, {}, {kShare});
    ServerGate gate(server);
    const Person mallory = server.sign_up("mallory");
    std::size_t accepted = 0, refused = 0;
    for (int batch = 0; batch < 200; ++batch) {
      std::vector<std::string> lines;
      for (int i = 0; i < 5000; ++i)
        lines.push_back(R"({"k":"unheard)" + std::to_string(batch * 5000 + i) +
                        R"(","d":"4f1d2c3b4a596877","s":1,"t":1,"x":"0123456789abcdef"})");
      const std::string body =
          sync::write_request({server.now(), "x/1", 1, {{"me", {}, false, std::move(lines)}}});
      const ClientReply reply = server.sync_body(mallory, body);
      REQUIRE(reply.status == 200);
      const auto read = sync::read_reply(reply.body);
      REQUIRE(read);
      accepted += read->scopes.at(0).accepted;
      refused += read->scopes[0].refused.size();
      CHECK(std::all_of(read->scopes[0].refused.begin(), read->scopes[0].refused.end(),
                        [](const sync::RefusedLine& line) { return line.why == sync::ProblemKind::kQuota; }));
    }
    CHECK(accepted + refused == 1'000'000);
    CHECK(accepted > 2'500);
    CHECK(accepted < kShare / 64);
    // What is there can still be read, and studying elsewhere goes on.
    CHECK(server.ops_of(mallory) == static_cast<std::int64_t>(accepted));
    gate.check();
  }

  TEST_CASE("hostile 37: ten thousand sign-ins of one address cost ten hashes and nobody else waits") {
    RunningServer server;
    ServerGate gate(server);
    const std::uint64_t before = server.server().hasher().runs();
    Client client(server.port());
    int wrong = 0, too_often = 0;
    for (int i = 0; i < 10'000; ++i) {
      const auto reply =
          client.post("/v1/sessions", R"({"name":"neighbour","device":"d","password":"wrong wrong wrong"})");
      REQUIRE(reply);
      (reply->status == 401 ? wrong : too_often) += 1;
    }
    CHECK(wrong == 10);
    CHECK(too_often == 9'990);
    CHECK(server.server().hasher().runs() - before == 10);
    gate.check();
  }

  TEST_CASE_FIXTURE(Attack, "hostile 37: a password of a megabyte or with a NUL is a wrong one") {
    for (const std::string& password :
         {std::string(1'000'000, 'x'), std::string("a\\u0000b"), std::string()}) {
      const std::string body = R"({"name":"mallory","device":"d","password":")" + password + "\"}";
      CHECK(server.call({"POST", "/v1/sessions", body}).status == 401);
    }
    const std::string huge =
        R"({"name":"mallory","device":"d","password":")" + std::string(1'100'000, 'x') + "\"}";
    CHECK(server.call({"POST", "/v1/sessions", huge}).status == 413);
  }
}

}  // namespace rehearse::test
