// The short way to read a review says what the general reader says.
#include "core/store/review_line.h"

#include <doctest/doctest.h>

#include "core/store/packed_line.h"
#include "tests/library_fixture.h"
#include "tests/random_op.h"

namespace rehearse {
namespace {

bool is_plain(const ReviewOp& review) {
  const auto is_word = [](const std::string& text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  };
  return is_word(review.scheduler) && is_word(review.from);
}

/// Whether the short way was taken: `quick` is what it gave for `line`. It is written as the line that the
/// general reader's is.
bool is_read_the_same(const std::optional<Op>& quick, const std::string& line) {
  if (!quick) return false;
  const Result<Op> general = read_any_op(line);
  CAPTURE(line);
  REQUIRE(general);
  REQUIRE(std::holds_alternative<ReviewOp>(general->body));
  REQUIRE(write_op(*quick) == write_op(*general));
  REQUIRE(std::get<ReviewOp>(quick->body).points == std::get<ReviewOp>(general->body).points);
  return true;
}

bool is_read_the_same(const std::string& line) { return is_read_the_same(read_review_line(line), line); }

struct Packed {
  test::Scratch scratch;
  Database database{scratch / "library.sqlite"};
  Transaction transaction{database};
  Names names{database};
};

}  // namespace

TEST_SUITE("core/store/review_line") {
  TEST_CASE("every review that we write is read the short way and as the general reader reads it") {
    std::mt19937_64 random(51);
    for (int round = 0; round < 20'000; ++round) {
      const Op op = test::random_review(random);
      const std::string line = write_op(op);
      CAPTURE(line);
      REQUIRE(is_read_the_same(line) == is_plain(std::get<ReviewOp>(op.body)));
    }
  }

  TEST_CASE("a review that somebody changed is read as the general reader reads it or left to it") {
    std::mt19937_64 random(52);
    std::size_t quick = 0, refused = 0;
    for (int round = 0; round < 60'000; ++round) {
      const bool taken = is_read_the_same(test::damaged(write_op(test::random_review(random)), random));
      ++(taken ? quick : refused);
    }
    CHECK(quick > 1000);
    CHECK(refused > 1000);
  }

  TEST_CASE_FIXTURE(Packed, "a packed review is read as the general reader reads its line") {
    std::mt19937_64 random(53);
    std::size_t quick = 0;
    for (int round = 0; round < 10'000; ++round) {
      Op op = test::random_review(random);
      const auto& review = std::get<ReviewOp>(op.body);
      // Digits that look like an id are packed as one, and so are those behind a minus for themselves.
      const bool is_usual = random() % 2 == 0;
      if (is_usual) op.envelope.counter %= 1'000'000'000;
      const std::string line = write_op(op);
      CAPTURE(line);
      const bool taken = is_read_the_same(read_packed_review(pack_line(line, names), names), line);
      if (taken) ++quick;
      if (!is_plain(review)) REQUIRE_FALSE(taken);
      // `nth` is rare: the general reader may take it.
      const bool must_be_quick = is_usual && review.nth == 0 && review.utc_offset.count() > -1000;
      if (must_be_quick && is_plain(review)) REQUIRE(taken);
    }
    CHECK(quick > 5000);
  }

  TEST_CASE_FIXTURE(
      Packed, "damaged packed bytes are read as the line they unpack to or left to the readers of lines") {
    std::mt19937_64 random(54);
    std::size_t quick = 0, refused = 0;
    for (int round = 0; round < 60'000; ++round) {
      const std::string bytes =
          test::damaged(pack_line(write_op(test::random_review(random)), names), random);
      // A buffer of its own, so that a sanitizer sees a read behind its end.
      const std::vector<char> exact(bytes.begin(), bytes.end());
      const std::string_view packed(exact.data(), exact.size());
      const std::optional<Op> review = read_packed_review(packed, names);
      ++(review ? quick : refused);
      if (!review) continue;
      const Result<std::string> line = unpack_line(packed, names);
      REQUIRE(line);
      REQUIRE(is_read_the_same(review, *line));
    }
    CHECK(quick > 500);
    CHECK(refused > 1000);
  }

  TEST_CASE("other ways to write the same are left to the general reader") {
    const std::string line =
        R"({"by":"sm2","card":"a7ce1a80463e5814ab0a08d76eca735e","d":"4f1d2c3b4a596877","ivl":1,"k":"review",)"
        R"("ms":42500,"p":{"48d70523e67d59deb316f98edfbcc210":2,"f10738c9573058db8445ea412a5cae2b":0},)"
        R"("r":4,"s":5,"sr":2,"t":1796000180000,"tz":480,"x":"00ff00ff00ff00ff"})";
    REQUIRE(read_review_line(line));
    const auto with = [&](const std::string& old, const std::string& now) {
      std::string changed = line;
      return changed.replace(changed.find(old), old.size(), now);
    };
    for (const std::string& other :
         {with("480", "-0"), with("sm2", "sm\\u0032"), with("sm2", "熟"), with("{", "{ "),
          with("\"r\":4,", "\"_\":1,\"r\":4,"), with("\"r\":4,", "\"r\":4,\"r\":4,"), with("48d7", "f8d7"),
          with("f10738c9573058db8445ea412a5cae2b", "48d70523e67d59deb316f98edfbcc210"),
          with("\"p\":{\"48d70523e67d59deb316f98edfbcc210\":2,\"f10738c9573058db8445ea412a5cae2b\":0}",
               "\"p\":{}"),
          line + " "}) {
      CAPTURE(other);
      CHECK_FALSE(read_review_line(other));
      CHECK(read_op(other));
    }
    for (const std::string& wrong :
         {with("480", "1441"), with("480", "0480"), with("480", "480.0"), with("480", "4.8e2"),
          with("480", ""), with("\"r\":4", "\"r\":6"), line + "}", with("a7ce", "A7CE"), with("4f1d", "4f1"),
          with("42500", "86400001"), with("1796000180000", "99999999999999999999")}) {
      CAPTURE(wrong);
      CHECK_FALSE(read_review_line(wrong));
      CHECK_FALSE(read_op(wrong));
    }
  }
}

}  // namespace rehearse
