#include "core/store/packed_line.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>

#include "core/base/varint.h"
#include "core/store/hex_digits.h"
#include "core/store/line_phrases.h"
#include "core/store/op.h"
#include "core/store/packed_pieces.h"

namespace rehearse {
namespace {

constexpr std::size_t kIdDigits = 2 * kIdBytes;
constexpr std::size_t kDeviceDigits = 2 * kDeviceBytes;
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

void append_number(std::string& out, std::uint64_t value) {
  std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 1> digits;
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

class Packer {
 public:
  /// With names and phrases.
  Packer(std::string_view line, Names& names) : Packer(line) {
    names_ = &names;
    names_ids_ = line.find(kReviewMark) != std::string_view::npos;
  }
  /// With phrases, and this name alone.
  Packer(std::string_view line, const NumberedName& device) : Packer(line) { device_ = &device; }
  /// With neither: the same bytes however many of them there will be.
  explicit Packer(std::string_view line) : line_(line) { packed_.reserve(line.size()); }

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
          packed_ += static_cast<char>(PackedCode::kByte);
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
    const auto number = is_bare() ? std::nullopt : phrase_at(line_.substr(at_));
    if (!number) return take_plain(at_ + 1);
    if (*number < kFrequentPhrases.size()) {
      packed_ += static_cast<char>(kFrequentPhrases[*number]);
    } else {
      packed_ += static_cast<char>(PackedCode::kRarePhrase);
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
    if (digits == kIdDigits ? names_ids_ : !is_bare() && is_device && (names_ || device_->name == name)) {
      append_name(name);
    } else {
      packed_ += static_cast<char>(digits == kIdDigits ? PackedCode::kId : PackedCode::kHalfId);
      packed_.append(reinterpret_cast<const char*>(name.bytes.data()), name.size);
    }
    at_ = end;
  }

  void append_name(const Name& name) {
    const auto number = static_cast<std::uint64_t>(names_ ? names_->number_of(name) : device_->number);
    // The points of a question were named one after the other when it was answered first.
    if (number == last_id_ + 1) {
      packed_ += static_cast<char>(PackedCode::kNextName);
    } else {
      packed_ += static_cast<char>(PackedCode::kName);
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
      packed_ += static_cast<char>(PackedCode::kNumber);
      append_varint(packed_, value);
      at_ = behind;
    }
  }

  bool is_bare() const { return names_ == nullptr && device_ == nullptr; }

  std::string_view line_;
  Names* names_ = nullptr;
  const NumberedName* device_ = nullptr;
  bool names_ids_ = false;
  std::size_t at_ = 0;
  std::uint64_t last_id_ = 0;
  std::string packed_;
};

Result<std::string> unpack(std::string_view packed, const Names* names) {
  using Kind = PackedPieces::Kind;
  std::string line;
  line.reserve(packed.size() * 6);
  PackedPieces pieces(packed, names);
  for (Kind kind = pieces.next(); kind != Kind::kEnd; kind = pieces.next()) {
    switch (kind) {
      case Kind::kText: line += pieces.text(); break;
      case Kind::kHex:
        append_hex(line, reinterpret_cast<const std::uint8_t*>(pieces.text().data()), pieces.text().size());
        break;
      case Kind::kNumber: append_number(line, pieces.number()); break;
      case Kind::kFault: return Error{pieces.fault(), "op", ""};
      case Kind::kEnd: break;
    }
    if (line.size() > kLongestOpLine) return Error{"is longer than an op may be", "op", ""};
  }
  return line;
}

/// The line without what write_import_op puts behind the fields; empty when that is not there.
std::string_view without_tail(std::string_view line) {
  constexpr std::string_view kSalt = R"(,"x":")", kWall = R"(,"w":)", kEnd = "\"}";
  constexpr std::size_t kSaltAndEnd = kSalt.size() + 16 + kEnd.size();
  if (line.size() < kSaltAndEnd || !line.substr(line.size() - kSaltAndEnd).starts_with(kSalt)) return {};
  line.remove_suffix(kSaltAndEnd);
  std::string_view before = line;
  while (!before.empty() && is_digit(before.back())) before.remove_suffix(1);
  if (!before.ends_with(kWall)) return line;
  return before.substr(0, before.size() - kWall.size());
}

}  // namespace

std::string pack_line(std::string_view line, Names& names) { return Packer(line, names).pack(); }

std::string pack_import_line(std::string_view line, const NumberedName& device) {
  return Packer(line, device).pack();
}

std::string pack_text(std::string_view text) { return Packer(text).pack(); }

Result<std::string> unpack_line(std::string_view packed, const Names& names) {
  return unpack(packed, &names);
}

std::optional<std::string> unpack_import_fields(std::string_view packed) {
  constexpr std::string_view kHead = R"({"by":"import",)", kKey = R"(,"v":)";
  Result<std::string> line = unpack(packed, nullptr);
  // Before the fields stand numbers and ids alone.
  const std::size_t key = line && line->starts_with(kHead) ? line->find(kKey) : std::string::npos;
  if (key == std::string::npos) return std::nullopt;
  std::string_view fields = without_tail(*line);
  fields.remove_prefix(std::min(fields.size(), key + kKey.size()));
  if (!fields.starts_with('{') || !fields.ends_with('}')) return std::nullopt;
  return std::string(fields);
}

}  // namespace rehearse
