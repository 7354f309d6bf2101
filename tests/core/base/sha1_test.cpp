#include "core/base/sha1.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/id.h"

namespace rehearse {

TEST_SUITE("core/base/sha1") {
  // The first three: RFC 3174 §7.3 and FIPS 180. The others: Python's hashlib.sha1(b"a" * n).hexdigest().
  TEST_CASE("SHA-1 agrees with the standard and with Python around the length of a block") {
    const auto hex = [](const std::string& bytes) {
      const auto digest = sha1(bytes);
      return detail::bytes_to_hex(digest.data(), digest.size());
    };
    CHECK(hex("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    CHECK(hex(std::string(55, 'a')) == "c1c8bbdc22796e28c0e15163d20899b65621d65a");
    CHECK(hex(std::string(56, 'a')) == "c2db330f6083854c99d4b5bfb6e8f29f201be699");
    CHECK(hex(std::string(64, 'a')) == "0098ba824b5c16427bd7a1122a5a442a25ec644d");
    CHECK(hex(std::string(1000, 'a')) == "291e9a6c66994949b57ba5e650361e98fc36b1ba");
  }
}

}  // namespace rehearse
