#include "gui/window/import_file.h"

#include "core/base/file.h"
#include "core/import/read_document.h"

namespace rehearse {

Result<ImportReport> import_file(Library& library, const std::filesystem::path& path, LocalInstant now) {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  const Result<ReadDocument> read = read_document(*bytes, path.filename().string());
  if (!read) return read.error();
  return library.import_document(read->document, now);
}

}  // namespace rehearse
