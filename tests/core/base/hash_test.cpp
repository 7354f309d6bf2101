#include "core/base/hash.h"

#include <doctest/doctest.h>

#include "core/base/id.h"

namespace rehearse {
namespace {

std::string hex(const Hash128& hash) { return detail::bytes_to_hex(hash.data(), hash.size()); }

}  // namespace

TEST_SUITE("core/base/hash") {
  // Expected values: Python's hashlib.blake2b(bytes, digest_size=16).hexdigest().
  TEST_CASE("BLAKE2b of 16 bytes agrees with Python") {
    CHECK(hex(blake2b_128("")) == "cae66941d9efbd404e4d88758ea67670");
    CHECK(hex(blake2b_128("abc")) == "cf4ab791c62b8d2b2109c90275287816");
    std::string longer_than_a_block;
    for (int i = 0; i < 40; ++i) longer_than_a_block += R"({"d":1})";
    CHECK(hex(blake2b_128(longer_than_a_block)) == "1968d9625f8342fe6ca552d06ddeeb9c");
  }

  // The example of Python's documentation: uuid.uuid5(uuid.NAMESPACE_DNS, "python.org").
  TEST_CASE("UUID version 5 agrees with Python") {
    Hash128 dns;
    REQUIRE(detail::hex_to_bytes("6ba7b8109dad11d180b400c04fd430c8", dns.data(), dns.size()));
    CHECK(hex(uuid_v5(dns, "python.org")) == "886313e13b8a53729b900c9aee199e5d");
  }

  TEST_CASE("a derived UUID says its version and variant") {
    for (char c = 'a'; c <= 'z'; ++c) {
      const Hash128 name = uuid_v5(Hash128{}, std::string(3, c));
      CHECK((name[6] >> 4) == 5);
      CHECK((name[8] >> 6) == 2);
    }
  }
}

}  // namespace rehearse
