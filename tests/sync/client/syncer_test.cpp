#include "sync/client/syncer.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/store/op.h"
#include "tests/library_fixture.h"
#include "tests/sync/client/computer.h"
#include "tests/sync/client/test_server.h"

namespace rehearse::sync {
namespace {

using rehearse::test::Computer;
using rehearse::test::kPassword;
using rehearse::test::TestServer;
using rehearse::test::TestServerOptions;

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

  TEST_CASE("a device a year ahead writes what it does after its first sync at the time of the server") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    one.clock_error = std::chrono::hours{24 * 365};
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    REQUIRE_FALSE(one.sync().trouble);
    const DueToday today = one.library.due(one.now());
    REQUIRE_FALSE(today.cards.empty());
    // Today is the server's day: an answer does not fall due again at once.
    CHECK(today.day == study_day(server.now(), {}, one.library.day_starts()));
    const CardId card = today.cards.front().id;
    const OpId answer = one.library.grade({card, Quality::kGood, {}, {}, {}}, one.now());
    for (const DueCard& still : one.library.due(one.now()).cards) CHECK(still.id != card);
    const std::vector<UnsentOp> unsent = one.library.unsent(0, 1, 1).ops;
    REQUIRE(unsent.size() == 1);
    CHECK(unsent[0].id == answer);
    const auto stamp = Instant{read_op(unsent[0].line)->envelope.stamp.ms * std::chrono::milliseconds{1}};
    CHECK(std::chrono::abs(stamp - server.now()) <= std::chrono::seconds{1});
    CHECK(read_op(unsent[0].line)->envelope.wall == one.now().at);
  }

