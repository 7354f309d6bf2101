// A file dropped on the window becomes a deck.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/library.h"

namespace rehearse {

/// Reads the file and puts its questions into the library. An error says why nothing was added.
/// Throws StoreError when the library cannot keep them.
Result<ImportReport> import_file(Library& library, const std::filesystem::path& path, LocalInstant now);

}  // namespace rehearse
