// From the bytes of a file to a Document: the one door of core/import.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/deck/document.h"

namespace rehearse {

/// A document and the text its source spans point into (decoded and repaired, UTF-8).
struct ReadDocument {
  Document document;
  std::string text;
};

/// Reads any supported file. `file_name` (no folder) helps to tell formats apart and names a document
/// that has no title. The only errors are files that hold no text at all, empty or binary, and texts of half
/// a million lines with fewer than 10 bytes in each. Everything else is read as far as it goes, and what was
/// unsure stands in `document.problems`.
Result<ReadDocument> read_document(std::string_view bytes, std::string_view file_name);

}  // namespace rehearse
