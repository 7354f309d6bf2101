// The formats a deck can leave in, and the one place that chooses between their writers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"
#include "core/schedule/history.h"

namespace rehearse {

enum class ExportFormat {
  kMarkdown,       // our own, for people: decks/README.md
  kJson,           // our own, for programs: the same page
  kTable,          // .csv: core/export/README.md
  kQuestionSheet,  // .html, to be printed
  kAnkiPackage,    // .apkg, with the deck's history: core/export/anki_package.md
};

/// md, json, csv, html, apkg: what --format takes.
std::optional<ExportFormat> export_format_from_word(std::string_view word);
/// All of the words above: "md, json, csv, html, apkg".
std::string export_format_words();
/// By the file's extension, whatever its case.
std::optional<ExportFormat> export_format_of_file(std::string_view file_name);

/// The bytes of the file. Only a package says what was done with the deck, and when it was written.
std::string write_deck(const StudiedDeck& deck, ExportFormat format, LocalInstant now);

}  // namespace rehearse