  TEST_CASE("a clock that is set right counts again at once and not as far off as it was") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    one.clock_error = std::chrono::hours{24 * 365};
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    REQUIRE_FALSE(one.sync().trouble);
    one.clock_error = {};
    CHECK(one.library.due(one.now()).day == study_day(server.now(), {}, one.library.day_starts()));
  }

  TEST_CASE("a server whose clock runs ahead moves nobody's day") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    one.clock_error = -std::chrono::hours{24 * 365};
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    REQUIRE_FALSE(one.sync().trouble);
    CHECK(one.library.due(one.now()).day == study_day(one.now(), one.library.day_starts()));
  }

  TEST_CASE("what two computers make of one question stands on both until somebody chooses") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    Computer two(server, "anna");
    one.library.import_document(rehearse::test::open_document("deck", 2, 2), one.now());
    REQUIRE_FALSE(one.sync().trouble);
    REQUIRE_FALSE(two.sync().trouble);
    const DeckId deck = one.library.deck_titles().front().id;
    const QuestionId question = one.library.questions(deck).front().id;
    one.library.name_device("tower", one.now());
    REQUIRE(one.library.edit_question(question, ChangeText{"one's", {}, {}, {}, {}, {}, {}}, one.now()));
    REQUIRE(two.library.edit_question(question, ChangeText{"two's", {}, {}, {}, {}, {}, {}}, two.now()));
    for (Computer* each : {&one, &two, &one}) REQUIRE_FALSE(each->sync().trouble);
    for (Computer* each : {&one, &two}) {
      const std::vector<ContestedField> contested = each->library.other_versions(question);
      REQUIRE(contested.size() == 1);
      CHECK(contested[0].field == "stem");
      REQUIRE(contested[0].versions.size() == 2);
      CHECK(contested[0].versions[0].version.words == each->library.question(question)->question.stem);
      const auto found = each->library.search_questions("is:conflict", each->now());
      CHECK(std::get<std::vector<CardId>>(found).size() == 1);
      CHECK(each->library.check().ok);
    }
    const std::vector<StandingVersion> seen = two.library.other_versions(question)[0].versions;
    const auto ones = std::find_if(seen.begin(), seen.end(), [](const StandingVersion& standing) {
      return standing.version.author == VersionAuthor::kOtherMachine;
    });
    REQUIRE(ones != seen.end());
    CHECK(ones->version.words == "one's");
    CHECK(ones->version.device == "tower");
    REQUIRE(two.library.choose_version(question, "stem", ones->op, two.now()));
    CHECK_FALSE(two.library.choose_version(question, "stem", ones->op, two.now()));
    for (Computer* each : {&two, &one}) REQUIRE_FALSE(each->sync().trouble);
    for (Computer* each : {&one, &two}) {
      CHECK(each->library.other_versions(question).empty());
      CHECK(each->library.question(question)->question.stem == "one's");
      CHECK(
          std::get<std::vector<CardId>>(each->library.search_questions("is:conflict", each->now())).empty());
      CHECK(each->library.check().ok);
    }
  }

  TEST_CASE("a device is called otherwise and nobody else's is") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    Computer two(server, "bert", server.invite());
    CHECK_FALSE(rename_device(one.client, one.account, "tower"));
    const auto list = devices(one.client, one.account);
    CHECK(std::get<std::vector<Device>>(list).front().name == "tower");
    CHECK(rename_device(one.client, one.account, "")->concern == Concern::kDevice);
    Account other = two.account;
    other.token = one.account.token;
    CHECK(rename_device(one.client, other, "mine")->words.english == "there is no such device");
  }

  TEST_CASE("what the server refused is offered again when somebody says so or kept here for good") {
    TestServer server;
    Computer one(server, "anna", server.invite());
    one.library.import_document(rehearse::test::open_document("deck", 3, 2), one.now());
    const std::vector<UnsentOp> unsent = one.library.unsent(0, 100, 1'000'000).ops;
    for (const UnsentOp& op : {unsent[1], unsent[2]}) one.library.set_refused(op.position, "quota");
    REQUIRE_FALSE(one.sync().trouble);
    CHECK(one.library.unsent_count() == 0);
    REQUIRE(one.library.refused().size() == 2);
    one.library.offer_again(unsent[1].id);
    one.library.keep_here(unsent[2].id);
    CHECK(one.library.unsent_count() == 1);
    REQUIRE_FALSE(one.sync().trouble);
    CHECK(one.library.unsent_count() == 0);
    REQUIRE(one.library.refused().size() == 1);
    CHECK(one.library.refused()[0].state == Quarantine::kKept);
    CHECK(one.library.change(unsent[2].id)->kind == ChangeKind::kEdit);
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
    CHECK(words({"anna", "not the password", "x", {}}) == "the name or the password is wrong");
    CHECK(words({"nobody", kPassword, "x", {}}) == "the name or the password is wrong");
    CHECK(words({"bert", kPassword, "x", "aaaa-bbbb-cccc-dddd-eeee"}) ==
          "the invite is not valid, or was used up");
    CHECK(words({"bert", kPassword, "x", ""}) ==
          "this server makes no account without an invite, or none at all: ask who runs it");
    CHECK(words({"anna", kPassword, "x", server.invite()}) == "this name is taken already");
    CHECK(words({"bert", "short", "x", server.invite()}) == "the password needs 12 characters at least");
    const auto concern = [&](const SignIn& typed) {
      return std::get<Trouble>(sign_in(client, SystemAuthorities{}, typed)).concern;
    };
    CHECK(concern({"anna", "not the password", "x", {}}) == Concern::kPassword);
    CHECK(concern({"bert", kPassword, "x", "aaaa-bbbb-cccc-dddd-eeee"}) == Concern::kInvite);
    CHECK(concern({"anna", kPassword, "x", server.invite()}) == Concern::kName);
    CHECK(concern({"a b", kPassword, "x", server.invite()}) == Concern::kName);
    CHECK(concern({"bert", "short", "x", server.invite()}) == Concern::kPassword);
    CHECK(concern({"anna", kPassword, "", {}}) == Concern::kDevice);
    server.stop();
    CHECK(concern({"anna", kPassword, "x", {}}) == Concern::kServer);
  }
}

}  // namespace rehearse::sync
