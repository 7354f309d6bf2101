// The short ways to write and to read a question say what the general ones say.
#include "core/store/question_fields.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/store/json_text.h"
#include "core/store/question_reader.h"
#include "tests/library_fixture.h"
#include "tests/random_document.h"
#include "tests/random_op.h"

namespace rehearse {
namespace {

using nlohmann::json;
using test::NastyText;

/// Some of its texts are no UTF-8.
PlacedQuestion random_placed(NastyText& nasty, std::mt19937_64& random) {
  PlacedQuestion placed;
  placed.id = test::random_id<QuestionId>(random);
  placed.deck = test::random_id<DeckId>(random);
  placed.at = std::to_string(random() % 1000);
  placed.question = test::random_question(nasty, {{"盘点", ""}, {nasty.text(), ""}});
  for (KeyPoint& point : std::exchange(placed.question.points, {})) {
    PlacedPoint& to = placed.points.emplace_back();
    to.id = test::random_id<PointId>(random);
    to.at = std::to_string(random() % 4);
    to.point = std::move(point);
    for (std::size_t i = nasty.below(3); i > 0; --i) to.ancestors.push_back(test::random_id<PointId>(random));
  }
  put_in_order(placed.points);
  if (nasty.one_in(4)) placed.question.marks = static_cast<double>(random()) / 1e9;
  if (nasty.one_in(6)) placed.question.analysis = nasty.bytes();
  if (nasty.one_in(6) && !placed.points.empty()) placed.points.front().point.detail = nasty.bytes();
  return placed;
}

/// A question of a law: the number names it.
struct Drawn {
  explicit Drawn(std::uint64_t number) : random(number), nasty(number) {}

  std::mt19937_64 random;
  NastyText nasty;
  PlacedQuestion question = random_placed(nasty, random);
};

void check_equal(const std::optional<PlacedQuestion>& one, const std::optional<PlacedQuestion>& other) {
  REQUIRE(one.has_value() == other.has_value());
  if (!one) return;
  REQUIRE(one->id == other->id);
  REQUIRE(one->deck == other->deck);
  REQUIRE(one->at == other->at);
  REQUIRE(one->question == other->question);
  REQUIRE(one->points.size() == other->points.size());
  for (std::size_t i = 0; i < one->points.size(); ++i) {
    const PlacedPoint &a = one->points[i], &b = other->points[i];
    REQUIRE(a.id == b.id);
    REQUIRE(a.at == b.at);
    REQUIRE(a.point == b.point);
    REQUIRE(a.ancestors == b.ancestors);
  }
}

constexpr std::uint64_t kRounds = 10'000;

}  // namespace

TEST_SUITE("core/store/question_fields") {
  TEST_CASE("a question written at once is the same bytes as field by field") {
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      CAPTURE(round);
      const Drawn drawn(round);
      const std::string text = question_json(drawn.question);
      const Fields fields = question_fields(drawn.question);
      REQUIRE(text == json_object(fields));
      REQUIRE(size_of(text) == size_of(fields));
      REQUIRE(json::parse(text).dump(-1, ' ', false) == text);
    }
  }

  TEST_CASE("any text is written as the JSON library writes it") {
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      CAPTURE(round);
      NastyText nasty(round);
      const std::string text = nasty.one_in(2) ? nasty.text() : nasty.bytes();
      std::string behind = "[";
      append_json_text(behind, text);
      REQUIRE(behind == '[' + json(text).dump(-1, ' ', false, json::error_handler_t::replace));
    }
    for (char c = 1; c < ' '; ++c) CHECK(json_text(std::string(2, c)) == json(std::string(2, c)).dump());
  }

  TEST_CASE("the line of an import written at once is the same bytes as member by member") {
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      CAPTURE(round);
      Drawn drawn(round);
      const std::string about = target(drawn.question.id);
      const Envelope envelope = test::random_envelope(drawn.random);
      const auto import = test::random_id<OpId>(drawn.random);
      const std::string line =
          write_op({envelope, SetOp{about, question_fields(drawn.question), {}, Origin::kImport}, import});
      REQUIRE(write_import_op(envelope, import, about, question_json(drawn.question)) == line);
    }
  }

  TEST_CASE("every question is read the short way and as the general reader reads it") {
    std::size_t quick = 0;
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      CAPTURE(round);
      const Drawn drawn(round);
      const QuestionId id = drawn.question.id;
      const std::string text = question_json(drawn.question);
      CAPTURE(text);
      const auto general = question_from_any(id, text);
      check_equal(question_from(id, text), general);
      const auto read = read_question_json(id, text);
      if (read) check_equal(read, general);
      quick += read.has_value();
      // All but a control character, a damaged one or a number with an exponent.
      const bool is_odd = text.find("\\u00") != std::string::npos ||
                          text.find("\uFFFD") != std::string::npos || text.find("e+") != std::string::npos;
      REQUIRE((read || is_odd));
    }
    CHECK(quick > kRounds / 4);
  }

  TEST_CASE("a question that was damaged is read as the general reader reads it or left to it") {
    std::size_t quick = 0, refused = 0;
    for (std::uint64_t round = 0; round < 3 * kRounds; ++round) {
      CAPTURE(round);
      Drawn drawn(round);
      const std::string text = test::damaged(question_json(drawn.question), drawn.random);
      CAPTURE(text);
      const auto read = read_question_json(drawn.question.id, text);
      if (read) check_equal(read, question_from_any(drawn.question.id, text));
      ++(read ? quick : refused);
    }
    CHECK(quick > 500);
    CHECK(refused > 1000);
  }

  TEST_CASE("other ways to write the same question are left to the general reader") {
    const std::string deck = R"("deck":"1462189a139f54609a3b66143e21e781")";
    const std::vector<std::string> others{"{" + deck + R"(, "stem":"s"})",
                                          "{" + deck + R"(,"stem":"\u0061"})", R"({"stem":"s",)" + deck + "}",
                                          "{" + deck + R"(,"marks":1e1})", "{" + deck + R"(,"later":1})"};
    for (const std::string& text : others) {
      CAPTURE(text);
      CHECK_FALSE(read_question_json({}, text));
      CHECK(question_from({}, text));
    }
    CHECK(read_question_json({}, "{" + deck + R"(,"marks":2.5,"stem":"s"})"));
    const std::vector<std::string> none{
        "", "{}", "{" + deck, "{" + deck + "}}", "{" + deck + R"(,"marks":01})", R"({"stem":"s"})"};
    for (const std::string& text : none) {
      CAPTURE(text);
      CHECK_FALSE(question_from({}, text));
    }
  }
}

}  // namespace rehearse
