#include "core/store/packed_line.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>

#include "core/store/hex_digits.h"
#include "core/store/line_phrases.h"
#include "core/store/op.h"

namespace rehearse {
namespace {

// Bytes that no line of ours holds: JSON escapes those below the blank, and UTF-8 has no place for the rest.
// DO NOT RENUMBER: they are in every library file.
enum Code : std::uint8_t {
  kByte = 0x00,        // the byte behind it, for lines that hold one of these all the same
  kName = 0x01,        // varint: the hexadecimal digits of the name of this number
  kNextName = 0x02,    // the same, of the number after that of the last id in this line
  kId = 0x03,          // 16 bytes: 32 hexadecimal digits
  kHalfId = 0x04,      // 8 bytes: 16 hexadecimal digits
  kNumber = 0x05,      // varint: its decimal digits
  kRarePhrase = 0x06,  // byte n: the phrase number kFrequentPhrases.size() + n
};
// The phrases 0, 1, … of line_phrases.h.
constexpr std::array<std::uint8_t, 38> kFrequentPhrases = {
    0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13,
    0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0xc0,
    0xc1, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xff};
/// byte → the number of its phrase, for those in kFrequentPhrases.
constexpr std::array<std::uint8_t, 256> kPhraseOfCode = [] {
  std::array<std::uint8_t, 256> numbers{};
  for (std::size_t i = 0; i < kFrequentPhrases.size(); ++i)
    numbers[kFrequentPhrases[i]] = static_cast<std::uint8_t>(i);
  return numbers;
}();

constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kDeviceDigits = 16;
constexpr std::string_view kReviewMark = R"("k":"review")";
constexpr std::string_view kDeviceKey = R"("d":")";
// A shorter number takes no more as its digits; a longer one may not fit 64 bits.
constexpr std::size_t kShortestNumber = 4;
constexpr std::size_t kLongestNumber = 18;

enum class Sort : std::uint8_t { kPlain, kHexDigit, kPhraseHead, kCode };

constexpr std::array<Sort, 256> kSorts = [] {
  std::array<Sort, 256> sorts{};
  for (std::size_t byte = 0; byte < sorts.size(); ++byte) {
    const char c = static_cast<char>(byte);
    if (byte < 0x20)
      sorts[byte] = Sort::kCode;
    else if (hex_value(c) != kNoHexDigit)
      sorts[byte] = Sort::kHexDigit;
    else if (can_begin_phrase(c))
      sorts[byte] = Sort::kPhraseHead;
  }
  for (const std::uint8_t code : kFrequentPhrases) sorts[code] = Sort::kCode;
  return sorts;
}();

Sort sort_of(char c) { return kSorts[static_cast<unsigned char>(c)]; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many of the next bytes are surely plain: whole eights that lie in characters of three bytes, as
/// Chinese does (lead bytes E0 to EF, then 80 to BF).
std::size_t chinese_bytes(std::string_view text, std::size_t begin) {
  constexpr std::uint64_t kUpperBits = 0x8080808080808080;
  std::size_t end = begin;
  for (std::uint64_t eight; text.size() - end >= sizeof eight; end += sizeof eight) {
    std::memcpy(&eight, text.data() + end, sizeof eight);
    // Of the upper four bits of each byte, 10xx or 1110 and no other.
    const std::uint64_t others = ~eight | ((eight << 1) & (~(eight << 2) | (eight << 3)));
    if ((others & kUpperBits) != 0) break;
  }
  return end - begin;
}

/// The index after the longest run from `begin` on of which every byte is `of_kind`.
template <class OfKind>
std::size_t run_end(std::string_view text, std::size_t begin, OfKind of_kind) {
  std::size_t end = begin;
  while (end < text.size() && of_kind(text[end])) ++end;
  return end;
}

void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

class Packer {
 public:
  /// `names`: nothing for a text that is to be the same bytes however many names and phrases there will be.
  Packer(std::string_view line, Names* names) : line_(line), names_(names) {
    names_ids_ = names != nullptr && line.find(kReviewMark) != std::string_view::npos;
    packed_.reserve(line.size());
  }

  std::string pack() {
    while (at_ < line_.size()) switch (sort_of(line_[at_])) {
        case Sort::kPlain:
          take_plain(run_end(line_, at_ + chinese_bytes(line_, at_),
                             [](char c) { return sort_of(c) == Sort::kPlain; }));
          break;
        case Sort::kHexDigit:
          take_hex(run_end(line_, at_, [](char c) { return hex_value(c) != kNoHexDigit; }));
          break;
        case Sort::kPhraseHead: take_phrase(); break;
        case Sort::kCode:
          packed_ += static_cast<char>(kByte);
          take_plain(at_ + 1);
          break;
      }
    return std::move(packed_);
  }

 private:
  void take_plain(std::size_t end) {
    packed_.append(line_, at_, end - at_);
    at_ = end;
  }

  void take_phrase() {
    const auto number = names_ != nullptr ? phrase_at(line_.substr(at_)) : std::nullopt;
    if (!number) return take_plain(at_ + 1);
    if (*number < kFrequentPhrases.size()) {
      packed_ += static_cast<char>(kFrequentPhrases[*number]);
    } else {
      packed_ += static_cast<char>(kRarePhrase);
      packed_ += static_cast<char>(*number - kFrequentPhrases.size());
    }
    at_ += phrase(*number).size();
  }

  void take_hex(std::size_t end) {
    const std::size_t digits = end - at_;
    if (digits != kIdDigits && digits != kDeviceDigits) return take_digits(end);
    Name name;
    name.size = (digits == kIdDigits ? kIdDigits : kDeviceDigits) / 2;
    read_hex(line_.substr(at_), name.bytes.data(), name.size);
    const bool is_device = digits == kDeviceDigits && line_.substr(0, at_).ends_with(kDeviceKey);
    if (digits == kIdDigits ? names_ids_ : names_ != nullptr && is_device) {
      append_name(name);
    } else {
      packed_ += static_cast<char>(digits == kIdDigits ? kId : kHalfId);
      packed_.append(reinterpret_cast<const char*>(name.bytes.data()), name.size);
    }
    at_ = end;
  }

  void append_name(const Name& name) {
    const auto number = static_cast<std::uint64_t>(names_->number_of(name));
    // The points of a question were named one after the other when it was answered first.
    if (number == last_id_ + 1) {
      packed_ += static_cast<char>(kNextName);
    } else {
      packed_ += static_cast<char>(kName);
      append_varint(packed_, number);
    }
    if (name.size * 2 == kIdDigits) last_id_ = number;
  }

  /// A run of hexadecimal digits that is no id: the numbers in it.
  void take_digits(std::size_t end) {
    while (at_ < end) {
      if (!is_digit(line_[at_])) {
        take_plain(at_ + 1);
        continue;
      }
      const std::size_t behind = run_end(line_, at_, is_digit);
      const std::size_t length = behind - at_;
      if (line_[at_] == '0' || length < kShortestNumber || length > kLongestNumber) {
        take_plain(behind);
        continue;
      }
      std::uint64_t value = 0;
      std::from_chars(line_.data() + at_, line_.data() + behind, value);
      packed_ += static_cast<char>(kNumber);
      append_varint(packed_, value);
      at_ = behind;
    }
  }

  std::string_view line_;
  Names* names_;
  bool names_ids_ = false;
  std::size_t at_ = 0;
  std::uint64_t last_id_ = 0;
  std::string packed_;
};

class Unpacker {
 public:
  Unpacker(std::string_view packed, const Names& names) : packed_(packed), names_(names) {}

  Result<std::string> unpack() {
    line_.reserve(packed_.size() * 6);
    while (at_ < packed_.size() && !fault_) {
      take();
      if (line_.size() > kLongestOpLine) fail("is longer than an op may be");
    }
    if (fault_) return Error{fault_, "op", ""};
    return std::move(line_);
  }

 private:
  void fail(const char* what) { fault_ = what; }

  void take() {
    const std::size_t end = run_end(packed_, at_, [](char c) { return sort_of(c) != Sort::kCode; });
    line_.append(packed_, at_, end - at_);
    at_ = end;
    if (at_ == packed_.size()) return;
    const auto code = static_cast<std::uint8_t>(packed_[at_++]);
    switch (code) {
      case kByte: line_ += next(1); break;
      case kName: take_name(varint()); break;
      case kNextName: take_name(last_id_ + 1); break;
      case kId: take_bytes(kIdDigits / 2); break;
      case kHalfId: take_bytes(kDeviceDigits / 2); break;
      case kNumber: take_number(varint()); break;
      case kRarePhrase:
        if (const std::string_view byte = next(1); !byte.empty())
          take_phrase(kFrequentPhrases.size() + static_cast<unsigned char>(byte.front()));
        break;
      default: take_phrase(kPhraseOfCode[code]);
    }
  }

  /// Nothing, and a fault, when there are not so many bytes left.
  std::string_view next(std::size_t count) {
    if (packed_.size() - at_ < count) {
      fail("ends in the middle");
      return {};
    }
    const std::string_view bytes = packed_.substr(at_, count);
    at_ += count;
    return bytes;
  }

  std::uint64_t varint() {
    constexpr int kBits = std::numeric_limits<std::uint64_t>::digits;
    std::uint64_t value = 0;
    for (int shift = 0; shift < kBits; shift += 7) {
      const std::string_view byte = next(1);
      if (byte.empty()) return 0;
      const auto bits = static_cast<std::uint64_t>(static_cast<unsigned char>(byte.front()));
      value |= (bits & 0x7f) << shift;
      if (bits < 0x80) return value;
    }
    fail("holds a number without an end");
    return 0;
  }

  void take_bytes(std::size_t count) {
    const std::string_view bytes = next(count);
    append_hex(line_, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }

  void take_name(std::uint64_t number) {
    if (fault_) return;
    const auto name = names_.at(static_cast<std::int64_t>(number));
    if (!name) return fail("mentions a name that is not there");
    append_hex(line_, name->bytes.data(), name->size);
    if (name->size * 2 == kIdDigits) last_id_ = number;
  }

  void take_number(std::uint64_t value) {
    if (fault_) return;
    std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 1> digits;
    line_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
  }

  void take_phrase(std::size_t number) {
    const std::string_view text = phrase(number);
    if (text.empty()) return fail("is in words of a newer version");
    line_ += text;
  }

  std::string_view packed_;
  const Names& names_;
  std::size_t at_ = 0;
  std::uint64_t last_id_ = 0;
  const char* fault_ = nullptr;
  std::string line_;
};

}  // namespace

std::string pack_line(std::string_view line, Names& names) { return Packer(line, &names).pack(); }

std::string pack_text(std::string_view text) { return Packer(text, nullptr).pack(); }

Result<std::string> unpack_line(std::string_view packed, const Names& names) {
  return Unpacker(packed, names).unpack();
}

}  // namespace rehearse
