// The codes of a packed line (README.md here lists them), and the pieces it is made of, one after the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/store/names.h"

namespace rehearse {

// Bytes that no line of ours holds: JSON escapes those below the blank, and UTF-8 has no place for the rest.
// DO NOT RENUMBER: they are in every library file.
struct PackedCode {
  enum : std::uint8_t {
    kByte = 0x00,        // the byte behind it, for lines that hold one of these all the same
    kName = 0x01,        // varint: the hexadecimal digits of the name of this number
    kNextName = 0x02,    // the same, of the number after that of the last id in this line
    kId = 0x03,          // 16 bytes: 32 hexadecimal digits
    kHalfId = 0x04,      // 8 bytes: 16 hexadecimal digits
    kNumber = 0x05,      // varint: its decimal digits
    kRarePhrase = 0x06,  // byte n: the phrase number kFrequentPhrases.size() + n
  };
};
// The phrases 0, 1, … of line_phrases.h.
inline constexpr std::array<std::uint8_t, 38> kFrequentPhrases = {
    0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13,
    0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0xc0,
    0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff};

inline constexpr std::size_t kIdBytes = 16;
inline constexpr std::size_t kDeviceBytes = 8;

class PackedPieces {
 public:
  enum class Kind {
    kText,    // text(), as it stands
    kHex,     // the hexadecimal digits of the bytes in text(), kIdBytes or kDeviceBytes of them
    kNumber,  // the decimal digits of number()
    kEnd,
    kFault,  // what pack_line did not make: fault()
  };

  /// Reads from both as long as it lives. `names`: nothing when names are of no interest, which come out
  /// without digits then.
  PackedPieces(std::string_view packed, const Names* names) : rest_(packed), names_(names) {}
  PackedPieces(const PackedPieces&) = delete;
  PackedPieces& operator=(const PackedPieces&) = delete;

  /// Goes to the first piece, then to the next. It stays at the end, and at a fault.
  Kind next();
  /// Until the next piece.
  std::string_view text() const { return text_; }
  std::uint64_t number() const { return number_; }
  const char* fault() const { return fault_; }

 private:
  Kind fail(const char* what);
  Kind take_bytes(Kind kind, std::size_t count);
  Kind take_name(std::uint64_t number);
  Kind take_phrase(std::size_t number);
  bool take_varint();

  std::string_view rest_;
  const Names* names_;
  Name name_;
  std::string_view text_;
  std::uint64_t number_ = 0;
  std::uint64_t last_id_ = 0;  // the number of its name
  const char* fault_ = nullptr;
};

}  // namespace rehearse
