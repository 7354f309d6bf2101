// 128-bit names for things. The tag keeps a card's name from being taken for a question's.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse {

namespace detail {
std::string bytes_to_hex(const std::uint8_t* bytes, std::size_t count);
bool hex_to_bytes(std::string_view hex, std::uint8_t* bytes, std::size_t count);
}  // namespace detail

template <class Tag>
struct Id {
  static constexpr std::size_t kBytes = 16;
  std::array<std::uint8_t, kBytes> bytes{};

  friend auto operator<=>(const Id&, const Id&) = default;

  /// 32 lower-case hexadecimal digits, as in every file, on the wire and in --json.
  std::string hex() const { return detail::bytes_to_hex(bytes.data(), kBytes); }

  /// Nothing unless `hex` is exactly 32 lower-case hexadecimal digits.
  static std::optional<Id> from_hex(std::string_view hex) {
    Id id;
    if (!detail::hex_to_bytes(hex, id.bytes.data(), kBytes)) return std::nullopt;
    return id;
  }
};

using DeckId = Id<struct DeckTag>;
using QuestionId = Id<struct QuestionTag>;
using PointId = Id<struct PointTag>;
using CardId = Id<struct CardTag>;  // derived from a question or a point
using OpId = Id<struct OpTag>;      // BLAKE2b-128 of the op's line

}  // namespace rehearse

template <class Tag>
struct std::hash<rehearse::Id<Tag>> {
  // Every id is already the output of a hash: any eight of its bytes spread well.
  std::size_t operator()(const rehearse::Id<Tag>& id) const noexcept {
    std::size_t value;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};
