#include "core/export/export_format.h"

#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/deck/deck_json.h"
#include "core/deck/deck_markdown.h"
#include "core/export/anki_package.h"
#include "core/export/question_sheet.h"
#include "core/export/table.h"

namespace rehearse {
namespace {

// The first word of a format is its extension and its name.
constexpr std::array<std::pair<std::string_view, ExportFormat>, 7> kWords{{
    {"md", ExportFormat::kMarkdown},
    {"json", ExportFormat::kJson},
    {"csv", ExportFormat::kTable},
    {"html", ExportFormat::kQuestionSheet},
    {"apkg", ExportFormat::kAnkiPackage},
    {"markdown", ExportFormat::kMarkdown},
    {"htm", ExportFormat::kQuestionSheet},
}};
constexpr std::size_t kNames = 5;

}  // namespace

std::optional<ExportFormat> export_format_from_word(std::string_view word) {
  const std::string folded = case_folded(word);
  for (const auto& [name, format] : kWords)
    if (name == folded) return format;
  return std::nullopt;
}

std::string export_format_words() {
  std::string words;
  for (std::size_t i = 0; i < kNames; ++i) words += (i == 0 ? "" : ", ") + std::string(kWords[i].first);
  return words;
}

std::optional<ExportFormat> export_format_of_file(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  return export_format_from_word(file_name.substr(dot + 1));
}

std::string write_deck(const StudiedDeck& deck, ExportFormat format, LocalInstant now) {
  const Document& document = deck.document;
  switch (format) {
    case ExportFormat::kMarkdown: return write_deck_markdown(document);
    case ExportFormat::kJson: return write_deck_json(document);
    case ExportFormat::kTable: return write_table(document);
    case ExportFormat::kQuestionSheet: return write_question_sheet(document);
    case ExportFormat::kAnkiPackage: return write_anki_package(deck, now);
  }
  return {};
}

}  // namespace rehearse
