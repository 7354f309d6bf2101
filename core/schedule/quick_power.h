// Powers for weighing many cards: about four times as fast as std::pow, and the same bits on every machine.
#pragma once

#include <bit>
#include <cstdint>

namespace rehearse {

/// The logarithm to base 2 of a positive normal number, within 2e-9.
inline double quick_log2(double value) {
  constexpr std::uint64_t kMantissa = 0x000F'FFFF'FFFF'FFFF;
  constexpr std::uint64_t kHalfRootOfTwo = 0x0006'A09E'667F'3BCD;  // mantissa of √2: above it, halve
  constexpr double kTwoOverLn2 = 2.885390081777927;
  const auto bits = std::bit_cast<std::uint64_t>(value);
  const std::uint64_t mantissa = bits & kMantissa;
  const std::uint64_t halved = mantissa > kHalfRootOfTwo ? 1 : 0;
  const double m = std::bit_cast<double>(mantissa | (0x3FFULL - halved) << 52);
  const auto exponent = static_cast<std::int64_t>(bits >> 52) - 1023 + static_cast<std::int64_t>(halved);
  // ln m = 2·artanh t, |t| <= 0.172
  const double t = (m - 1) / (m + 1), t2 = t * t;
  const double series = t * (1 + t2 * (1.0 / 3 + t2 * (1.0 / 5 + t2 * (1.0 / 7 + t2 * (1.0 / 9)))));
  return static_cast<double>(exponent) + kTwoOverLn2 * series;
}

/// 2 to the power of `value` in [−1000, 1000], within 1e-8 of itself.
inline double quick_exp2(double value) {
  constexpr double kLn2 = 0.6931471805599453;
  const auto whole = static_cast<std::int64_t>(value + (value < 0 ? -0.5 : 0.5));
  const double x = (value - static_cast<double>(whole)) * kLn2;
  const double series =
      1 +
      x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x / 5040))))));
  return series * std::bit_cast<double>(static_cast<std::uint64_t>(whole + 1023) << 52);
}

}  // namespace rehearse
