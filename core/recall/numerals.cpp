#include "core/recall/numerals.h"

#include <array>
#include <utility>

namespace rehearse {
namespace {

using Characters = std::span<const FoldedCharacter>;

// Beyond this a double is no longer exact, and nobody answers in such numbers.
constexpr std::size_t kMostDigits = 15;

std::optional<int> ascii_digit(char32_t c) {
  if (c < '0' || c > '9') return std::nullopt;
  return static_cast<int>(c - '0');
}

std::optional<int> chinese_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  if (c == U'〇') return 0;
  if (c == U'两') return 2;
  const std::size_t digit = kDigits.find(c);
  if (digit == std::u32string_view::npos) return std::nullopt;
  return static_cast<int>(digit);
}

/// 十 百 千: a place inside four digits; 0 for all else.
double small_place(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }
double large_place(char32_t c) { return c == U'万' ? 1e4 : c == U'亿' ? 1e8 : 0; }

std::size_t digits_at(Characters characters, std::size_t at) {
  std::size_t count = 0;
  while (at + count < characters.size() && ascii_digit(characters[at + count].character)) ++count;
  return count;
}

Numeral arabic_numeral(Characters characters) {
  Numeral number;
  const auto take = [&](std::size_t count) {
    for (; count > 0; --count)
      number.value = number.value * 10 + *ascii_digit(characters[number.length++].character);
  };
  const auto next = [&](char32_t c) {
    return number.length < characters.size() && characters[number.length].character == c;
  };
  take(digits_at(characters, 0));
  while (next(',') && digits_at(characters, number.length + 1) == 3 && number.length < kMostDigits) {
    ++number.length;
    take(3);
  }
  if (next('.')) {
    double place = 1;
    const std::size_t fraction = digits_at(characters, number.length + 1);
    number.length += fraction > 0 ? 1 : 0;
    for (std::size_t i = 0; i < fraction; ++i)
      number.value += (place /= 10) * *ascii_digit(characters[number.length++].character);
  }
  while (number.length < characters.size() && large_place(characters[number.length].character) > 0)
    number.value *= large_place(characters[number.length++].character);
  return number;
}

Numeral chinese_numeral(Characters characters) {
  Numeral number;
  double total = 0, group = 0;  // group: what a 万 or 亿 behind it would multiply
  double digit = 0;
  bool has_digit = false;
  for (; number.length < characters.size() && number.length < kMostDigits; ++number.length) {
    const char32_t c = characters[number.length].character;
    if (const auto found = chinese_digit(c)) {
      digit = digit * 10 + *found;
      has_digit = true;
    } else if (const double place = small_place(c); place > 0) {
      group += (has_digit ? digit : 1) * place;
      digit = 0;
      has_digit = false;
    } else if (const double large = large_place(c); large > 0 && number.length > 0) {
      total = (total + group + digit) * large;
      group = digit = 0;
      has_digit = false;
    } else {
      break;
    }
  }
  number.value = total + group + digit;
  return number;
}

}  // namespace

std::optional<Numeral> numeral_at(std::span<const FoldedCharacter> characters) {
  if (characters.empty()) return std::nullopt;
  const std::size_t digits = digits_at(characters, 0);
  if (digits > kMostDigits) return std::nullopt;
  const Numeral number = digits > 0 ? arabic_numeral(characters) : chinese_numeral(characters);
  if (number.length == 0) return std::nullopt;
  return number;
}

std::optional<double> english_number(std::string_view word) {
  using Spelt = std::pair<std::string_view, double>;
  static constexpr std::array<Spelt, 30> kNumbers{
      {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
       {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
       {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
       {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
       {"twenty", 20},  {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},
       {"seventy", 70}, {"eighty", 80},  {"ninety", 90},    {"hundred", 100}, {"thousand", 1000}}};
  for (const auto& [spelt, value] : kNumbers)
    if (word == spelt) return value;
  return std::nullopt;
}

}  // namespace rehearse
