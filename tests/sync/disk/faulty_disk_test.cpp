// A whole server on a disk that is full, faulty or held by another program, as its clients meet it.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <set>
#include <string>

#include "core/base/store_error.h"
#include "sync/server/store/sealing.h"
#include "sync/server/store/server_check.h"
#include "tests/sim/fake_disk.h"
#include "tests/sync/server/running_server.h"

namespace rehearse::test {
namespace {

constexpr const char* kFolder = "/faulty";

struct FaultyDisk {
  sim::FakeDisk disk{kFolder};
  RunningServer server{{}, {}, {}, sync::Registration::kInvite, kFolder};
  Person anna = server.sign_up("anna");

  ClientReply push(int number) {
    server.pass(std::chrono::seconds{1});  // for the limit of an account
    return server.sync_body(
        anna, sync::write_request({server.now(), "test/1", 5000, {{"me", {}, false, {some_op(number)}}}}));
  }
  /// All there is. What could not be sealed.
  std::vector<Words> seal() {
    sync::SealingPass pass(server.file(), server.server().writer(), server.now(), std::chrono::days{0});
    while (pass.step()) {
    }
    return pass.faults();
  }
  std::set<std::string> kept() {
    server.pass(std::chrono::seconds{1});
    const auto reply = server.sync(anna, {});
    REQUIRE(reply);
    std::set<std::string> lines;
    for (const sync::StreamOp& op : reply->scopes.at(0).ops) lines.insert(op.line);
    return lines;
  }
  /// What a client is told while nothing can be written.
  void check_refused(const ClientReply& reply) {
    CHECK(reply.status == 503);
    CHECK(RunningServer::slug(reply) == "busy");
    CHECK(reply.headers.at("retry-after") == "60");
    CHECK(reply.body.find(kFolder) == std::string::npos);
  }
  void check_sound() { CHECK(sync::check_server(server.file()).faults.empty()); }
};

}  // namespace

TEST_SUITE("sync/server/faulty disk") {
  TEST_CASE_FIXTURE(
      FaultyDisk,
      "hostile 41: a full disk is told to who writes and serves who reads and goes on when there is room") {
    REQUIRE(push(1).status == 200);
    disk.fail_after(0, SQLITE_FULL);
    check_refused(push(2));
    check_refused(server.call(
        {"POST", "/v1/sessions",
         R"({"name":"anna","device":"phone","password":")" + std::string(kGoodPassword) + "\"}"}));
    check_refused(server.call({"DELETE", "/v1/devices/" + anna.device, "", anna.token}));
    CHECK(kept() == std::set<std::string>{some_op(1)});
    CHECK(server.call({"GET", "/readyz"}).status == 200);
    CHECK(server.call({"GET", "/v1/account/export", "", anna.token}).status == 200);
    disk.mend();
    CHECK(push(2).status == 200);
    CHECK(kept().size() == 2);
    check_sound();
    CHECK(server.log().find("the disk is full: free some space") != std::string::npos);
  }

  TEST_CASE_FIXTURE(
      FaultyDisk,
      "hostile 41: whichever write of a push fails what was acknowledged is kept and the next is taken") {
    std::set<std::string> acknowledged;
    int number = 0;
    for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_READONLY}) {
      CAPTURE(code);
      int failed = 0;
      for (std::size_t writes = 0, is_failing = 1; is_failing != 0; ++writes) {
        CAPTURE(writes);
        REQUIRE(writes < 100);
        disk.fail_after(writes, code);
        const ClientReply reply = push(++number);
        is_failing = disk.is_failing() ? 1 : 0;
        disk.mend();
        if (reply.status == 200) {
          acknowledged.insert(some_op(number));
        } else {
          ++failed;
          check_refused(reply);
        }
        REQUIRE(push(++number).status == 200);
        acknowledged.insert(some_op(number));
      }
      CHECK(failed > 0);
    }
    const std::set<std::string> before = kept();
    for (const std::string& line : acknowledged) CHECK(before.count(line) == 1);
    check_sound();
    server.restart();
    CHECK(kept() == before);
    CHECK(push(++number).status == 200);
    check_sound();
  }

  TEST_CASE_FIXTURE(FaultyDisk,
                    "whichever write of a sealing fails every op is there once and the next seals") {
    int number = 0;
    for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC}) {
      CAPTURE(code);
      int failed = 0;
      for (std::size_t writes = 0, is_failing = 1; is_failing != 0; ++writes) {
        CAPTURE(writes);
        REQUIRE(writes < 100);
        for (int i = 0; i < 3; ++i) REQUIRE(push(++number).status == 200);
        disk.fail_after(writes, code);
        failed += static_cast<int>(seal().size());
        is_failing = disk.is_failing() ? 1 : 0;
        disk.mend();
        CHECK(kept().size() == static_cast<std::size_t>(number));
        CHECK(seal().empty());
        CHECK(kept().size() == static_cast<std::size_t>(number));
      }
      CHECK(failed > 0);
    }
    server.restart();
    CHECK(kept().size() == static_cast<std::size_t>(number));
    check_sound();
  }

  TEST_CASE_FIXTURE(
      FaultyDisk,
      "hostile 41: data that another program holds is told as busy and is served again when it is let go") {
    REQUIRE(push(1).status == 200);
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(server.file().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    check_refused(push(2));
    CHECK(kept().size() == 1);
    REQUIRE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(push(2).status == 200);
    check_sound();
    CHECK(server.log().find("another program is using it") != std::string::npos);
  }

  TEST_CASE("a server that can write nothing does not start and says why") {
    sim::FakeDisk disk(kFolder);
    for (const auto& [code, words] :
         {std::pair{SQLITE_FULL, "the disk is full"}, std::pair{SQLITE_READONLY, "it may not be written"}}) {
      disk.fail_after(0, code);
      std::string said;
      try {
        RunningServer server({}, {}, {}, sync::Registration::kInvite, kFolder);
      } catch (const StoreError& error) {
        said = error.what();
      }
      CAPTURE(said);
      CHECK(said.find(words) != std::string::npos);
      CHECK(said.find(kFolder) != std::string::npos);
      disk.mend();
    }
    RunningServer server({}, {}, {}, sync::Registration::kInvite, kFolder);
    CHECK(server.call({"GET", "/readyz"}).status == 200);
  }
}

}  // namespace rehearse::test
