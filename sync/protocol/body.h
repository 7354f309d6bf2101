// The body of a request or a reply as it is sent: zstd, or plain lines.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse::sync {

inline constexpr const char* kPackedType = "application/x-ops+zstd";
inline constexpr const char* kPlainType = "application/x-ops";

/// One zstd frame, level 3.
std::string pack_body(std::string_view text);

/// Nothing for what is no single whole frame, needs a window above 8 MiB, or holds more than `most` bytes:
/// never takes more memory than that.
std::optional<std::string> unpack_body(std::string_view packed, std::size_t most);

}  // namespace rehearse::sync
