#include "core/base/id.h"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

#include "tests/nasty_text.h"

namespace rehearse {

static_assert(!std::is_convertible_v<CardId, QuestionId>, "a card's name is no question's name");

TEST_SUITE("core/base/id") {
  TEST_CASE("an id is found again by its 32 digits") {
    test::NastyText nasty(1);
    for (int round = 0; round < 500; ++round) {
      CardId id;
      for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(nasty.below(256));
      CHECK(id.hex().size() == 32);
      CHECK(CardId::from_hex(id.hex()) == id);
    }
    CHECK(CardId{}.hex() == std::string(32, '0'));
  }

  TEST_CASE("anything but 32 lower case digits is no id") {
    const std::string good = "0123456789abcdef0123456789abcdef";
    REQUIRE(CardId::from_hex(good));
    CHECK_FALSE(CardId::from_hex(""));
    CHECK_FALSE(CardId::from_hex(good.substr(1)));
    CHECK_FALSE(CardId::from_hex(good + "0"));
    CHECK_FALSE(CardId::from_hex("0123456789ABCDEF0123456789abcdef"));
    CHECK_FALSE(CardId::from_hex("01234567-89abcdef0123456789abcde"));
    CHECK_FALSE(CardId::from_hex("0123456789abcdef 123456789abcdef"));
    CHECK_FALSE(CardId::from_hex(std::string(32, '\0')));
  }

  TEST_CASE("ids sort like their digits and differ in a hash table") {
    test::NastyText nasty(2);
    std::unordered_set<PointId> seen;
    PointId last;
    for (int round = 0; round < 500; ++round) {
      PointId id;
      for (auto& byte : id.bytes) byte = static_cast<std::uint8_t>(nasty.below(256));
      CHECK((id < last) == (id.hex() < last.hex()));
      seen.insert(id);
      last = id;
    }
    CHECK(seen.size() == 500);
    CHECK(seen.count(last) == 1);
  }
}

}  // namespace rehearse
