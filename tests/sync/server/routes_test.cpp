// The server as its clients meet it, over HTTP.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "sync/protocol/body.h"
#include "tests/sync/server/running_server.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

std::string credentials(const std::string& name, const std::string& password) {
  return Json{{"name", name}, {"password", password}, {"device", "phone"}}.dump();
}

}  // namespace

TEST_SUITE("sync/server/routes") {
  TEST_CASE("hello says without a token what a client needs to know") {
    RunningServer server;
    const ClientReply reply = server.call({"GET", "/v1/hello"});
    CHECK(reply.status == 200);
    const Json json = Json::parse(reply.body);
    CHECK(json["now"] == server.now().time_since_epoch().count());
    CHECK(json["protocol"] == Json::array({1}));
    CHECK(json["limits"]["ops"] == 5000);
    CHECK(json["limits"]["body_bytes"] == 8 * 1024 * 1024);
    CHECK(server.call({"GET", "/healthz"}).body == "ok\n");
    CHECK(server.call({"GET", "/readyz"}).status == 200);
  }

  TEST_CASE("from an invite to a synced op and to a second device") {
    RunningServer server;
    const Person laptop = server.sign_up("anna");
    const auto sent = server.sync(laptop, {some_op(1), some_op(2)});
    REQUIRE(sent);
    CHECK(sent->scopes.at(0).accepted == 2);
    const Person phone = server.sign_in("Anna");
    CHECK(phone.account == laptop.account);
    const auto read = server.sync(phone, {});
    REQUIRE(read);
    REQUIRE(read->scopes.at(0).ops.size() == 2);
    CHECK(read->scopes[0].ops[0].line == some_op(1));
    CHECK(read->scopes[0].ops[0].author == laptop.account);
  }

  TEST_CASE("a reply comes in the type of its request and a packed one is packed") {
    RunningServer server;
    const Person anna = server.sign_up("anna");
    const std::string body =
        sync::write_request({server.now(), "test/1", 5000, {{sync::kOwnScope, {}, true, {some_op(1)}}}});
    const ClientReply packed = server.sync_body(anna, sync::pack_body(body), sync::kPackedType);
    CHECK(packed.status == 200);
    CHECK(packed.headers.at("content-type") == sync::kPackedType);
    const auto text = sync::unpack_body(packed.body, 1 << 20);
    REQUIRE(text);
    CHECK(sync::read_reply(*text)->scopes.at(0).head == 1);
    const ClientReply plain = server.sync_body(anna, body, "application/x-ops; charset=utf-8");
    CHECK(plain.headers.at("content-type") == sync::kPlainType);
    CHECK(RunningServer::slug(server.sync_body(anna, body, "application/json")) == "bad-request");
    CHECK(RunningServer::slug(server.sync_body(anna, body, sync::kPackedType)) == "bad-request");
  }

  TEST_CASE("without a token or with one that is none or in the address nothing is served") {
    RunningServer server;
    const Person anna = server.sign_up("anna");
    const std::string other = "rh1_" + std::string(43, 'A');
    for (const char* method_and_path :
         {"POST /v1/sync", "GET /v1/scopes", "GET /v1/devices", "DELETE /v1/devices/1",
          "DELETE /v1/sessions/current", "POST /v1/password", "DELETE /v1/account",
          "GET /v1/account/export"}) {
      CAPTURE(method_and_path);
      const std::string both = method_and_path;
      const std::string method = both.substr(0, both.find(' ')), path = both.substr(both.find(' ') + 1);
      for (const Call& call :
           {Call{method, path}, Call{method, path, "", other}, Call{method, path + "?token=" + anna.token},
            Call{method, path, "", "", "Authorization: Basic " + anna.token + "\r\n"},
            Call{method, path, "", "", "Authorization: Bearer\r\n"},
            Call{method, path, "", "", "Cookie: token=" + anna.token + "\r\n"}}) {
        const ClientReply reply = server.call(call);
        CHECK(reply.status == 401);
        CHECK(RunningServer::slug(reply) == "unauthenticated");
        CHECK(reply.headers.at("www-authenticate") == "Bearer");
      }
    }
    CHECK(server.call({"GET", "/v1/devices", "", anna.token}).status == 200);
  }

  TEST_CASE("devices are listed and signed out and each account sees its own alone") {
    RunningServer server;
    const Person laptop = server.sign_up("anna"), phone = server.sign_in("anna"),
                 bert = server.sign_up("bert");
    const Json list = Json::parse(server.call({"GET", "/v1/devices", "", laptop.token}).body)["devices"];
    REQUIRE(list.size() == 2);
    int current = 0;
    for (const Json& device : list)
      if (device["current"].get<bool>()) {
        ++current;
        CHECK(device["id"] == laptop.device);
        CHECK(device["name"] == "laptop");
      }
    CHECK(current == 1);
    // Another account's device is as one that does not exist.
    for (const std::string& id : {bert.device, std::string("999"), std::string("-1"), std::string("1x"),
                                  std::string("99999999999999999999"), std::string("%27%20OR%201=1")}) {
      const ClientReply reply = server.call({"DELETE", "/v1/devices/" + id, "", laptop.token});
      CHECK(reply.status == 404);
      CHECK(RunningServer::slug(reply) == "not-found");
    }
    CHECK(server.call({"GET", "/v1/devices", "", bert.token}).status == 200);
    CHECK(server.call({"DELETE", "/v1/devices/" + phone.device, "", laptop.token}).status == 204);
    CHECK(server.call({"GET", "/v1/devices", "", phone.token}).status == 401);
    CHECK(server.call({"DELETE", "/v1/sessions/current", "", laptop.token}).status == 204);
    CHECK(server.call({"GET", "/v1/devices", "", laptop.token}).status == 401);
  }

  TEST_CASE("whether there is anything new is asked without a sync") {
    RunningServer server;
    const Person anna = server.sign_up("anna");
    const ClientReply empty = server.call({"GET", "/v1/scopes", "", anna.token});
    CHECK(Json::parse(empty.body)["scopes"][0]["head"] == 0);
    const auto again = [&](const std::string& tag) {
      return server.call({"GET", "/v1/scopes", "", anna.token, "If-None-Match: " + tag + "\r\n"});
    };
    CHECK(again(empty.headers.at("etag")).status == 304);
    server.sync(anna, {some_op(1)});
    const ClientReply one = again(empty.headers.at("etag"));
    CHECK(one.status == 200);
    CHECK(Json::parse(one.body)["scopes"][0]["head"] == 1);
    CHECK(again(one.headers.at("etag")).status == 304);
  }

  TEST_CASE("a new password needs the old one and signs the others out") {
    RunningServer server;
    const Person laptop = server.sign_up("anna"), phone = server.sign_in("anna");
    const auto change = [&](const std::string& old_one, const std::string& new_one) {
      return server
          .call({"POST", "/v1/password", Json{{"password", old_one}, {"new_password", new_one}}.dump(),
                 laptop.token})
          .status;
    };
    CHECK(change("wrong wrong wrong", "another good passphrase") == 401);
    CHECK(change(kGoodPassword, "123456789012") == 400);
    CHECK(change(kGoodPassword, "another good passphrase") == 204);
    CHECK(server.call({"GET", "/v1/devices", "", phone.token}).status == 401);
    CHECK(server.call({"GET", "/v1/devices", "", laptop.token}).status == 200);
    CHECK(server.call({"POST", "/v1/sessions", credentials("anna", kGoodPassword)}).status == 401);
    CHECK(server.call({"POST", "/v1/sessions", credentials("anna", "another good passphrase")}).status ==
          201);
  }

  TEST_CASE("an export is everything of the account in pages and nothing of another one") {
    RunningServer server;
    const Person anna = server.sign_up("anna"), bert = server.sign_up("bert");
    server.sync(bert, {some_op(99, "bbbbbbbbbbbbbbbb")});
    for (int batch = 0; batch < 3; ++batch) {
      std::vector<std::string> lines;
      for (int i = 0; i < 2000; ++i) lines.push_back(some_op(batch * 2000 + i));
      REQUIRE(server.sync(anna, lines));
    }
    std::string next, all;
    int pages = 0;
    do {
      const ClientReply page =
          server.call({"GET", "/v1/account/export" + (next.empty() ? "" : "?after=" + next), "", anna.token});
      REQUIRE(page.status == 200);
      all += page.body;
      const std::string last = page.body.substr(page.body.rfind('\n', page.body.size() - 2) + 1);
      next = Json::parse(last).value("next", "");
      ++pages;
    } while (!next.empty());
    CHECK(pages == 2);
    CHECK(Json::parse(all.substr(0, all.find('\n')))["name"] == "anna");
    std::size_t found = 0;
    for (int i = 0; i < 6000; ++i) found += all.find(some_op(i)) != std::string::npos ? 1 : 0;
    CHECK(found == 6000);
    CHECK(all.find("bbbbbbbbbbbbbbbb") == std::string::npos);
    CHECK(server.call({"GET", "/v1/account/export?after=7.0000000000000001", "", anna.token}).status == 410);
  }

  TEST_CASE("a deleted account is gone with all its rows and asks for the password before") {
    RunningServer server;
    const Person anna = server.sign_up("anna"), bert = server.sign_up("bert");
    std::vector<std::string> lines;
    for (int i = 0; i < 4500; ++i) lines.push_back(some_op(i));
    REQUIRE(server.sync(anna, lines));
    REQUIRE(server.sync(bert, {some_op(1)}));
    const auto remove = [&](const std::string& password) {
      return server.call({"DELETE", "/v1/account", Json{{"password", password}}.dump(), anna.token}).status;
    };
    CHECK(remove("wrong wrong wrong") == 401);
    CHECK(server.ops_of(anna) == 4500);
    CHECK(remove(kGoodPassword) == 204);
    CHECK(server.call({"GET", "/v1/devices", "", anna.token}).status == 401);
    CHECK(server.call({"POST", "/v1/sessions", credentials("anna", kGoodPassword)}).status == 401);
    CHECK(server.ops_of(bert) == 1);
    const sync::ServerCheck check = server.check();
    CHECK(check.faults.empty());
    CHECK(check.ops == 1);
    CHECK(check.accounts == 1);
    // The name is free again, and what comes under it is another account.
    CHECK(server.sign_up("anna").account != anna.account);
  }

  TEST_CASE("sixty requests a minute are served and then the client is told when to come again") {
    RunningServer server;
    const Person anna = server.sign_up("anna"), bert = server.sign_up("bert");
    for (int i = 0; i < 60; ++i) REQUIRE(server.call({"GET", "/v1/scopes", "", anna.token}).status == 200);
    const ClientReply refused = server.call({"GET", "/v1/scopes", "", anna.token});
    CHECK(refused.status == 429);
    CHECK(RunningServer::slug(refused) == "rate-limited");
    CHECK(refused.headers.at("retry-after") == "1");
    CHECK(server.call({"GET", "/v1/scopes", "", bert.token}).status == 200);
    server.pass(std::chrono::seconds{1});
    CHECK(server.call({"GET", "/v1/scopes", "", anna.token}).status == 200);
  }

  TEST_CASE("ops are counted by the day") {
    sync::RequestLimits limits;
    limits.ops = {100, 100 / 86'400.0};
    RunningServer server(limits);
    const Person anna = server.sign_up("anna");
    std::vector<std::string> lines;
    for (int i = 0; i < 100; ++i) lines.push_back(some_op(i));
    CHECK(server.sync(anna, lines));
    const std::string more =
        sync::write_request({server.now(), "test/1", 5000, {{sync::kOwnScope, {}, false, {some_op(200)}}}});
    const ClientReply refused = server.sync_body(anna, more);
    CHECK(refused.status == 429);
    CHECK(std::stoi(refused.headers.at("retry-after")) == 864);
    CHECK(server.sync(anna, {}));
    server.pass(std::chrono::seconds{864});
    CHECK(server.sync_body(anna, more).status == 200);
  }

  TEST_CASE("sign-ins and registrations are counted by address whatever name they try") {
    RunningServer server;
    for (int i = 0; i < 10; ++i)
      REQUIRE(
          server.call({"POST", "/v1/sessions", credentials("user" + std::to_string(i), "wrong wrong wrong")})
              .status == 401);
    const std::uint64_t hashes = server.server().hasher().runs();
    const ClientReply refused = server.call({"POST", "/v1/sessions", credentials("anna", kGoodPassword)});
    CHECK(refused.status == 429);
    CHECK(refused.headers.at("retry-after") == "60");
    for (int i = 0; i < 3; ++i) REQUIRE(server.call({"POST", "/v1/accounts", "{}"}).status == 403);
    CHECK(server.call({"POST", "/v1/accounts", "{}"}).status == 429);
    CHECK(server.server().hasher().runs() == hashes);
    server.pass(std::chrono::minutes{1});
    CHECK(server.call({"POST", "/v1/sessions", credentials("anna", kGoodPassword)}).status == 401);
  }

  TEST_CASE("behind a proxy each client has limits of its own and metrics are for this machine alone") {
    RunningServer server({}, {"127.0.0.1"});
    const auto try_from = [&](const std::string& address) {
      return server
          .call({"POST", "/v1/sessions", credentials("a", "wrong wrong wrong"), "",
                 "X-Forwarded-For: " + address + "\r\n"})
          .status;
    };
    for (int i = 0; i < 10; ++i) REQUIRE(try_from("192.0.2.1") == 401);
    CHECK(try_from("192.0.2.1") == 429);
    CHECK(try_from("192.0.2.2") == 401);
    CHECK(try_from("2001:db8::1") == 401);
    CHECK(server.call({"GET", "/metrics", "", "", "X-Forwarded-For: 192.0.2.1\r\n"}).status == 404);
    CHECK(server.call({"GET", "/metrics"}).status == 200);
    RunningServer alone;
    CHECK(alone.call({"GET", "/metrics", "", "", "X-Forwarded-For: 127.0.0.1\r\n"}).status == 404);
    const ClientReply page = alone.call({"GET", "/metrics"});
    CHECK(page.body.find("\nrehearse_requests_total ") != std::string::npos);
  }

  TEST_CASE("the log has one line a request with the account and no secret and no whole address") {
    RunningServer server;
    const Person anna = server.sign_up("anna");
    server.call({"GET", "/v1/devices?token=" + anna.token, "", anna.token});
    server.call({"GET", "/v1/no\x1b[2Jwhere"});
    server.call({"POST", "/v1/sessions", credentials("nobody", "wrong wrong wrong")});
    const std::string log = server.log();
    std::vector<Json> lines;
    for (std::size_t at = 0; at < log.size(); at = log.find('\n', at) + 1)
      lines.push_back(Json::parse(log.substr(at, log.find('\n', at) - at)));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0]["route"] == "/v1/accounts");
    CHECK(lines[0]["account"] == 1);
    CHECK(lines[1]["route"] == "/v1/devices");
    CHECK(lines[1]["account"] == 1);
    CHECK(lines[1]["from"] == "127.0.0.0");
    CHECK(lines[2]["status"] == 400);
    CHECK(lines[3]["status"] == 401);
    CHECK_FALSE(lines[3].contains("account"));
    for (const std::string& secret :
         {anna.token, std::string(kGoodPassword), std::string("wrong wrong"), std::string("nobody"),
          std::string("127.0.0.1"), std::string("token"), std::string("\x1b")})
      CHECK(log.find(secret) == std::string::npos);
  }

  TEST_CASE("an open server makes an account for everybody and a closed one for nobody") {
    const auto sign_up = [](RunningServer& server, const std::string& invite, const std::string& name) {
      const Json body = {
          {"invite", invite}, {"name", name}, {"password", kGoodPassword}, {"device", "laptop"}};
      return server.call({"POST", "/v1/accounts", body.dump()}).status;
    };
    const auto said = [](RunningServer& server) {
      return Json::parse(server.call({"GET", "/v1/hello"}).body)["registration"];
    };
    RunningServer open({}, {}, {}, sync::Registration::kOpen);
    CHECK(said(open) == "open");
    CHECK(sign_up(open, "", "anna") == 201);
    CHECK(sign_up(open, "open", "bert") == 201);
    CHECK(sign_up(open, "", "anna") == 409);
    // An address makes three a minute, whoever may.
    CHECK(sign_up(open, "", "carl") == 429);
    CHECK_FALSE(open.server().accounts().account(1)->role == sync::Role::kAdmin);

    RunningServer closed({}, {}, {}, sync::Registration::kClosed);
    CHECK(said(closed) == "closed");
    CHECK(sign_up(closed, "", "anna") == 403);
    CHECK(sign_up(closed, closed.invite(), "anna") == 403);
    CHECK(closed.server().hasher().runs() == RunningServer().server().hasher().runs());
    RunningServer usual;
    CHECK(said(usual) == "invite");
    CHECK(sign_up(usual, "", "anna") == 403);
  }

  TEST_CASE("what was synced and who is signed in outlives a restart") {
    RunningServer server;
    const Person anna = server.sign_up("anna");
    server.sync(anna, {some_op(1)});
    server.restart();
    CHECK(server.ops_of(anna) == 1);
  }
}

}  // namespace rehearse::test
