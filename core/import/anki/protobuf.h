// The little of Protocol Buffers that an Anki package needs (protobuf.dev/programming-guides/encoding).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rehearse {

/// The last number in `message` under `field`; nothing when there is none before the message ends or breaks.
std::optional<std::uint64_t> protobuf_number(std::string_view message, std::uint32_t field);

}  // namespace rehearse
