#include "core/base/sha1.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace rehearse {
namespace {

constexpr std::size_t kBlock = 64;  // bytes

using State = std::array<std::uint32_t, 5>;

/// RFC 3174 §5: the function and the constant of each twenty rounds.
template <std::size_t kRound>
std::uint32_t round_term(std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  if constexpr (kRound < 20) return (d ^ (b & (c ^ d))) + 0x5A827999;
  if constexpr (kRound >= 20 && kRound < 40) return (b ^ c ^ d) + 0x6ED9EBA1;
  if constexpr (kRound >= 40 && kRound < 60) return ((b & c) | (d & (b | c))) + 0x8F1BBCDC;
  if constexpr (kRound >= 60) return (b ^ c ^ d) + 0xCA62C1D6;
}

using Ring = std::array<std::uint32_t, 16>;  // the last words of the schedule

/// One round. The names of the state turn instead of its values: each call gives them one place further.
template <std::size_t kRound>
void add_round(Ring& words, std::uint32_t a, std::uint32_t& b, std::uint32_t c, std::uint32_t d,
               std::uint32_t& e) {
  std::uint32_t& word = words[kRound % 16];
  if constexpr (kRound >= 16)
    word =
        std::rotl(words[(kRound + 13) % 16] ^ words[(kRound + 8) % 16] ^ words[(kRound + 2) % 16] ^ word, 1);
  e += std::rotl(a, 5) + round_term<kRound>(b, c, d) + word;
  b = std::rotl(b, 30);
}

template <std::size_t kRound>
void add_rounds(Ring& words, State& s) {
  add_round<kRound>(words, s[0], s[1], s[2], s[3], s[4]);
  add_round<kRound + 1>(words, s[4], s[0], s[1], s[2], s[3]);
  add_round<kRound + 2>(words, s[3], s[4], s[0], s[1], s[2]);
  add_round<kRound + 3>(words, s[2], s[3], s[4], s[0], s[1]);
  add_round<kRound + 4>(words, s[1], s[2], s[3], s[4], s[0]);
  if constexpr (kRound + 5 < 80) add_rounds<kRound + 5>(words, s);
}

void add_block(State& state, const char* block) {
  Ring words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = [&](std::size_t at) {
      return std::uint32_t{static_cast<std::uint8_t>(block[4 * i + at])};
    };
    words[i] = byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
  }
  State turned = state;
  add_rounds<0>(words, turned);
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += turned[i];
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) { return sha1({}, bytes); }

std::array<std::uint8_t, 20> sha1(std::string_view first, std::string_view second) {
  State state{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  std::array<char, 2 * kBlock> rest;  // what fills no block yet
  std::size_t left = 0;
  for (std::string_view bytes : {first, second})
    while (!bytes.empty()) {
      const std::size_t taken = bytes.copy(rest.data() + left, kBlock - left);
      bytes.remove_prefix(taken);
      left += taken;
      if (left < kBlock) continue;
      add_block(state, rest.data());
      left = 0;
    }
  // Behind it a bit, and at the end of the last block the length in bits.
  const std::size_t end = left < kBlock - 8 ? kBlock : 2 * kBlock;
  std::fill(rest.begin() + static_cast<std::ptrdiff_t>(left), rest.end(), '\0');
  rest[left] = '\x80';
  const std::uint64_t bits = std::uint64_t{first.size() + second.size()} * 8;
  for (std::size_t i = 0; i < 8; ++i) rest[end - 1 - i] = static_cast<char>(bits >> 8 * i & 0xff);
  for (std::size_t at = 0; at < end; at += kBlock) add_block(state, rest.data() + at);
  std::array<std::uint8_t, 20> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> (24 - 8 * (i % 4)));
  return digest;
}

}  // namespace rehearse
