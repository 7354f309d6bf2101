// Which database of a package is the collection, and its bytes.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/import/formats/zip_container.h"

namespace rehearse {

/// A package holds one of: collection.anki21b (a zstd stream, from Anki 2.1.50 on), collection.anki21, and
/// collection.anki2; beside a newer one an older one is a note that says to update, and is never read.
/// Errors: none of them, or one that unpacks to far more than a collection of text.
Result<std::string> collection_bytes(const ZipContainer& package);

/// The content of one zstd stream, at most `largest` bytes. The error says why not.
Result<std::string> unpacked_zstd(std::string_view stream, std::size_t largest);

}  // namespace rehearse
