#include "sync/protocol/body.h"

#include <doctest/doctest.h>
#include <zstd.h>

#include <random>
#include <string>

namespace rehearse::sync {
namespace {

constexpr std::size_t kRoom = 1 << 20;

}  // namespace

TEST_SUITE("sync/protocol/body") {
  TEST_CASE("what is packed is unpacked as it was") {
    std::mt19937_64 random(1);
    for (std::size_t size : {0, 1, 100, 70'000, 1 << 20}) {
      std::string text(size, ' ');
      for (char& c : text) c = static_cast<char>(random() % 7 == 0 ? random() : 'a');
      CHECK(unpack_body(pack_body(text), kRoom) == text);
    }
  }

  TEST_CASE("a body that holds more than may be is refused however little it is on the wire") {
    const std::string bomb = pack_body(std::string(64 << 20, 'x'));
    CHECK(bomb.size() < 10'000);
    CHECK_FALSE(unpack_body(bomb, kRoom));
    CHECK(unpack_body(pack_body(std::string(kRoom, 'x')), kRoom));
    CHECK_FALSE(unpack_body(pack_body(std::string(kRoom + 1, 'x')), kRoom));
  }

  TEST_CASE("a frame that is cut or followed by another or wants a large window is refused") {
    const std::string packed = pack_body("some lines\nof text\n");
    for (std::size_t size = 0; size < packed.size(); ++size)
      CHECK_FALSE(unpack_body(packed.substr(0, size), kRoom));
    CHECK_FALSE(unpack_body(packed + packed, kRoom));
    CHECK_FALSE(unpack_body(packed + "x", kRoom));
    CHECK_FALSE(unpack_body("no frame at all", kRoom));
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 27);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    std::string text(1000, 'x'), wide(ZSTD_compressBound(text.size()), '\0');
    ZSTD_outBuffer out{wide.data(), wide.size(), 0};
    ZSTD_inBuffer in{text.data(), text.size(), 0};
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush);
    ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    wide.resize(out.pos);
    CHECK_FALSE(unpack_body(wide, kRoom));
  }
}

}  // namespace rehearse::sync
