// What must hold for a file whatever its bytes are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/deck/document.h"

namespace rehearse::fuzz {

inline std::string_view as_bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Reads the file twice by the door every file takes; its format is told by `file_name`. Stops the process,
/// which is how a fuzzer is told, unless both readings say the same and hold what check_document asks for.
/// Always 0, for libFuzzer.
int read_twice(std::string_view bytes, std::string_view file_name);

/// Stops the process unless every text is UTF-8, every error and problem has its words and its place, and
/// every span lies in `text` without cutting a character.
void check_document(const Document& document, std::string_view text);

/// Stops the process and says which law was broken.
void require(bool holds, const char* law);

}  // namespace rehearse::fuzz
