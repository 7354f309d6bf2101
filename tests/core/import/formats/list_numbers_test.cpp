#include "core/import/formats/list_numbers.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <utility>

using namespace rehearse;

namespace {

void check(NumberFormat format, std::initializer_list<std::pair<int, const char*>> expected) {
  for (const auto& pair : expected) {
    CAPTURE(pair.first);
    CHECK(number_in(format, pair.first) == pair.second);
  }
}

}  // namespace

TEST_SUITE("core/import/formats/list_numbers") {
  TEST_CASE("numbers are written as word processors write them") {
    check(NumberFormat::kDecimal, {{0, "0"}, {12, "12"}});
    check(NumberFormat::kLeadingZero, {{3, "03"}, {12, "12"}});
    check(NumberFormat::kFullWidth, {{10, "１０"}});
    check(NumberFormat::kUpperLetter, {{1, "A"}, {26, "Z"}, {27, "AA"}, {53, "AAA"}});
    check(NumberFormat::kLowerLetter, {{2, "b"}});
    check(NumberFormat::kUpperRoman, {{4, "IV"}, {9, "IX"}, {14, "XIV"}, {1994, "MCMXCIV"}});
    check(NumberFormat::kLowerRoman, {{8, "viii"}});
    check(NumberFormat::kChinese, {{1, "一"},
                                   {10, "十"},
                                   {11, "十一"},
                                   {20, "二十"},
                                   {102, "一百零二"},
                                   {110, "一百一十"},
                                   {3000, "三千"}});
    check(NumberFormat::kChineseDigits, {{11, "一一"}, {102, "一〇二"}});
    check(NumberFormat::kChineseLegal, {{3, "叁"}, {11, "壹拾壹"}});
    check(NumberFormat::kHeavenlyStem, {{1, "甲"}, {10, "癸"}, {11, "11"}});
    check(NumberFormat::kCircled, {{1, "①"}, {20, "⑳"}, {21, "(21)"}});
    check(NumberFormat::kNone, {{5, ""}});
  }

  TEST_CASE("a number no format has a sign for is written in decimal") {
    for (int format = 0; format < static_cast<int>(NumberFormat::kNone); ++format)
      for (int number : {-1, 100'000, 2'000'000'000}) {
        const std::string text = number_in(static_cast<NumberFormat>(format), number);
        CHECK_FALSE(text.empty());
        CHECK(text.size() < 40);
      }
  }
}
