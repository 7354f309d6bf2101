// Which reader a file needs, told by its first bytes and, where they are not enough, by its name.
#pragma once

#include <string_view>

namespace rehearse {

enum class Format {
  kText,         // running text or Markdown, in any encoding
  kWord,         // .docx
  kPage,         // .html, .htm, .mhtml's inner page: saved from a browser
  kTable,        // .csv, .tsv, and Anki's text export with #separator lines
  kDeckJson,     // our own, .json
  kPdf,          // .pdf
  kAnkiPackage,  // .apkg, .colpkg
};

/// `file_name` without folder. What is none of the others is text.
Format format_of(std::string_view bytes, std::string_view file_name);

}  // namespace rehearse
