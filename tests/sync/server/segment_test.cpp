#include "sync/server/store/segment.h"

#include <doctest/doctest.h>
#include <zstd.h>

#include "sync/protocol/body.h"
#include "tests/laws.h"

namespace rehearse::sync {
namespace {

rc::Gen<SealedOp> any_op() {
  // As many as there are, and such as stand side by side.
  const auto number =
      rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 5), rc::gen::arbitrary<std::int64_t>());
  return rc::gen::construct<SealedOp>(number, number, number, number, number,
                                      rc::gen::arbitrary<std::string>());
}

std::string frame(std::string_view text) { return pack_body(text); }

}  // namespace

TEST_SUITE("sync/server/segment -- properties") {
  TEST_CASE("what is packed is unpacked as it was") {
    test::check_law([] {
      const auto ops = *rc::gen::nonEmpty(rc::gen::container<std::vector<SealedOp>>(any_op()));
      RC_ASSERT(unpack_ops(pack_ops(ops)) == ops);
    });
  }

  TEST_CASE("a segment that was changed anywhere or cut is none") {
    test::check_law([] {
      const auto ops = *rc::gen::nonEmpty(rc::gen::container<std::vector<SealedOp>>(any_op()));
      std::string packed = pack_ops(ops);
      const auto place = *rc::gen::inRange<std::size_t>(0, packed.size());
      RC_ASSERT_FALSE(unpack_ops(packed.substr(0, place)));
      packed[place] = static_cast<char>(packed[place] ^ *rc::gen::inRange(1, 256));
      // A bit that says nothing may change: then nothing else has.
      const auto read = unpack_ops(packed);
      RC_ASSERT(read.value_or(ops) == ops);
    });
  }

  TEST_CASE("whatever a frame holds reading it fails or is bounded") {
    test::check_law([] {
      const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 12));
      const auto read = unpack_ops(frame(text));
      if (read) RC_ASSERT(read->size() <= kMostSegmentOps);
    });
  }
}

TEST_SUITE("sync/server/segment") {
  TEST_CASE("a thousand ops that hardly differ take little more than what differs") {
    std::vector<SealedOp> ops;
    for (int i = 0; i < 1'000; ++i)
      ops.push_back({77, i, 1'800'000'000'000 + i / 50, 1, 10, std::string(150, 'x')});
    CHECK(pack_ops(ops).size() < 400);
  }

  TEST_CASE("a frame that holds more than a segment may is refused however little it is") {
    const std::string bomb = frame(std::string(256 << 20, '\0'));
    CHECK(bomb.size() < 40'000);
    CHECK_FALSE(unpack_ops(bomb));
    // Counts and sizes that no memory would hold.
    const std::string huge = "\xff\xff\xff\xff\xff\xff\xff\xff\x7f";
    CHECK_FALSE(unpack_ops(frame("\x01" + huge)));
    CHECK_FALSE(unpack_ops(frame(std::string("\x01\x01\0\0\0\0\0", 7) + huge)));
    CHECK_FALSE(unpack_ops(frame("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")));
    CHECK_FALSE(unpack_ops(frame(std::string("\x01\0", 2))));
    CHECK_FALSE(unpack_ops(frame(std::string("\x02\x01\0\0\0\0\0\0", 8))));
    CHECK(unpack_ops(frame(std::string("\x01\x01\0\0\0\0\0\0", 8))));
    CHECK_FALSE(unpack_ops(frame(std::string("\x01\x01\0\0\0\0\0\0?", 9))));
    CHECK_FALSE(unpack_ops("no frame"));
    CHECK_FALSE(unpack_ops(""));
  }
}

}  // namespace rehearse::sync
