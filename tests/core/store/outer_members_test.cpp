// The short way to look at a line says what a whole parse says.
#include "core/store/outer_members.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "core/store/op.h"
#include "tests/random_op.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 8;

/// How many objects and lists stand around the innermost value.
int depth_of(const Json& json) {
  int deepest = 0;
  if (json.is_structured())
    for (const Json& inner : json) deepest = std::max(deepest, 1 + depth_of(inner));
  return deepest;
}

std::optional<Json> expected(const std::string& line) {
  const Json whole = Json::parse(line, nullptr, false);
  if (!whole.is_object() || depth_of(whole) > kDeepest) return std::nullopt;
  Json members = Json::object();
  for (const char* name : {"d", "k", "s", "t", "v", "x"}) {
    if (!whole.contains(name)) continue;
    const Json& value = whole[name];
    members[name] = value.is_object() ? Json::object() : value.is_array() ? Json::array() : value;
  }
  return members;
}

std::optional<Json> found(const std::string& line) {
  return outer_members(line, kDeepest, {"d", "k", "s", "t", "v", "x"});
}

}  // namespace

TEST_SUITE("core/store/outer_members") {
  TEST_CASE("of any op and of any damaged op it says what a whole parse says") {
    std::mt19937_64 random(61);
    std::size_t refused = 0;
    for (int round = 0; round < 20'000; ++round) {
      std::string line = write_op(test::random_op(random));
      if (round % 2 == 1) line = test::damaged(std::move(line), random);
      CAPTURE(line);
      REQUIRE(found(line) == expected(line));
      if (!found(line)) ++refused;
    }
    CHECK(refused > 100);
    CHECK(refused < 10'000);
  }

  TEST_CASE("of two members of one name the last counts and what lies deeper does not") {
    for (const char* line : {
             R"({"d":"1","d":"2"})",
             R"({"d":"1","d":{"d":"2"}})",
             R"({"d":{"x":1},"x":[{"s":2}],"s":3})",
             R"({"a":{"d":"1"},"":"2"})",
             R"({"s":-1,"t":1.5,"x":18446744073709551615,"k":null,"v":true})",
             R"({"s":18446744073709551616})",
             R"({"s":1e999})",
             R"({"s":1} {"s":2})",
             R"([{"d":"1"}])",
             R"("d")",
             R"({})",
             "",
         }) {
      CAPTURE(line);
      CHECK(found(line) == expected(line));
    }
  }

  TEST_CASE("what is nested deeper than allowed is refused as a whole parse would refuse it") {
    for (const char* innermost : {"", "1", "\"d\":1"})
      for (int depth = 0; depth < 12; ++depth) {
        const bool is_object = innermost[0] == '"';
        std::string line = R"({"d":)", end = "}";
        for (int i = 0; i < depth; ++i) line += is_object ? R"({"x":)" : "[", end += is_object ? '}' : ']';
        line += is_object ? "{" : "[";
        line += innermost + std::string(is_object ? "}" : "]") + std::string(end.rbegin(), end.rend());
        CAPTURE(line);
        CHECK(found(line).has_value() == (read_envelope(line).error().where != "op"));
        CHECK(found(line) == expected(line));
      }
  }
}

}  // namespace rehearse
