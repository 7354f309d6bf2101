// read_document_json FILE: what the reader makes of a file, as JSON. For looking and for scoring.
#include <filesystem>
#include <iostream>

#include "core/base/file.h"
#include "core/deck/document_json.h"
#include "core/import/read_document.h"

int main(int count, char** words) {
  if (count != 2) {
    std::cerr << "usage: read_document_json FILE\n";
    return 2;
  }
  const std::filesystem::path path = words[1];
  const auto bytes = rehearse::read_file(path);
  if (!bytes) {
    std::cerr << bytes.error().line() << "\n";
    return 1;
  }
  const auto read = rehearse::read_document(*bytes, path.filename().string());
  if (!read) {
    std::cerr << read.error().line() << "\n";
    return 1;
  }
  std::cout << rehearse::document_to_json(read->document) << "\n";
  return 0;
}
