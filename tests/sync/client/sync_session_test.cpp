#include "sync/client/sync_session.h"

#include <doctest/doctest.h>

#include "core/store/backup.h"
#include "core/store/op.h"
#include "sync/server/store/server_schema.h"
#include "sync/server/store/sqlite_stream_store.h"
#include "sync/server/sync_service.h"
#include "tests/library_fixture.h"

namespace rehearse::sync {
namespace {

using rehearse::test::Scratch;

/// A server whose data can be put back to what it was.
struct Server {
  explicit Server(const std::filesystem::path& file)
      : writer(std::make_unique<CommitQueue>(file)), store(file, *writer), service(store) {}

  std::unique_ptr<CommitQueue> writer;
  SqliteStreamStore store;
  SyncService service;
};

struct SyncedLibrary {
  SyncedLibrary(const std::filesystem::path& folder, std::int64_t session)
      : library(folder, rehearse::test::counting_random(static_cast<std::uint64_t>(session) * 1'000'000)),
        sender{1, session} {}

  /// One sync as the bytes of it go over a wire.
  SyncStep sync(Server& server, LocalInstant now) {
    SyncSession session(library);
    for (;;) {
      const auto request = read_request(write_request(session.next_request(now.at + clock_error)));
      REQUIRE(std::holds_alternative<SyncRequest>(request));
      const auto result = server.service.sync(sender, std::get<SyncRequest>(request), now.at);
      SyncStep step;
      if (const auto* problem = std::get_if<Problem>(&result)) {
        REQUIRE(problem->kind == ProblemKind::kCursorGone);
        step = session.take_cursor_gone();
      } else {
        const auto reply = read_reply(write_reply(std::get<SyncReply>(result)));
        REQUIRE(reply);
        step = session.take(*reply, now.at + clock_error);
      }
      counts = session.counts();
      if (step != SyncStep::kGoOn) return step;
    }
  }

  Library library;
  Sender sender;
  std::chrono::milliseconds clock_error{0};
  SyncCounts counts;
};

struct TwoDevices {
  std::filesystem::path file() const { return scratch / "server.sqlite"; }

  Scratch scratch;
  LocalInstant now = rehearse::test::morning();
  Server server{file()};
  SyncedLibrary one{scratch / "one", 1}, two{scratch / "two", 2};
  Document deck = rehearse::test::open_document("deck", 3, 2);

  void pass(std::chrono::milliseconds time) { now.at += time; }

