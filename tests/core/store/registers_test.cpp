// Merging field by field: the order in which ops arrive never matters, and an edit wins over what it
// replaced.
#include "core/store/registers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "core/store/check.h"
#include "core/store/json_text.h"
#include "core/store/question_fields.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

constexpr std::int64_t kNow = 1'796'000'000'000;
constexpr std::int64_t kYear = 365LL * 86'400'000;

struct Line {
  std::string text;
  std::optional<std::int64_t> admitted_ms;

  OpId id() const { return op_id(text); }
};

Line line_of(std::uint64_t device, std::int64_t stamp_ms, OpBody body) {
  static std::uint64_t salt = 0;
  Op op{{}, std::move(body)};
  op.envelope.device = device;
  op.envelope.stamp = {stamp_ms, 0};
  op.envelope.wall = Instant{std::chrono::milliseconds{stamp_ms}};
  op.envelope.salt = ++salt;
  return {write_op(op), std::nullopt};
}

/// Puts ops into the log as a sync would, in this order.
void receive(test::OpenStore& store, const std::vector<Line>& lines) {
  Transaction transaction(store.database);
  for (const Line& line : lines) {
    std::optional<Instant> admitted;
    if (line.admitted_ms) admitted = Instant{std::chrono::milliseconds{*line.admitted_ms}};
    REQUIRE(store.log.receive(line.text, admitted));
  }
  rebuild_projections(store.log, store.content, store.memory);
  transaction.commit();
}

const DeckId kDeck = derive_deck_id("deck");

Line title(std::uint64_t device, std::int64_t stamp, const std::string& text, std::vector<OpId> base = {}) {
  return line_of(device, stamp,
                 SetOp{target(kDeck), {{"title", json_text(text)}}, std::move(base), Origin::kLearner});
}

Register shown_title(const std::vector<Line>& lines) {
  const test::Scratch scratch;
  test::OpenStore store(scratch / "library.sqlite");
  receive(store, lines);
  return fold_registers(store.log, target(kDeck)).at("title");
}

constexpr const char* kShown =
    "SELECT quote(id)||quote(title)||alive||quote(interview_day) FROM deck"
    " UNION ALL SELECT quote(q.id)||quote(q.at)||q.alive||q.is_documented||quote(q.kind)||t.fields FROM"
    " question q JOIN question_text t USING (position)"
    " WHERE q.deck IS NOT NULL ORDER BY 1";

std::vector<std::string> everything_in(Database& database) {
  std::vector<std::string> all = test::rows(database, kShown);
  for (const test::OfCards which : {test::OfCards::kShown, test::OfCards::kMet})
    for (const std::string& state : test::card_states(database, which)) all.push_back(state);
  return all;
}

/// Edits, deletions, orders, answers and voids of earlier ops by three devices with clocks of their own.
std::vector<Line> random_history(std::mt19937_64& random) {
  std::vector<Line> lines;
  const QuestionId questions[] = {derive_question_id(kDeck, test::open_question("one", 0), 0),
                                  derive_question_id(kDeck, test::open_question("two", 0), 0)};
  for (int i = 0; i < 40; ++i) {
    const std::uint64_t device = 1 + random() % 3;
    const std::int64_t stamp =
        kNow + static_cast<std::int64_t>(random() % 50) * 86'400'000 + (device == 3 ? kYear : 0);
    const QuestionId question = questions[random() % 2];
    const PointId point = derive_point_id(question, "cue", random() % 3);
    std::vector<OpId> base;
    if (!lines.empty() && random() % 2 == 0) base.push_back(lines[random() % lines.size()].id());
    const std::string value = std::to_string(random() % 100);
    OpBody body;
    switch (random() % 7) {
      case 0: body = SetOp{target(kDeck), {{"title", json_text(value)}}, base, Origin::kImport}; break;
      case 1:
        body = SetOp{target(question),
                     {{"deck", json_text(kDeck.hex())}, {"stem", json_text(value)}},
                     base,
                     Origin::kLearner};
        break;
      case 2:
        body = SetOp{
            target(question),
            {{"point:" + point.hex(), random() % 3 == 0 ? "null" : R"({"at":")" + value + R"(","cue":"c"})"}},
            base,
            Origin::kImport};
        break;
      case 3: body = AliveOp{target(question), random() % 2 == 0, base}; break;
      case 4: body = OrderOp{target(question), value, base}; break;
      case 5: {
        ReviewOp review;
        review.card = random() % 2 == 0 ? question_card_id(question) : point_card_id(point);
        review.quality = static_cast<Quality>(random() % 6);
        review.points = {{point, static_cast<PointResult>(random() % 3)}};
        review.scheduler = "sm2";
        body = review;
        break;
      }
      default: body = VoidOp{lines.empty() ? OpId{} : lines[random() % lines.size()].id()}; break;
    }
    lines.push_back(line_of(device, stamp, std::move(body)));
    if (random() % 3 == 0)
      lines.back().admitted_ms = kNow + static_cast<std::int64_t>(random() % 50) * 86'400'000;
  }
  return lines;
}

}  // namespace

