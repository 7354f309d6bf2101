// Years of answers that nobody waited for.
#pragma once

#include <cstddef>
#include <filesystem>

#include "core/base/time.h"
#include "core/deck/document.h"

namespace rehearse::bench {

/// Three years of answers up to `end` to the deck's questions, into the log of the library in `folder` alone:
/// what that library shows is not looked at.
void write_answers(const std::filesystem::path& folder, const Document& deck, std::size_t count, Instant end);

}  // namespace rehearse::bench
