// Names that lines mention by number.
#include "core/store/names.h"

#include <doctest/doctest.h>

#include "tests/library_fixture.h"

namespace rehearse {
namespace {

Name name_of(std::uint8_t byte) {
  Name name;
  name.bytes.fill(byte);
  name.size = name.bytes.size();
  return name;
}

}  // namespace

TEST_SUITE("core/store/names") {
  TEST_CASE("a number that was given in a transaction that failed is another name's afterwards") {
    const test::Scratch scratch;
    test::OpenStore store(scratch / "library.sqlite");
    Names names(store.database);
    std::int64_t lost = 0;
    {
      const Transaction failing(store.database);
      lost = names.number_of(name_of(1));
      CHECK(names.number_of(name_of(1)) == lost);
    }
    Transaction transaction(store.database);
    CHECK(names.number_of(name_of(2)) == lost);
    const std::int64_t next = names.number_of(name_of(1));
    CHECK(next != lost);
    transaction.commit();
    CHECK(names.at(lost) == name_of(2));
    CHECK(names.at(next) == name_of(1));
  }

  TEST_CASE("names that share the place where they are remembered have numbers of their own") {
    const test::Scratch scratch;
    test::OpenStore store(scratch / "library.sqlite");
    Names names(store.database);
    Transaction transaction(store.database);
    Name other = name_of(1);
    other.bytes.back() = 2;  // the places come from the first bytes
    const std::int64_t number = names.number_of(name_of(1)), others = names.number_of(other);
    CHECK(number != others);
    CHECK(names.number_of(name_of(1)) == number);
    CHECK(names.number_of(other) == others);
  }
}

}  // namespace rehearse
