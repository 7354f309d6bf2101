// The library and a sync server as they are typed: a real server on a free port of this computer.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"
#include "tests/sync/client/test_server.h"

using namespace rehearse::command_tests;
using rehearse::test::TestServer;

namespace {

const std::string kPasswordLine = std::string(rehearse::test::kPassword) + "\n";

/// A computer of somebody who has an account.
struct Computer : Learner {
  Outcome login(TestServer& server, Arguments more, std::string_view keys = kPasswordLine) const {
    more.insert(more.begin(), {"login", server.url()});
    return run(std::move(more), keys);
  }
  void sign_up(TestServer& server, const std::string& name) const {
    const Outcome outcome =
        login(server, {"--user", name, "--invite", server.invite(), "--device", name + "'s"});
    REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
  }
  void sign_in(TestServer& server, const std::string& name, const std::string& device) const {
    const Outcome outcome = login(server, {"--user", name, "--device", device});
    REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
  }
  void add_deck(const std::string& title) const {
    json({"import", scratch().file(title + ".md", deck_text(title, 3))});
  }
  int questions() const { return json({"stats"})["questions"]; }
};

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace

TEST_SUITE("commands/sync") {
  TEST_CASE("what is learned on one computer is on another after both have synced") {
    TestServer server;
    const Computer one, two;
    one.sign_up(server, "anna");
    one.add_deck("早班");
    const auto sent = one.json({"sync"});
    CHECK(sent["sent"] > 0);
    CHECK(sent["pending"] == 0);
    CHECK(sent["refused"].empty());
    CHECK(sent["clock_ahead_seconds"].is_null());
    two.sign_in(server, "anna", "two");
    CHECK(two.json({"sync"})["received"] > 0);
    CHECK(two.questions() == 3);
    CHECK(two.run({"sync"}).out == "synced: nothing new\n");
    CHECK(two.json({"check"})["ok"] == true);
  }

  TEST_CASE("signing in says who is signed in and keeps the token from others") {
    TestServer server;
    const Computer one;
    const Outcome outcome =
        one.login(server, {"--user", "anna", "--invite", server.invite(), "--device", "x"});
    CHECK(outcome.exit_code == 0);
    CHECK(says(outcome.out, "signed in as anna on " + server.url()));
    CHECK_FALSE(says(outcome.out + outcome.err, "rh1_"));
    struct stat state {};
    REQUIRE(::stat((one.library() + "/sync-account.json").c_str(), &state) == 0);
    CHECK((state.st_mode & 0777) == 0600);
  }

  TEST_CASE("the password is not seen when it is typed on a terminal") {
    TestServer server;
    const Computer one;
    one.sign_up(server, "anna");
    const Outcome outcome =
        run_on_terminal(one.here({"login", server.url(), "--user", "anna", "--device", "x"}), kPasswordLine);
    CHECK(outcome.exit_code == 0);
    CHECK_MESSAGE(says(outcome.out, "password: "), outcome.out);
    CHECK_FALSE(says(outcome.out, "battery"));
  }

  TEST_CASE("a wrong password or a server that is gone is one line and changes nothing") {
    TestServer server;
    const Computer one;
    one.sign_up(server, "anna");
    one.add_deck("早班");
    const Outcome wrong = one.login(server, {"--user", "anna", "--device", "x"}, "not the password\n");
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.err == "rehearse: the name or the password is wrong\n");
    const std::string before = one.state();
    server.stop();
    const Outcome gone = one.run({"sync"});
    CHECK(gone.exit_code == 1);
    CHECK(gone.out.empty());
    CHECK_MESSAGE(count_lines(gone.err) == 1, gone.err);
    CHECK(says(gone.err, "cannot be reached"));
    CHECK(one.state() == before);
  }

  TEST_CASE("without an account every command says how to sign in") {
    const Computer one;
    for (const Arguments& command : {Arguments{"sync"}, Arguments{"devices"}, Arguments{"logout"}}) {
      const Outcome outcome = one.run(command);
      CHECK(outcome.exit_code == 1);
      CHECK(outcome.err == "rehearse: nobody is signed in (rehearse login URL)\n");
    }
    const SpeakingChinese chinese;
    CHECK(one.run({"sync"}).err == "rehearse: 尚未登录（rehearse login URL）\n");
  }

  TEST_CASE("what cannot be signed in to is said before anything is sent") {
    const Computer one;
    struct Mistake {
      Arguments typed;
      std::string said;
    };
    const std::vector<Mistake> mistakes = {
        {{"login"}, "URL"},
        {{"login", "ftp://x"}, "is not the address of a server"},
        {{"login", "http://sync.example.org"}, "use https://"},
        {{"login", "https://sync.example.org", "--fingerprint", "abc"}, "is no SHA-256 fingerprint"},
        {{"login", "https://sync.example.org", "--ca", "/absent.pem"}, "no such file"},
        {{"login", "https://sync.example.org", "--ca", "x", "--fingerprint", "y"}, "excludes"},
        {{"login", "https://sync.example.org"}, "--user NAME is missing"},
        {{"login", "https://sync.example.org", "--user", "anna"}, "the password is missing"},
        {{"devices", "revoke"}, "Its id is missing"},
        {{"sync", "--watch", "--json"}, "excludes"}};
    for (const Mistake& mistake : mistakes) {
      const Outcome outcome = one.run(mistake.typed);
      CHECK(outcome.exit_code == 2);
      CHECK_MESSAGE(says(outcome.err, mistake.said), outcome.err);
    }
  }

