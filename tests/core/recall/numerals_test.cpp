#include "core/recall/numerals.h"

#include <doctest/doctest.h>

#include <string>

#include "core/recall/folded_characters.h"

using namespace rehearse;

namespace {

double value_of(std::string_view text) {
  const auto number = numeral_at(folded_characters(text));
  REQUIRE(number);
  return number->value;
}

std::string chinese_digits(int value) {
  static const std::string kDigits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string text;
  for (const char digit : std::to_string(value)) text += kDigits[digit - '0'];
  return text;
}

/// As it is spoken: 一百零五, 三十二.
std::string chinese_number(int value) {
  static const std::string kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string text;
  bool skipped = false;
  for (const auto& [place, name] : {std::pair{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}) {
    const int digit = value / place % 10;
    if (digit == 0) {
      skipped = !text.empty();
      continue;
    }
    if (skipped) text += "零";
    skipped = false;
    text += kDigits[digit] + name;
  }
  return text;
}

}  // namespace

TEST_SUITE("core/recall/numerals") {
  TEST_CASE("a number is the same in digits and in Chinese") {
    for (int value = 1; value < 10'000; ++value) {
      REQUIRE(value_of(std::to_string(value)) == value);
      REQUIRE(value_of(chinese_number(value)) == value);
      REQUIRE(value_of(chinese_digits(value)) == value);
      REQUIRE(value_of(chinese_number(value) + "万") == value * 1e4);
    }
  }

  TEST_CASE("a number is read however it is written") {
    CHECK(value_of("十五分钟") == 15);
    CHECK(value_of("两个") == 2);
    CHECK(value_of("三百八十万") == 3'800'000);
    CHECK(value_of("380万") == 3'800'000);
    CHECK(value_of("1,200 calls") == 1200);
    CHECK(value_of("３０天") == 30);
    CHECK(value_of("2.5") == doctest::Approx(2.5));
    CHECK(value_of("2. 其次") == 2);
    CHECK(english_number("thirty") == 30);
    CHECK(!english_number("third"));
  }

  TEST_CASE("what is no number is none") {
    CHECK(!numeral_at(folded_characters("")));
    CHECK(!numeral_at(folded_characters("万一")));
    CHECK(!numeral_at(folded_characters("订单")));
    CHECK(!numeral_at(folded_characters("1234567890123456")));
  }
}
