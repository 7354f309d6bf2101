// Documents as files: the door for everything that is given a path.
#pragma once

#include <filesystem>

#include "core/import/read_document.h"

namespace rehearse {

/// Reads the file and what it says. The error names the file.
Result<ReadDocument> read_document_file(const std::filesystem::path& file);

/// The same for a document that is to be kept: one in which no question was found is an error too.
Result<ReadDocument> read_question_bank(const std::filesystem::path& file);

}  // namespace rehearse
