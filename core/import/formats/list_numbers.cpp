#include "core/import/formats/list_numbers.h"

#include <array>
#include <string_view>

#include "core/base/text.h"

namespace rehearse {
namespace {

/// A to Z, then AA, BB: Word repeats the letter.
std::string letters(int number, char first) {
  constexpr int kMostRepeated = 26 * 4;
  if (number < 1 || number > kMostRepeated) return std::to_string(number);
  const auto count = static_cast<std::size_t>(number - 1) / 26 + 1;
  return std::string(count, static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, std::string_view digits) {  // ones, fives, tens … thousands
  constexpr int kMost = 3999;
  if (number < 1 || number > kMost) return std::to_string(number);
  std::string text;
  std::size_t place = 6;
  for (int unit = 1000; unit > 0; unit /= 10, place -= 2) {
    const int digit = number / unit % 10;
    if (digit == 9 || digit == 4) {
      text += digits[place];
      text += digits[place + (digit == 9 ? 2 : 1)];
      continue;
    }
    if (digit >= 5) text += digits[place + 1];
    text.append(static_cast<std::size_t>(digit % 5), digits[place]);
  }
  return text;
}

using Digits = std::array<std::string_view, 10>;
constexpr Digits kPlainDigits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegalDigits{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};

/// 十一, 一百零二. `units`: ten, hundred, thousand. `one_ten`: what 10 to 19 begin with.
std::string counted(int number, const Digits& digits, const std::array<std::string_view, 3>& units,
                    std::string_view one_ten) {
  constexpr int kMost = 9999;
  if (number < 1 || number > kMost) return std::to_string(number);
  std::string text;
  bool skipped = false;
  int unit = 1000;
  for (std::size_t place = 4; place-- > 0; unit /= 10) {
    const int digit = number / unit % 10;
    if (digit == 0) {
      skipped = !text.empty();
      continue;
    }
    if (skipped) text += "零";
    skipped = false;
    if (place == 1 && digit == 1 && text.empty())
      text += one_ten;
    else
      text += digits[static_cast<std::size_t>(digit)];
    if (place > 0) text += units[place - 1];
  }
  return text;
}

std::string digit_by_digit(int number) {
  std::string text;
  for (char c : std::to_string(number)) text += kPlainDigits[static_cast<std::size_t>(c - '0')];
  return text;
}

std::string heavenly_stem(int number) {
  constexpr std::array<std::string_view, 10> stems{"甲", "乙", "丙", "丁", "戊",
                                                   "己", "庚", "辛", "壬", "癸"};
  return number >= 1 && number <= 10 ? std::string(stems[static_cast<std::size_t>(number - 1)])
                                     : std::to_string(number);
}

std::string circled(int number) {
  if (number < 1 || number > 20) return '(' + std::to_string(number) + ')';
  std::string text;
  append_utf8(text, U'①' + static_cast<char32_t>(number - 1));
  return text;
}

std::string full_width(int number) {
  std::string text;
  for (char c : std::to_string(number)) append_utf8(text, U'０' + static_cast<char32_t>(c - '0'));
  return text;
}

}  // namespace

std::string number_in(NumberFormat format, int number) {
  if (number < 0) return std::to_string(number);
  switch (format) {
    case NumberFormat::kDecimal: return std::to_string(number);
    case NumberFormat::kLeadingZero: return (number < 10 ? "0" : "") + std::to_string(number);
    case NumberFormat::kFullWidth: return full_width(number);
    case NumberFormat::kUpperLetter: return letters(number, 'A');
    case NumberFormat::kLowerLetter: return letters(number, 'a');
    case NumberFormat::kUpperRoman: return roman(number, "IVXLCDM");
    case NumberFormat::kLowerRoman: return roman(number, "ivxlcdm");
    case NumberFormat::kChinese: return counted(number, kPlainDigits, {"十", "百", "千"}, "");
    case NumberFormat::kChineseDigits: return digit_by_digit(number);
    case NumberFormat::kChineseLegal: return counted(number, kLegalDigits, {"拾", "佰", "仟"}, "壹");
    case NumberFormat::kHeavenlyStem: return heavenly_stem(number);
    case NumberFormat::kCircled: return circled(number);
    case NumberFormat::kBracketed: return '(' + std::to_string(number) + ')';
    case NumberFormat::kPointed: return std::to_string(number) + '.';
    case NumberFormat::kNone: return {};
  }
  return {};
}

}  // namespace rehearse