  Answer answer(std::size_t question, Quality quality) const {
    const QuestionId id = derive_question_id(derive_deck_id(deck.title), deck.questions[question], 0);
    Answer answer;
    answer.card = question_card_id(id);
    answer.quality = quality;
    return answer;
  }
  void sync_both() {
    for (SyncedLibrary* device : {&one, &two, &one}) {
      pass(std::chrono::minutes{1});
      REQUIRE(device->sync(server, now) == SyncStep::kDone);
    }
  }
  void check_equal() {
    CHECK(one.library.check().faults == std::vector<std::string>{});
    CHECK(two.library.check().faults == std::vector<std::string>{});
    CHECK(one.library.check().ops == two.library.check().ops);
    CHECK(one.library.stats(now).reviews == two.library.stats(now).reviews);
    rehearse::test::OpenStore first(scratch / "one" / "library.sqlite"),
        second(scratch / "two" / "library.sqlite");
    CHECK(rehearse::test::card_states(first.database) == rehearse::test::card_states(second.database));
    CHECK(rehearse::test::answers(first.database) == rehearse::test::answers(second.database));
  }
};

}  // namespace

TEST_SUITE("sync/client/session") {
  TEST_CASE_FIXTURE(TwoDevices, "what one device learns the other knows after both have synced") {
    one.library.import_document(deck, now);
    one.library.grade(answer(0, Quality::kGood), now);
    sync_both();
    CHECK(two.library.stats(now).questions == 3);
    CHECK(two.library.stats(now).reviews == 1);
    two.library.grade(answer(1, Quality::kBlackout), now);
    one.library.grade(answer(2, Quality::kPerfect), now);
    sync_both();
    CHECK(one.library.stats(now).reviews == 3);
    check_equal();
  }

  TEST_CASE_FIXTURE(TwoDevices,
                    "two libraries with data of their own are united and nobody is asked which to keep") {
    one.library.import_document(deck, now);
    two.library.import_document(rehearse::test::open_document("other", 4, 3), now);
    two.library.import_document(deck, now);
    one.library.grade(answer(0, Quality::kGood), now);
    pass(std::chrono::hours{30});
    two.library.grade(answer(0, Quality::kBlackout), now);
    sync_both();
    CHECK(one.library.decks(now).size() == 2);
    CHECK(one.library.stats(now).questions == 7);
    CHECK(one.library.stats(now).reviews == 2);
    check_equal();
  }

  TEST_CASE_FIXTURE(TwoDevices, "a sync with nothing new is one request without an op") {
    one.library.import_document(deck, now);
    sync_both();
    REQUIRE(one.sync(server, now) == SyncStep::kDone);
    CHECK(one.counts.requests == 1);
    CHECK(one.counts.sent == 0);
    CHECK(one.counts.received == 0);
  }

  TEST_CASE_FIXTURE(TwoDevices, "a reply that is lost costs a second sending and nothing else") {
    one.library.import_document(deck, now);
    SyncSession lost(one.library);
    const SyncRequest request = lost.next_request(now.at);
    static_cast<void>(server.service.sync(one.sender, request, now.at));
    CHECK(one.library.unsent_count() > 0);
    sync_both();
    CHECK(one.library.unsent_count() == 0);
    check_equal();
  }

  TEST_CASE_FIXTURE(TwoDevices, "a clock a year ahead orders nothing for ever once it has synced") {
    one.clock_error = std::chrono::days{365};
    const LocalInstant ahead{now.at + one.clock_error, now.utc_offset};
    one.library.import_document(deck, ahead);
    one.library.grade(answer(0, Quality::kGood), ahead);
    sync_both();
    CHECK(one.library.sync_position().server_ahead == -std::chrono::days{365});
    CHECK(one.library.clock_behind(now) == std::chrono::days{0});
    CHECK(two.library.clock_behind(now) == std::chrono::days{0});
    check_equal();
  }

  TEST_CASE_FIXTURE(TwoDevices,
                    "what another computer has sent meanwhile needs no sending and ends the sync") {
    one.clock_error = std::chrono::days{365};
    const LocalInstant ahead{now.at + one.clock_error, now.utc_offset};
    one.library.import_document(deck, ahead);
    std::filesystem::create_directory(scratch / "copy");
    copy_library(scratch / "one" / "library.sqlite", scratch / "copy" / "library.sqlite");
    SyncedLibrary copy(scratch / "copy", 3);
    REQUIRE(copy.sync(server, now) == SyncStep::kDone);

    SyncSession session(one.library);
    SyncRequest request = session.next_request(now.at);
    while (request.scopes.front().ops.size() > 1) {
      REQUIRE(session.take_too_large() == SyncStep::kGoOn);
      request = session.next_request(now.at);
    }
    const auto result = server.service.sync(one.sender, request, now.at);
    REQUIRE(std::holds_alternative<SyncReply>(result));
    CHECK(session.take(std::get<SyncReply>(result), now.at) == SyncStep::kDone);
    CHECK(one.library.sync_position().synced == now.at);
    CHECK(one.library.clock_behind(now) == std::chrono::days{0});
  }

  TEST_CASE_FIXTURE(TwoDevices,
                    "a server put back to an older copy has everything again after each device has synced") {
    one.library.import_document(deck, now);
    sync_both();
    const std::filesystem::path older = scratch / "older.sqlite";
    {
      Database copy(file(), server_format());
      copy.execute(("VACUUM INTO '" + older.string() + "'").c_str());
    }
    one.library.grade(answer(0, Quality::kGood), now);
    two.library.grade(answer(1, Quality::kHard), now);
    sync_both();
    Server restored(older);
    for (SyncedLibrary* device : {&one, &two, &one, &two})
      REQUIRE(device->sync(restored, now) == SyncStep::kDone);
    check_equal();
    SyncedLibrary third(scratch / "third", 3);
    REQUIRE(third.sync(restored, now) == SyncStep::kDone);
    CHECK(third.library.stats(now).reviews == 2);
  }

  TEST_CASE_FIXTURE(TwoDevices,
                    "a device put back to an older copy gets its own answers back and adds new ones") {
    one.library.import_document(deck, now);
    sync_both();
    std::filesystem::copy(scratch / "one", scratch / "backup", std::filesystem::copy_options::recursive);
    one.library.grade(answer(0, Quality::kGood), now);
    sync_both();
    SyncedLibrary restored(scratch / "backup", 1);
    restored.library.grade(answer(1, Quality::kGood), now);
    REQUIRE(restored.sync(server, now) == SyncStep::kDone);
    CHECK(restored.library.stats(now).reviews == 2);
    sync_both();
    CHECK(two.library.stats(now).reviews == 2);
    check_equal();
  }

  TEST_CASE_FIXTURE(TwoDevices, "a large library goes up and comes down in portions") {
    Document large = rehearse::test::open_document("large", 3000, 2);
    for (Question& question : large.questions) question.answer = std::string(1500, 'x') + question.stem;
    one.library.import_document(large, now);
    REQUIRE(one.sync(server, now) == SyncStep::kDone);
    CHECK(one.counts.requests > 2);
    REQUIRE(two.sync(server, now) == SyncStep::kDone);
    CHECK(two.library.stats(now).questions == 3000);
    check_equal();
  }

  TEST_CASE_FIXTURE(TwoDevices, "an op that the server will not have is set aside and the rest goes on") {
    one.library.import_document(deck, now);
    SyncService narrow(server.store, SyncLimits{600});
    SyncSession session(one.library);
    const auto reply = narrow.sync(one.sender, session.next_request(now.at), now.at);
    CHECK(session.take(std::get<SyncReply>(reply), now.at) == SyncStep::kDone);
    CHECK(session.counts().refused > 0);
    REQUIRE_FALSE(one.library.refused().empty());
    CHECK(one.library.refused().front().reason == "quota");
    CHECK(one.library.unsent_count() == 0);
    CHECK(one.library.stats(now).questions == 3);
  }
}

}  // namespace rehearse::sync
