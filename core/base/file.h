// Whole files in and out, with words for what can go wrong.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace rehearse {

/// A document larger than this is not an interview question bank.
inline constexpr std::uintmax_t kLargestDocument = 100 * 1000 * 1000;

/// The bytes of a regular file of at most `largest` bytes; else why not. A folder, a device and a pipe
/// are refused: reading them could hang.
Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t largest = kLargestDocument);

/// Writes beside the target and renames, so that a reader meets the old bytes or the new ones.
Result<std::monostate> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace rehearse