  TEST_CASE("a device is listed and signed out and says so itself afterwards") {
    TestServer server;
    const Computer one, two;
    one.sign_up(server, "anna");
    two.sign_in(server, "anna", "the old laptop");
    const auto devices = one.json({"devices"})["devices"];
    REQUIRE(devices.size() == 2);
    std::string old;
    for (const auto& device : devices) {
      CHECK(device["current"] == (device["name"] == "anna's"));
      if (device["name"] == "the old laptop") old = device["id"];
    }
    CHECK(says(one.run({"devices"}).out, "anna's  last used 2026-12-01, this one\n"));
    CHECK(one.run({"devices", "revoke", "9999"}).err == "rehearse: there is no such device\n");
    CHECK(one.run({"devices", "revoke", old}).out == "device " + old + " is signed out\n");
    const Outcome outcome = two.run({"sync"});
    CHECK(outcome.exit_code == 1);
    CHECK(says(outcome.err, "this device is signed out"));
    CHECK(says(outcome.err, "rehearse login URL"));
  }

  TEST_CASE("signing out takes the token away here and on the server") {
    TestServer server;
    const Computer one, two;
    one.sign_up(server, "anna");
    two.sign_in(server, "anna", "two");
    one.add_deck("早班");
    CHECK(one.run({"logout"}).exit_code == 0);
    CHECK(one.run({"sync"}).exit_code == 1);
    CHECK(one.questions() == 3);
    CHECK(two.json({"devices"})["devices"].size() == 1);
  }

  TEST_CASE("a library is not given to another account unasked") {
    TestServer server;
    const Computer one, other;
    one.sign_up(server, "anna");
    one.add_deck("早班");
    one.json({"sync"});
    other.sign_up(server, "bert");
    for (const Arguments& typed :
         {Arguments{"--user", "bert", "--device", "x"},
          Arguments{"--user", "cleo", "--invite", server.invite(), "--device", "x"}}) {
      const Outcome refused = one.login(server, typed);
      CHECK(refused.exit_code == 1);
      CHECK(says(refused.err, "was synced with another account before: anna ("));
      CHECK(says(refused.err, "--another-account"));
    }
    CHECK(one.json({"sync"})["pending"] == 0);
    CHECK(one.login(server, {"--user", "bert", "--device", "x", "--another-account"}).exit_code == 0);
    CHECK(one.json({"sync"})["sent"] > 0);
    other.json({"sync"});
    CHECK(other.questions() == 3);
  }

  TEST_CASE("an account is made without an invite where the server is open to everybody and nowhere else") {
    TestServer open(rehearse::test::TestServerOptions{.registration = rehearse::sync::Registration::kOpen});
    const Computer one, other;
    CHECK(one.login(open, {"--user", "anna", "--new-account", "--device", "x"}).exit_code == 0);
    CHECK(one.json({"sync"})["pending"] == 0);
    TestServer asks;
    const Outcome refused = other.login(asks, {"--user", "anna", "--new-account", "--device", "x"});
    CHECK(refused.exit_code == 1);
    CHECK(
        says(refused.err, "this server makes no account without an invite, or none at all: ask who runs it"));
  }

  TEST_CASE("a clock that is wrong is told and syncs all the same") {
    TestServer server;
    Computer one;
    one.sign_up(server, "anna");
    one.set_now("2026-12-04T09:30:00+08:00");
    one.add_deck("早班");
    const Outcome outcome = one.run({"sync"});
    CHECK(outcome.exit_code == 0);
    CHECK(says(outcome.out, "this computer's clock is 3 days ahead of the server's\n"));
    CHECK(one.json({"sync"})["clock_ahead_seconds"] == 3 * 24 * 60 * 60);
  }

  TEST_CASE("what the server will not keep is listed and stays") {
    rehearse::test::TestServerOptions options;
    options.sync.scope_bytes = 700;
    TestServer server(options);
    const Computer one;
    one.sign_up(server, "anna");
    one.add_deck("早班");
    const Outcome outcome = one.run({"sync"});
    CHECK(outcome.exit_code == 0);
    CHECK_MESSAGE(says(outcome.out, "the server will not keep these; they stay here:\n  quota  {\""),
                  outcome.out);
    CHECK(one.questions() == 3);
    CHECK(one.json({"sync"})["refused"][0]["reason"] == "quota");
  }

  TEST_CASE("watching sends what another program does and ends at Ctrl-C") {
    TestServer server;
    const Computer one, two;
    one.sign_up(server, "anna");
    two.sign_in(server, "anna", "two");
    one.add_deck("早班");
    Program watching(one.here({"sync", "--watch"}));
    CHECK(watching.read_until([](std::string_view out) { return out.find("synced: ") != out.npos; }));
    watching.interrupt();
    CHECK(watching.wait().exit_code == 130);
    two.json({"sync"});
    CHECK(two.questions() == 3);
  }

  TEST_CASE("an account file that others may read is refused with what to do") {
    TestServer server;
    const Computer one;
    one.sign_up(server, "anna");
    REQUIRE(::chmod((one.library() + "/sync-account.json").c_str(), 0644) == 0);
    const Outcome outcome = one.run({"sync"});
    CHECK(outcome.exit_code == 1);
    CHECK(says(outcome.err, "others may read it"));
  }
}