TEST_SUITE("core/store/registers") {
  TEST_CASE("the order in which ops arrive never matters") {
    std::mt19937_64 random(41);
    for (int history = 0; history < 8; ++history) {
      std::vector<Line> lines = random_history(random);
      std::vector<std::string> first;
      for (int order = 0; order < 5; ++order) {
        const test::Scratch scratch;
        test::OpenStore store(scratch / "library.sqlite");
        receive(store, lines);
        const std::vector<std::string> now = everything_in(store.database);
        if (order == 0) first = now;
        REQUIRE(now == first);
        for (std::size_t i = lines.size() - 1; i > 0; --i) std::swap(lines[i], lines[random() % (i + 1)]);
      }
    }
  }

  TEST_CASE("an edit that names what it replaces wins even from a clock a year behind") {
    const Line before = title(1, kNow, "before");
    const Line after = title(2, kNow - kYear, "after", {before.id()});
    const Register shown = shown_title({after, before});
    CHECK(shown.value == R"("after")");
    CHECK(shown.heads == std::vector<OpId>{after.id()});
  }

  TEST_CASE("of two concurrent edits the later is shown and both are kept") {
    const Line start = title(1, kNow, "start");
    const Line here = title(1, kNow + 2000, "here", {start.id()});
    const Line there = title(2, kNow + 1000, "there", {start.id()});
    const Register shown = shown_title({here, start, there});
    CHECK(shown.value == R"("here")");
    CHECK(shown.heads == std::vector<OpId>{there.id(), here.id()});
    const Line end = title(2, kNow - kYear, "end", {here.id(), there.id()});
    CHECK(shown_title({end, there, here, start}).heads == std::vector<OpId>{end.id()});
  }

  TEST_CASE("the stamp of the server that admitted an op holds a clock a year ahead") {
    Line ahead = title(1, kNow + kYear, "ahead");
    const Line later = title(2, kNow + 5000, "later");
    CHECK(shown_title({ahead, later}).value == R"("ahead")");
    ahead.admitted_ms = kNow;
    CHECK(shown_title({ahead, later}).value == R"("later")");
  }

  TEST_CASE("a void edit gives way to what it replaced") {
    const Line before = title(1, kNow, "before");
    const Line after = title(1, kNow + 1, "after", {before.id()});
    const Line undo = line_of(1, kNow + 2, VoidOp{after.id()});
    const Line redo = line_of(1, kNow + 3, VoidOp{undo.id()});
    CHECK(shown_title({before, after, undo}).value == R"("before")");
    CHECK(shown_title({undo, redo, after, before}).value == R"("after")");
  }

  TEST_CASE("a version replaced in one field stands in another") {
    const Line both = line_of(
        1, kNow, SetOp{target(kDeck), {{"title", R"("t")"}, {"note", R"("n")"}}, {}, Origin::kImport});
    const Line one = title(1, kNow + 1, "new", {both.id()});
    const test::Scratch scratch;
    test::OpenStore store(scratch / "library.sqlite");
    receive(store, {one, both});
    const Registers registers = fold_registers(store.log, target(kDeck));
    CHECK(registers.at("title").value == R"("new")");
    CHECK(registers.at("note").value == R"("n")");
    CHECK(registers.at("title").origin == Origin::kLearner);
    CHECK(registers.at("note").origin == Origin::kImport);
  }

  TEST_CASE("an import never hides what the learner wrote and is kept beside it") {
    const auto imported = [](std::int64_t stamp, const char* text, std::vector<OpId> base) {
      return line_of(2, stamp,
                     SetOp{target(kDeck), {{"title", json_text(text)}}, std::move(base), Origin::kImport});
    };
    const Line learner = title(1, kNow, "mine");
    const Line first = imported(kNow + 1, "theirs", {});
    const Line second = imported(kNow + 2, "theirs now", {first.id()});
    const Line next = title(1, kNow + 3, "mine now", {learner.id(), second.id()});
    Register shown = shown_title({learner, first, second});
    CHECK(shown.value == R"("mine")");
    CHECK(shown.origin == Origin::kLearner);
    CHECK(shown.heads == std::vector<OpId>{learner.id(), second.id()});
    CHECK(shown.imported == R"("theirs now")");
    shown = shown_title({second, learner, next, first});
    CHECK(shown.heads == std::vector<OpId>{next.id()});
    CHECK(shown.imported == R"("theirs now")");
    CHECK(shown.imported_heads == std::vector<OpId>{second.id()});
    CHECK(shown_title({first, second}).value == R"("theirs now")");
  }
}

}  // namespace rehearse
