// The window syncs by itself: a real server, and a second computer that looks at what came.
#include "gui/window/sync/sync_keeper.h"

#include <doctest/doctest.h>

#include <atomic>

#include "sync/client/library_account.h"
#include "tests/gui/client.h"
#include "tests/library_fixture.h"
#include "tests/sync/client/test_server.h"

namespace rehearse {
namespace {

using test::Client;
using test::TestServer;

/// Somebody whose library is open in the window.
struct Learner : Client {
  Learner() : Client({test::kOpenDeck}) {}

  sync::Account sign_in(TestServer& server, const std::string& name, const std::string& invite) {
    sync::HttpClient client(*sync::parse_server_address(server.url()), sync::SystemAuthorities{});
    const auto result =
        sync::sign_library_in(library(), scratch() / "library", client, sync::SystemAuthorities{},
                              {name, test::kPassword, "window", invite}, sync::OtherAccount::kRefused);
    REQUIRE(std::holds_alternative<sync::Account>(result));
    return std::get<sync::Account>(result);
  }
  void go_to_settings() { app().handle(KeyPressed{Key::kDigit6, Modifier::kCtrl}); }
  const SyncStatus& status() { return app().sync_status(); }
  /// Until a sync that was begun has ended.
  void finish_sync() {
    app().tick();
    wait_until([this] { return !status().is_working; });
  }
};

/// How many ops the account's stream has.
std::int64_t ops_of(TestServer& server, const sync::Account& account) {
  sync::HttpClient client(account.server, account.trust);
  const test::Scratch scratch;
  Library library(scratch / "library", test::counting_random(5'000'000));
  const auto result = sync::sync_now(
      library, client, account.token, [&] { return server.now(); },
      [](const sync::SyncProgress&) { return sync::Onward::kGo; });
  CHECK_FALSE(result.trouble);
  return static_cast<std::int64_t>(result.counts.received);
}

}  // namespace

TEST_SUITE("gui/window/sync/sync_keeper") {
  TEST_CASE("without an account nothing is synced and the settings say how to sign in") {
    Learner learner;
    learner.app().tick();
    CHECK_FALSE(learner.status().is_signed_in());
    CHECK_FALSE(learner.status().is_working);
    learner.go_to_settings();
    CHECK(learner.shows("登录服务器"));
  }

  TEST_CASE(
      "a library that is signed in while the window is open is synced at once and the settings say so") {
    TestServer server;
    Learner learner;
    const sync::Account account = learner.sign_in(server, "anna", server.invite());
    learner.finish_sync();
    CHECK(learner.status().unsent == 0);
    CHECK(learner.status().synced == "2026-12-01 09:30");
    CHECK(ops_of(server, account) > 0);
    learner.go_to_settings();
    CHECK(learner.shows("anna"));
    CHECK(learner.shows("2026-12-01 09:30"));
  }

  TEST_CASE("what is done is sent a while later and not at once") {
    TestServer server;
    Learner learner;
    const sync::Account account = learner.sign_in(server, "anna", server.invite());
    learner.finish_sync();
    const std::int64_t before = ops_of(server, account);
    learner.edit_first_stem("别的题目？");
    learner.app().tick();
    CHECK_FALSE(learner.status().is_working);
    CHECK(learner.status().unsent > 0);
    learner.pass(std::chrono::minutes{1});
    learner.finish_sync();
    CHECK(learner.status().unsent == 0);
    CHECK(ops_of(server, account) > before);
  }

  TEST_CASE("what is left when the window closes is sent then") {
    TestServer server;
    sync::Account account;
    std::int64_t before = 0;
    {
      Learner learner;
      account = learner.sign_in(server, "anna", server.invite());
      learner.finish_sync();
      before = ops_of(server, account);
      learner.edit_first_stem("别的题目？");
    }
    CHECK(ops_of(server, account) > before);
  }

  TEST_CASE("a server that is gone is told in the settings and keeps nobody from anything") {
    TestServer server;
    Learner learner;
    learner.sign_in(server, "anna", server.invite());
    learner.finish_sync();
    server.stop();
    learner.edit_first_stem("别的题目？");
    learner.app().tick();
    learner.pass(std::chrono::minutes{1});
    learner.finish_sync();
    CHECK(learner.status().unsent > 0);
    CHECK_FALSE(learner.status().needs_person);
    learner.go_to_settings();
    CHECK(learner.shows("没有同步成"));
  }

  TEST_CASE("a device that was revoked says so and asks for a person") {
    TestServer server;
    Learner learner;
    const sync::Account account = learner.sign_in(server, "anna", server.invite());
    learner.finish_sync();
    sync::HttpClient client(account.server, account.trust);
    REQUIRE_FALSE(sync::revoke(client, account, account.device));
    learner.pass(std::chrono::minutes{10});
    learner.finish_sync();
    CHECK(learner.status().needs_person);
    CHECK(learner.status().trouble.chinese == "本设备已退出登录");
    learner.go_to_settings();
    CHECK(learner.shows("本设备已退出登录"));
  }

  TEST_CASE("signing out in the settings takes the token away here and there") {
    TestServer server;
    Learner learner;
    const sync::Account account = learner.sign_in(server, "anna", server.invite());
    learner.finish_sync();
    learner.go_to_settings();
    learner.click("sign out");
    learner.click("really sign out");
    learner.finish_sync();
    learner.app().tick();
    CHECK_FALSE(learner.status().is_signed_in());
    const auto file = sync::read_account(learner.scratch() / "library");
    REQUIRE(file);
    REQUIRE(file->has_value());
    CHECK((*file)->token.empty());
    sync::HttpClient client(account.server, account.trust);
    CHECK(std::holds_alternative<sync::Trouble>(sync::devices(client, account)));
  }
}

}  // namespace rehearse
