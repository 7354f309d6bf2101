// The numbers of lists as word processors and pages write them (ECMA-376 part 1, 17.18.59; HTML, <ol type>).
#pragma once

#include <string>

namespace rehearse {

enum class NumberFormat {
  kDecimal,      // 1
  kLeadingZero,  // 01
  kFullWidth,    // １
  kUpperLetter,  // A, Z, AA, BB
  kLowerLetter,
  kUpperRoman,
  kLowerRoman,
  kChinese,        // 一, 十一, 一百零二
  kChineseDigits,  // 一, 一一, 一〇二
  kChineseLegal,   // 壹, 贰
  kHeavenlyStem,   // 甲, 乙
  kCircled,        // ①, as far as 20; then (21)
  kBracketed,      // ⑴ as (1)
  kPointed,        // ⒈ as 1.
  kNone,
};

/// `number` from 0; what a format has no sign for is written in decimal.
std::string number_in(NumberFormat format, int number);

}  // namespace rehearse
