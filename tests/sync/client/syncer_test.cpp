#include "sync/client/syncer.h"

#include <doctest/doctest.h>

#include "sync/client/sign_in.h"
#include "tests/library_fixture.h"
#include "tests/sync/client/test_server.h"

namespace rehearse::sync {
namespace {

using rehearse::test::kPassword;
using rehearse::test::Scratch;
using rehearse::test::TestServer;
using rehearse::test::TestServerOptions;

/// A computer with a library and an account.
class Computer {
 public:
  Computer(TestServer& server, const std::string& name, const std::string& invite = "")
      : clock_([this, &server] { return server.now() + clock_error; }),
        library(scratch_ / "library", rehearse::test::counting_random(next_seed_ += 1'000'000)),
        client(*parse_server_address(server.url()), SystemAuthorities{}) {
    auto result = sign_in(client, SystemAuthorities{}, {name, kPassword, name + "'s laptop", invite});
    if (const auto* trouble = std::get_if<Trouble>(&result)) FAIL(trouble->words.english);
    account = std::get<Account>(result);
  }

  SyncResult sync() {
    return sync_now(library, client, account.token, clock_, [](const SyncProgress&) { return Onward::kGo; });
  }
  LocalInstant now() const { return {clock_(), {}}; }

 private:
  static inline std::uint64_t next_seed_ = 0;
  Scratch scratch_;
  std::function<Instant()> clock_;

 public:
  std::chrono::milliseconds clock_error{0};
  Library library;
  HttpClient client;
  Account account;
};

TroubleKind trouble_in(const SyncResult& result) {
  REQUIRE(result.trouble);
  CHECK_FALSE(result.trouble->words.english.empty());
  CHECK_FALSE(result.trouble->words.chinese.empty());
  return result.trouble->kind;
}

Document large_deck() {
  Document deck = rehearse::test::open_document("large", 3000, 2);
  for (Question& question : deck.questions) question.answer = std::string(1500, 'x') + question.stem;
  return deck;
}

}  // namespace

TEST_SUITE("sync/client/syncer") {
  TEST_CASE("what one computer learns another has after both have synced over the network") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    Computer two(server, "anna");
    CHECK(one.account.id == two.account.id);
    CHECK(one.account.device != two.account.device);
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    REQUIRE_FALSE(one.sync().trouble);
    const SyncResult result = two.sync();
    REQUIRE_FALSE(result.trouble);
    CHECK(result.counts.received > 0);
    CHECK(result.counts.requests == 1);
    CHECK(two.library.stats(two.now()).questions == 3);
    CHECK(two.library.sync_position().synced == server.now());
  }

