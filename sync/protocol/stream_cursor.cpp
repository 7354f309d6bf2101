#include "sync/protocol/stream_cursor.h"

#include <sodium.h>

#include <charconv>

#include "core/store/op.h"

namespace rehearse::sync {
namespace {

constexpr std::size_t kChainBytes = sizeof(std::uint64_t);

void put(std::string& bytes, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift);
}

}  // namespace

StreamCursor behind(const StreamCursor& cursor, const OpId& id, Instant admitted, std::string_view author) {
  std::string bytes;
  put(bytes, cursor.chain);
  bytes.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
  put(bytes, static_cast<std::uint64_t>(admitted.time_since_epoch().count()));
  bytes += author;
  unsigned char hash[crypto_generichash_BYTES_MIN];
  static_assert(sizeof hash >= kChainBytes);
  crypto_generichash(hash, sizeof hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  StreamCursor next{cursor.n + 1, 0};
  for (std::size_t i = 0; i < kChainBytes; ++i) next.chain = next.chain << 8 | hash[i];
  return next;
}

std::string to_text(const StreamCursor& cursor) {
  return cursor == StreamCursor() ? "" : std::to_string(cursor.n) + '.' + hex_text(cursor.chain);
}

std::optional<StreamCursor> parse_cursor(std::string_view text) {
  StreamCursor cursor;
  if (text.empty()) return cursor;
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto read = [](std::string_view digits, auto& number, int base) {
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, base);
    return error == std::errc{} && stop == end;
  };
  if (!read(text.substr(0, dot), cursor.n, 10) || !read(text.substr(dot + 1), cursor.chain, 16))
    return std::nullopt;
  // One cursor, one text: signs, leading zeros and capitals are none of ours.
  if (cursor.n <= 0 || cursor.n > kMostOfStream || to_text(cursor) != text) return std::nullopt;
  return cursor;
}

}  // namespace rehearse::sync
