// The short way to read what sets fields says what the general reader says.
#include "core/store/register_line.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "core/store/op.h"
#include "tests/random_op.h"

namespace rehearse {
namespace {

bool sets_fields(const Op& op) {
  return std::holds_alternative<SetOp>(op.body) || std::holds_alternative<AliveOp>(op.body) ||
         std::holds_alternative<OrderOp>(op.body) || std::holds_alternative<ConfigOp>(op.body) ||
         std::holds_alternative<VoidOp>(op.body);
}

/// What no program writes before its time comes: nineteen digits.
bool has_usual_numbers(const Op& op) { return op.envelope.counter < 1'000'000'000'000'000'000; }

/// Whether the short way was taken; then it said the same.
bool is_read_the_same(const std::string& line) {
  // A buffer of its own, so that a sanitizer sees a read behind its end.
  const std::vector<char> exact(line.begin(), line.end());
  const std::optional<Op> quick = read_register_line({exact.data(), exact.size()});
  if (!quick) return false;
  const Result<Op> general = read_any_op(line);
  CAPTURE(line);
  REQUIRE(general);
  REQUIRE(quick->body.index() == general->body.index());
  REQUIRE(write_op(*quick) == write_op(*general));
  return true;
}

/// The same of an envelope. Blanks are what our writer never writes, so the general reader reads it then.
bool is_envelope_the_same(const std::string& line) {
  const std::optional<Envelope> quick = read_plain_envelope(line);
  if (!quick) return false;
  const Result<Envelope> general = read_envelope(line + " ");
  CAPTURE(line);
  REQUIRE(general);
  REQUIRE(write_op({*quick, ImportOp{}}) == write_op({*general, ImportOp{}}));
  return true;
}

}  // namespace

TEST_SUITE("core/store/register_line") {
  TEST_CASE(
      "everything that we write to set a field is read the short way and as the general reader reads it") {
    std::mt19937_64 random(61);
    std::size_t quick = 0;
    for (int round = 0; round < 20'000; ++round) {
      const Op op = test::random_op(random);
      const std::string line = write_op(op);
      CAPTURE(line);
      const bool taken = is_read_the_same(line);
      if (sets_fields(op) && has_usual_numbers(op)) REQUIRE(taken);
      quick += taken;
    }
    CHECK(quick > 5000);
  }

  TEST_CASE(
      "the envelope of every op that we write is read the short way and as the general reader reads it") {
    std::mt19937_64 random(62);
    std::size_t quick = 0;
    for (int round = 0; round < 20'000; ++round)
      quick += is_envelope_the_same(write_op(test::random_op(random)));
    CHECK(quick > 15'000);
  }

  TEST_CASE("a line that somebody changed is read as the general reader reads it or left to it") {
    std::mt19937_64 random(63);
    std::size_t quick = 0, envelopes = 0;
    constexpr int kRounds = 100'000;
    for (int round = 0; round < kRounds; ++round) {
      const std::string line = test::damaged(write_op(test::random_op(random)), random);
      quick += is_read_the_same(line);
      envelopes += is_envelope_the_same(line);
    }
    CHECK(quick > 1000);
    CHECK(quick < kRounds / 2);
    CHECK(envelopes > 1000);
    CHECK(envelopes < kRounds / 2);
  }

  TEST_CASE("other ways to write the same are left to the general reader") {
    const std::string line =
        R"({"base":["051c27361bb7090682b004bfc59739bb"],"by":"import","d":"4f1d2c3b4a596877","k":"set",)"
        R"("o":"question:1","s":5,"t":1796000180000,"v":{"key":["A","B"],"marks":2.5,"stem":"说\n\"说\""},)"
        R"("x":"00ff00ff00ff00ff"})";
    REQUIRE(is_read_the_same(line));
    const auto with = [&](const std::string& old, const std::string& now) {
      std::string changed = line;
      return changed.replace(changed.find(old), old.size(), now);
    };
    for (const std::string& other :
         {with("\"s\":5", "\"s\":5,\"s\":5"),
          with("\"k\":\"set\",\"o\":\"question:1\"", "\"o\":\"question:1\",\"k\":\"set\""),
          with("2.5", "2.50"), with("2.5", "25e-1"), with("2.5", "-0"), with("2.5", "-0.5"),
          with("2.5", "0.1"), with("2.5", "1234567.5"), with("说", "\\u8bf4"), with("\\n", "\\/"),
          with("\\n", "\\u0001"), with("[\"A\",", "[ \"A\","), with("[\"A\",\"B\"]", "[[[[[1]]]]]"),
          with("set", "s\\u0065t"), line + " "}) {
      CAPTURE(other);
      CHECK_FALSE(read_register_line(other));
      CHECK(read_op(other));
    }
    for (const std::string& wrong :
         {with("[\"051c27361bb7090682b004bfc59739bb\"]",
               "{\"051c27361bb7090682b004bfc59739bb\":\"051c27361bb7090682b004bfc59739bb\"}"),
          with("[\"051c27361bb7090682b004bfc59739bb\"]", "12"), with("051c", "051C"), with("4f1d", "4f1"),
          with("\"s\":5", "\"s\":-5"), with("\"s\":5", "\"s\":5.0"), with("\"t\":1796000180000,", ""),
          with("2.5", "02.5"), with("2.5", "2."), with("\"A\",", "\"A\",,"), line + "}",
          line.substr(0, line.size() - 1)}) {
      CAPTURE(wrong);
      CHECK_FALSE(read_register_line(wrong));
      CHECK_FALSE(read_op(wrong));
    }
  }
}

}  // namespace rehearse