  TEST_CASE("a large library goes up in portions and may be stopped between two of them") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    one.library.import_document(large_deck(), one.now());
    const std::size_t all = one.library.unsent_count();
    std::size_t looks = 0;
    const SyncResult stopped = sync_now(
        one.library, one.client, one.account.token, [&] { return server.now(); },
        [&](const SyncProgress& progress) {
          CHECK(progress.to_send < all);
          return ++looks == 1 ? Onward::kStop : Onward::kGo;
        });
    CHECK(trouble_in(stopped) == TroubleKind::kStopped);
    CHECK(one.library.unsent_count() > 0);
    REQUIRE_FALSE(one.sync().trouble);
    CHECK(one.library.unsent_count() == 0);
    Computer two(server, "anna");
    REQUIRE_FALSE(two.sync().trouble);
    CHECK(two.library.stats(two.now()).questions == 3000);
  }

  TEST_CASE("a device that was revoked is signed out and keeps what it has") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    Computer two(server, "anna");
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    const auto list = devices(two.client, two.account);
    REQUIRE(std::holds_alternative<std::vector<Device>>(list));
    CHECK(std::get<std::vector<Device>>(list).size() == 2);
    CHECK_FALSE(revoke(two.client, two.account, one.account.device));
    CHECK(revoke(two.client, two.account, "4711")->words.english == "there is no such device");
    CHECK(revoke(two.client, two.account, "../x")->words.english == "there is no such device");
    CHECK(trouble_in(one.sync()) == TroubleKind::kSignedOut);
    CHECK(one.library.stats(one.now()).questions == 3);
    CHECK(one.library.unsent_count() > 0);
    CHECK_FALSE(sign_out(one.client, one.account));
    CHECK_FALSE(sign_out(two.client, two.account));
    CHECK(trouble_in(two.sync()) == TroubleKind::kSignedOut);
  }

  TEST_CASE("a server that is asked too often says when to come again and that is told") {
    TestServerOptions options;
    options.requests.requests = {1, 0.1};
    TestServer server(options);
    Computer one(server, "anna", server.invite());
    REQUIRE_FALSE(one.sync().trouble);
    const SyncResult result = one.sync();
    CHECK(trouble_in(result) == TroubleKind::kWait);
    CHECK(result.trouble->retry_after == std::chrono::seconds{10});
  }

  TEST_CASE("a server that is gone loses nothing and the next sync sends it all") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    const std::size_t unsent = one.library.unsent_count();
    server.stop();
    CHECK(trouble_in(one.sync()) == TroubleKind::kNoReply);
    CHECK(one.library.unsent_count() == unsent);
  }

  TEST_CASE("a library that comes to a server that does not know it is sent as a whole") {
    TestServer first, second;
    Computer one(first, "anna", first.invite());
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    REQUIRE_FALSE(one.sync().trouble);
    Computer there(second, "bert", second.invite());
    CHECK(owner_of(one.account, one.library.sync_position().cursor, there.account) == Owner::kAnother);
    CHECK(owner_of(one.account, one.library.sync_position().cursor, one.account) == Owner::kSame);
    CHECK(owner_of(std::nullopt, "", there.account) == Owner::kSame);
    CHECK(owner_of(std::nullopt, one.library.sync_position().cursor, there.account) == Owner::kAnother);
    const SyncResult result = sync_now(
        one.library, there.client, there.account.token, [&] { return second.now(); },
        [](const SyncProgress&) { return Onward::kGo; });
    REQUIRE_FALSE(result.trouble);
    REQUIRE_FALSE(there.sync().trouble);
    CHECK(there.library.stats(there.now()).questions == 3);
  }

  TEST_CASE("a clock that is wrong by more than five minutes is noticed") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    CHECK_FALSE(clock_error(one.library.sync_position()));
    one.clock_error = std::chrono::minutes{4};
    REQUIRE_FALSE(one.sync().trouble);
    CHECK_FALSE(clock_error(one.library.sync_position()));
    one.clock_error = -std::chrono::hours{30};
    REQUIRE_FALSE(one.sync().trouble);
    CHECK(clock_error(one.library.sync_position()) == -std::chrono::hours{30});
  }

  TEST_CASE("what the server has no room for is set aside and the sync goes on") {
    TestServerOptions options;
    options.sync.scope_bytes = 700;
    TestServer server(options);
    Computer one(server, "anna", server.invite());
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    const SyncResult result = one.sync();
    CHECK_FALSE(result.trouble);
    CHECK(result.counts.refused > 0);
    CHECK(one.library.refused().size() == result.counts.refused);
  }

  TEST_CASE("signing in says in words what was wrong with it") {
    TestServer server;
    const Computer one(server, "anna", server.invite());
    HttpClient client(*parse_server_address(server.url()), SystemAuthorities{});
    const auto words = [&](const SignIn& typed) {
      const auto result = sign_in(client, SystemAuthorities{}, typed);
      REQUIRE(std::holds_alternative<Trouble>(result));
      return std::get<Trouble>(result).words.english;
    };
    CHECK(words({"anna", "not the password", "x", ""}) == "the name or the password is wrong");
    CHECK(words({"nobody", kPassword, "x", ""}) == "the name or the password is wrong");
    CHECK(words({"bert", kPassword, "x", "aaaa-bbbb-cccc-dddd-eeee"}) ==
          "the invite is not valid, or was used up");
    CHECK(words({"anna", kPassword, "x", server.invite()}) == "this name is taken already");
    CHECK(words({"bert", "short", "x", server.invite()}).find("the server refuses: ") == 0);
  }
}

}  // namespace rehearse::sync
