// Ops that an honest program would not write, or not yet: the server passes them on, a client takes them in.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/store/check.h"
#include "core/store/json_text.h"
#include "core/store/merge.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

struct Victim : LibraryFixture {
  Victim() { library.import_document(open_document("deck", 3, 2), now); }

  Op op(OpBody body) {
    Envelope envelope;
    envelope.device = 0x66;
    envelope.counter = envelope.salt = ++written;
    envelope.stamp.ms = now.at.time_since_epoch().count() + static_cast<std::int64_t>(written);
    envelope.wall = Instant{std::chrono::milliseconds{envelope.stamp.ms}};
    return {envelope, std::move(body)};
  }
  std::string question(const std::string& id, const std::string& deck, const Fields& more = {}) {
    Fields fields{{"kind", "\"open\""},
                  {"stem", json_text("stem of " + id)},
                  {"deck", json_text(deck)},
                  {"at", "\"00000010\""}};
    fields.insert(more.begin(), more.end());
    return write_op(op(SetOp{"question:" + id, fields, {}, Origin::kLearner}));
  }
  /// As a sync does it.
  MergeReport take_in(const std::vector<std::string>& lines) {
    OpenStore store(file());
    std::vector<ArrivedOp> arrived;
    for (const std::string& line : lines) arrived.push_back({line, op_id(line), now.at});
    Transaction transaction(store.database);
    const MergeReport report = merge(arrived, kOwnOps, store.log, store.content, store.memory);
    transaction.commit();
    CHECK(check_library(store.database, store.log, store.content, store.memory).empty());
    return report;
  }
  /// What the learner had is there and can be studied.
  void check_unharmed() {
    Library reopened(folder(), counting_random(70'000));
    CHECK(reopened.check().ok);
    const auto decks = reopened.decks(now);
    std::size_t found = 0;
    for (const auto& deck : decks) found += deck.title == "deck" ? 1 : 0;
    CHECK(found == 1);
    CHECK(reopened.questions(derive_deck_id("deck")).size() == 3);
  }

  std::uint64_t written = 0;
};

const std::string kGone(32, '7');

}  // namespace

TEST_SUITE("sync/client/hostile ops") {
  TEST_CASE_FIXTURE(
      Victim,
      "hostile 39: a question of a deck that is missing or deleted or itself or no deck harms nothing") {
    const std::string itself(32, '1'), deleted = "deck:" + std::string(32, '2');
    const MergeReport report = take_in({
        question(std::string(32, '3'), kGone),
        question(itself, itself),
        write_op(op(SetOp{deleted, {{"title", "\"deleted\""}}, {}, Origin::kLearner})),
        write_op(op(AliveOp{deleted, false, {}})),
        question(std::string(32, '4'), std::string(32, '2')),
        question(std::string(32, '5'), "no id at all"),
        write_op(op(SetOp{"deck:self", {{"deck", "\"deck:self\""}}, {}, Origin::kLearner})),
        write_op(op(OrderOp{"question:" + kGone, "00000010", {}})),
    });
    CHECK(report.added == 8);
    CHECK(report.not_ops == 0);
    check_unharmed();
  }

  TEST_CASE_FIXTURE(Victim, "hostile 39: points that are made of each other in a circle harm nothing") {
    const std::string first(32, 'a'), second(32, 'b');
    const auto point = [](const std::string& cue, const std::string& of) {
      return R"({"at":"00000010","cue":")" + cue + R"(","of":[")" + of + R"("]})";
    };
    const std::string own =
        derive_question_id(derive_deck_id("deck"), open_question("question 1", 2), 0).hex();
    for (const std::string& target : {std::string(32, '6'), own}) {
      const MergeReport report = take_in({question(target, derive_deck_id("deck").hex(),
                                                   {{"point:" + first, point("one", second)},
                                                    {"point:" + second, point("two", first)},
                                                    {"point:" + kGone, point("itself", kGone)}})});
      CHECK(report.added == 1);
    }
    Library reopened(folder(), counting_random(70'000));
    CHECK(reopened.check().ok);
    CHECK_FALSE(reopened.questions(derive_deck_id("deck")).empty());
  }

  TEST_CASE_FIXTURE(Victim,
                    "hostile 40: voids of nothing and of voids and of the learner's own ops are taken in") {
    const std::string of_nothing = write_op(op(VoidOp{op_id("nothing")}));
    const std::string of_void = write_op(op(VoidOp{op_id(of_nothing)}));
    const std::string of_that = write_op(op(VoidOp{op_id(of_void)}));
    // In the wrong order, and again.
    CHECK(take_in({of_that, of_void, of_nothing}).added == 3);
    CHECK(take_in({of_nothing, of_that, of_void}).added == 0);
    check_unharmed();
    std::vector<std::string> all;
    for (const std::string& line : lines(OpenStore(file()).log))
      all.push_back(write_op(op(VoidOp{op_id(line)})));
    CHECK(take_in(all).added == all.size());
    Library reopened(folder(), counting_random(70'000));
    CHECK(reopened.check().ok);
  }
}

}  // namespace rehearse::test
