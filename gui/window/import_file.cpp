#include "gui/window/import_file.h"

#include "core/import/document_file.h"

namespace rehearse {

Result<ImportReport> import_file(Library& library, const std::filesystem::path& path, LocalInstant now) {
  const Result<ReadDocument> read = read_question_bank(path);
  if (!read) return read.error();
  return library.import_document(read->document, now);
}

}  // namespace rehearse
