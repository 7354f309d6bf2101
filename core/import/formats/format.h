// Which reader a file needs, told by its first bytes and, where they are not enough, by its name.
#pragma once

#include <array>
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

/// Endings of file names, each with its dot and in small letters.
inline constexpr std::array<std::string_view, 12> kDocumentEndings{".txt",  ".md",  ".markdown", ".docx",
                                                                   ".html", ".htm", ".csv",      ".tsv",
                                                                   ".json", ".pdf", ".apkg",     ".colpkg"};

/// In a folder only these are taken for documents; a file that is named is always tried.
bool is_named_as_document(std::string_view file_name);

}  // namespace rehearse
