#include "core/recall/units.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/text.h"
#include "tests/nasty_text.h"

using namespace rehearse;

namespace {

bool are_same(std::string_view a, std::string_view b) {
  const std::vector<Unit> ours = units_of(a), theirs = units_of(b);
  if (ours.size() != theirs.size()) return false;
  for (std::size_t i = 0; i < ours.size(); ++i)
    if (ours[i].code != theirs[i].code) return false;
  return true;
}

std::string negated_in(std::string_view text) {
  std::string negated;
  for (const Unit& unit : units_of(text))
    if (unit.is_negated) negated += text.substr(unit.source.begin, unit.source.end - unit.source.begin);
  return negated;
}

}  // namespace

TEST_SUITE("core/recall/units") {
  TEST_CASE("width case endings and ways to write a number do not matter") {
    CHECK(are_same("ＨＴＴＰ 请求", "http请求"));
    CHECK(are_same("We planned visits", "we plan visit"));
    CHECK(are_same("等三天", "等3天"));
    CHECK(are_same("百分之六十八", "68%"));
    CHECK(are_same("thirty minutes", "30 minute"));
    CHECK(are_same("don't", "don’t"));
    CHECK(are_same("cafe\u0301", "caf\u00E9"));
    CHECK(!are_same("C++", "C#"));
    CHECK(!are_same("三天", "四天"));
  }

  TEST_CASE("clauses and sentences are counted and two signs part once") {
    const std::vector<Unit> units = units_of("好，行！！\n再说：完");
    REQUIRE(units.size() == 5);
    CHECK(units[0].clause == 0);
    CHECK(units[1].clause == 1);
    CHECK(units[2].clause == 2);
    CHECK(units[4].clause == 3);
    CHECK(units[1].sentence == 0);
    CHECK(units[2].sentence == 1);
    CHECK(units[4].sentence == 1);
    CHECK(!units[1].is_joined);
    CHECK(units[3].is_joined);
  }

  TEST_CASE("a denial reaches over the next words of its clause and 不仅 and 特别 deny nothing") {
    CHECK(negated_in("不打断对方，记录") == "打断对方");
    CHECK(negated_in("不仅要记录，特别重视，对不起") == "");
    CHECK(negated_in("don't argue. listen") == "argue");
    CHECK(negated_in("级别高，别争辩") == "争辩");
  }

  TEST_CASE("whatever the bytes are every unit stands inside the text behind the one before") {
    test::NastyText nasty(11);
    for (int i = 0; i < 10'000; ++i) {
      const std::string text = i % 2 == 0 ? nasty.text(20) : nasty.bytes(40);
      std::size_t end = 0, clause = 0;
      for (const Unit& unit : units_of(text)) {
        REQUIRE(unit.source.begin < unit.source.end);
        REQUIRE(unit.source.end <= text.size());
        REQUIRE(unit.source.end >= end);
        REQUIRE(unit.clause >= clause);
        end = unit.source.end;
        clause = unit.clause;
      }
    }
  }
}
