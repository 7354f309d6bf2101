#include "core/import/anki/protobuf.h"

#include <cstddef>

namespace rehearse {
namespace {

enum WireType : std::uint64_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

std::optional<std::uint64_t> take_varint(std::string_view& message) {
  constexpr std::size_t kMostBytes = 10;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < message.size() && i < kMostBytes; ++i) {
    const auto byte = static_cast<std::uint8_t>(message[i]);
    value |= std::uint64_t{byte & 0x7fU} << (7 * i);
    if ((byte & 0x80) != 0) continue;
    message.remove_prefix(i + 1);
    return value;
  }
  return std::nullopt;
}

bool skip(std::string_view& message, std::uint64_t count) {
  if (count > message.size()) return false;
  message.remove_prefix(static_cast<std::size_t>(count));
  return true;
}

}  // namespace

std::optional<std::uint64_t> protobuf_number(std::string_view message, std::uint32_t field) {
  std::optional<std::uint64_t> found;
  while (!message.empty()) {
    const auto key = take_varint(message);
    if (!key) break;
    bool sound = true;
    switch (*key & 7) {
      case kVarint: {
        const auto value = take_varint(message);
        sound = value.has_value();
        if (sound && *key >> 3 == field) found = value;
        break;
      }
      case kBytes: {
        const auto length = take_varint(message);
        sound = length && skip(message, *length);
        break;
      }
      case kFixed64: sound = skip(message, 8); break;
      case kFixed32: sound = skip(message, 4); break;
      default: sound = false;
    }
    if (!sound) break;
  }
  return found;
}

}  // namespace rehearse
