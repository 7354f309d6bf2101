// Lower-case hexadecimal digits, without a check of the rest of the text: the log reads and writes dozens of
// millions of them when it is decoded as a whole.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rehearse {

inline constexpr std::uint8_t kNoHexDigit = 0xff;

namespace detail {

inline constexpr std::array<std::uint8_t, 256> kHexValues = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoHexDigit);
  for (std::uint8_t i = 0; i < 10; ++i) values[static_cast<std::size_t>('0' + i)] = i;
  for (std::uint8_t i = 0; i < 6; ++i)
    values[static_cast<std::size_t>('a' + i)] = static_cast<std::uint8_t>(10 + i);
  return values;
}();

}  // namespace detail

/// 0 to 15, or kNoHexDigit.
constexpr std::uint8_t hex_value(char digit) { return detail::kHexValues[static_cast<unsigned char>(digit)]; }

/// Two digits of `hex` into each of the `count` bytes; false when one is no digit. `hex` must have them all.
inline bool read_hex(std::string_view hex, std::uint8_t* bytes, std::size_t count) {
  std::uint8_t seen = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t high = hex_value(hex[2 * i]), low = hex_value(hex[2 * i + 1]);
    seen |= high | low;
    bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return seen != kNoHexDigit;
}

/// Of at most 16 bytes.
inline void append_hex(std::string& text, const std::uint8_t* bytes, std::size_t count) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::array<char, 32> digits;
  count = std::min(count, digits.size() / 2);
  for (std::size_t i = 0; i < count; ++i) {
    digits[2 * i] = kDigits[bytes[i] >> 4];
    digits[2 * i + 1] = kDigits[bytes[i] & 15];
  }
  text.append(digits.data(), 2 * count);
}

}  // namespace rehearse
