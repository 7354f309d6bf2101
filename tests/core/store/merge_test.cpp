#include "core/store/merge.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/random_learner.h"

namespace rehearse {
namespace {

using test::OpenStore;
using test::RandomLearner;
using test::told;

/// The lines in an order in which a server might have admitted them, some long before their own stamp.
std::vector<ArrivedOp> admitted_by_chance(std::vector<std::string> lines, RandomLearner& learner) {
  std::shuffle(lines.begin(), lines.end(), learner.random);
  std::vector<ArrivedOp> arrived;
  Instant at = test::morning().at - std::chrono::hours{24};
  for (std::string& line : lines) {
    if (learner.below(3) == 0) at += std::chrono::hours{learner.below(200)};
    const OpId id = op_id(line);
    arrived.push_back({std::move(line), id, at});
  }
  return arrived;
}

std::vector<std::string> admissions(OpenStore& store) {
  std::vector<std::string> all = test::rows(store.database,
                                            "SELECT quote(i.id)||' '||coalesce(o.admitted_ms, '') FROM op_id "
                                            "i JOIN op o ON o.position = i.position");
  std::sort(all.begin(), all.end());
  return all;
}

/// Merges the ops portion by portion, in the server's order.
void merge_in_portions(OpenStore& store, const std::vector<ArrivedOp>& arrived, RandomLearner& learner) {
  Transaction transaction(store.database);
  for (std::size_t begin = 0; begin < arrived.size();) {
    const std::size_t size = std::min(arrived.size() - begin, 1 + learner.below(12));
    merge(std::span(arrived).subspan(begin, size), kOwnOps, store.log, store.content, store.memory);
    begin += size;
  }
  transaction.commit();
}

}  // namespace

TEST_SUITE("core/store/merge") {
  TEST_CASE("in whatever portions a server sends the ops and whoever wrote them every copy says the same") {
    std::size_t steps = 0;
    for (std::uint64_t seed = 0; seed < 250; ++seed) {
      CAPTURE(seed);
      RandomLearner learner(5000 + seed);
      {
        Library::Batch batch(learner.library);  // or the disk is what is tested
        for (int i = 0; i < 40; ++i, ++steps) learner.step();
        batch.commit();
      }
      const std::vector<ArrivedOp> arrived =
          admitted_by_chance(test::lines(OpenStore(learner.file()).log), learner);
      OpenStore other(learner.scratch / "other.sqlite", 5), whole(learner.scratch / "whole.sqlite", 6);
      merge_in_portions(other, arrived, learner);
      {
        Transaction transaction(whole.database);
        merge(arrived, kOwnOps, whole.log, whole.content, whole.memory);
        transaction.commit();
      }
      // The copy that wrote them has them already and learns when they were admitted: here by their names.
      std::vector<ArrivedOp> named = arrived;
      for (ArrivedOp& op : named) op.line.clear();
      OpenStore own(learner.file());
      merge_in_portions(own, named, learner);
      REQUIRE(admissions(own) == admissions(other));
      REQUIRE(admissions(whole) == admissions(other));
      REQUIRE(told(learner.file()) == told(learner.scratch / "other.sqlite"));
      REQUIRE(told(learner.scratch / "whole.sqlite") == told(learner.scratch / "other.sqlite"));
      for (OpenStore* store : {&own, &other, &whole})
        REQUIRE(check_library(store->database, store->log, store->content, store->memory).empty());
    }
    CHECK(steps == 10'000);
  }

  TEST_CASE(
      "a copy that holds a part already is as one that is new when all was admitted again in another order") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      CAPTURE(seed);
      RandomLearner learner(7000 + seed);
      {
        Library::Batch batch(learner.library);  // or the disk is what is tested
        for (int i = 0; i < 40; ++i) learner.step();
        batch.commit();
      }
      const std::vector<std::string> lines = test::lines(OpenStore(learner.file()).log);
      std::vector<ArrivedOp> part = admitted_by_chance(lines, learner);
      part.resize(part.size() / 2);  // there are answers whose questions are missing
      const std::vector<ArrivedOp> all = admitted_by_chance(lines, learner);
      OpenStore older(learner.scratch / "older.sqlite", 5), fresh(learner.scratch / "fresh.sqlite", 6);
      merge_in_portions(older, part, learner);
      merge_in_portions(older, all, learner);
      merge_in_portions(fresh, all, learner);
      REQUIRE(admissions(older) == admissions(fresh));
      REQUIRE(told(learner.scratch / "older.sqlite") == told(learner.scratch / "fresh.sqlite"));
      for (OpenStore* store : {&older, &fresh})
        REQUIRE(check_library(store->database, store->log, store->content, store->memory) ==
                std::vector<std::string>{});
    }
  }

  TEST_CASE("a line that is no op is counted and the others are merged") {
    test::LibraryFixture here;
    here.library.import_document(test::open_document("deck", 1, 1), here.now);
    std::vector<ArrivedOp> arrived{{"no op at all", {}, here.now.at}};
    for (std::string& line : test::lines(OpenStore(here.file()).log))
      arrived.push_back({line, op_id(line), here.now.at});
    OpenStore other(here.scratch / "other.sqlite", 5);
    Transaction transaction(other.database);
    const MergeReport report = merge(arrived, kOwnOps, other.log, other.content, other.memory);
    CHECK(report.not_ops == 1);
    CHECK(report.added == arrived.size() - 1);
  }
}

}  // namespace rehearse
