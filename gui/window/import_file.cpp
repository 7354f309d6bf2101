#include "gui/window/import_file.h"

#include "core/import/document_file.h"

namespace rehearse {

Result<ImportReport> import_file(Library& library, const std::filesystem::path& path, LocalInstant now) {
  const auto read = read_question_banks(path, now.utc_offset);
  if (!read) return read.error();
  return library.import_decks(*read, now);
}

}  // namespace rehearse
