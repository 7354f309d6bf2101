#include "core/store/packed_pieces.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/store/line_phrases.h"

namespace rehearse {
namespace {

constexpr std::uint8_t kNoCode = 0xff;
constexpr std::uint8_t kNoPhrase = 0xfe;

/// byte → the number of its phrase, kNoPhrase for another code, kNoCode for what stands as it is.
constexpr std::array<std::uint8_t, 256> kPhraseOfCode = [] {
  std::array<std::uint8_t, 256> numbers{};
  numbers.fill(kNoCode);
  for (std::size_t code = 0; code <= PackedCode::kRarePhrase; ++code) numbers[code] = kNoPhrase;
  for (std::size_t i = 0; i < kFrequentPhrases.size(); ++i)
    numbers[kFrequentPhrases[i]] = static_cast<std::uint8_t>(i);
  return numbers;
}();

std::uint8_t phrase_of(char c) { return kPhraseOfCode[static_cast<unsigned char>(c)]; }

/// How many of the next bytes are surely no codes: whole eights of ASCII from the blank on and of characters
/// of three bytes.
std::size_t plain_eights(std::string_view text, std::size_t begin) {
  constexpr std::uint64_t kBlanks = 0x2020202020202020, kUpperBits = 0x8080808080808080;
  std::size_t end = begin;
  for (std::uint64_t eight; text.size() - end >= sizeof eight; end += sizeof eight) {
    std::memcpy(&eight, text.data() + end, sizeof eight);
    const std::uint64_t below_blank = (eight - kBlanks) & ~eight;
    // Of the upper four bits of each byte, 11xx but 1110.
    const std::uint64_t others = eight & (eight << 1) & (~(eight << 2) | (eight << 3));
    if (((below_blank | others) & kUpperBits) != 0) break;
  }
  return end - begin;
}

}  // namespace

PackedPieces::Kind PackedPieces::next() {
  if (fault_) return Kind::kFault;
  if (rest_.empty()) return Kind::kEnd;
  const std::uint8_t phrase_number = phrase_of(rest_.front());
  if (phrase_number == kNoCode) {
    std::size_t length = 0;
    do length += std::max<std::size_t>(1, plain_eights(rest_, length));
    while (length < rest_.size() && phrase_of(rest_[length]) == kNoCode);
    return take_bytes(Kind::kText, length);
  }
  const auto code = static_cast<std::uint8_t>(rest_.front());
  rest_.remove_prefix(1);
  if (phrase_number != kNoPhrase) return take_phrase(phrase_number);
  switch (code) {
    case PackedCode::kByte: return take_bytes(Kind::kText, 1);
    case PackedCode::kName: return take_varint() ? take_name(number_) : Kind::kFault;
    case PackedCode::kNextName: return take_name(last_id_ + 1);
    case PackedCode::kId: return take_bytes(Kind::kHex, kIdBytes);
    case PackedCode::kHalfId: return take_bytes(Kind::kHex, kDeviceBytes);
    case PackedCode::kNumber: return take_varint() ? Kind::kNumber : Kind::kFault;
    default:
      if (take_bytes(Kind::kText, 1) == Kind::kFault) return Kind::kFault;
      return take_phrase(kFrequentPhrases.size() + static_cast<unsigned char>(text_.front()));
  }
}

PackedPieces::Kind PackedPieces::fail(const char* what) {
  fault_ = what;
  return Kind::kFault;
}

PackedPieces::Kind PackedPieces::take_bytes(Kind kind, std::size_t count) {
  if (rest_.size() < count) return fail("ends in the middle");
  text_ = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return kind;
}

PackedPieces::Kind PackedPieces::take_name(std::uint64_t number) {
  if (names_ == nullptr) {
    text_ = {};
    return Kind::kHex;
  }
  const auto name = names_->at(static_cast<std::int64_t>(number));
  if (!name) return fail("mentions a name that is not there");
  name_ = *name;
  text_ = {reinterpret_cast<const char*>(name_.bytes.data()), name_.size};
  if (name_.size == kIdBytes) last_id_ = number;
  return Kind::kHex;
}

PackedPieces::Kind PackedPieces::take_phrase(std::size_t number) {
  text_ = phrase(number);
  return text_.empty() ? fail("is in words of a newer version") : Kind::kText;
}

bool PackedPieces::take_varint() {
  constexpr int kBits = std::numeric_limits<std::uint64_t>::digits;
  number_ = 0;
  for (int shift = 0; shift < kBits; shift += 7) {
    if (rest_.empty()) {
      fail("ends in the middle");
      return false;
    }
    const auto bits = static_cast<std::uint64_t>(static_cast<unsigned char>(rest_.front()));
    rest_.remove_prefix(1);
    number_ |= (bits & 0x7f) << shift;
    if (bits < 0x80) return true;
  }
  fail("holds a number without an end");
  return false;
}

}  // namespace rehearse
