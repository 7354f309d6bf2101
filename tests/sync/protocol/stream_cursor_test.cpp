#include "sync/protocol/stream_cursor.h"

#include <doctest/doctest.h>

#include "core/store/op.h"

namespace rehearse::sync {

TEST_SUITE("sync/protocol/stream_cursor") {
  TEST_CASE("a cursor is written and read back and the begin of a stream is the empty text") {
    const StreamCursor first =
        behind({}, op_id("a line"), Instant{std::chrono::milliseconds{1'796'000'000'000}}, "a_1");
    CHECK(first.n == 1);
    CHECK(parse_cursor(to_text(first)) == first);
    CHECK(to_text(StreamCursor()) == "");
    CHECK(parse_cursor("") == StreamCursor());
  }

  TEST_CASE("whatever differs before a cursor the cursor differs") {
    const Instant at{std::chrono::milliseconds{1'796'000'000'000}};
    const StreamCursor begin;
    const StreamCursor one = behind(begin, op_id("one"), at, "a_1");
    CHECK(one != behind(begin, op_id("other"), at, "a_1"));
    CHECK(one != behind(begin, op_id("one"), at + std::chrono::milliseconds{1}, "a_1"));
    CHECK(one != behind(begin, op_id("one"), at, "a_2"));
    const StreamCursor two = behind(behind(begin, op_id("two"), at, "a_1"), op_id("one"), at, "a_1");
    CHECK(two != behind(one, op_id("two"), at, "a_1"));
  }

  TEST_CASE("what is no cursor of ours is none") {
    for (const char* text :
         {"0.0000000000000000", "1", "1.", ".0000000000000000", "1.12", "-1.0123456789abcdef",
          "01.0123456789abcdef", "1.0123456789ABCDEF", "1.0123456789abcdef ",
          "9223372036854775808.0123456789abcdef", "1.0123456789abcdef0", "9007199254740993.0123456789abcdef",
          "9223372036854775807.0123456789abcdef"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_cursor(text));
    }
  }
}

}  // namespace rehearse::sync
