#include "core/import/document_file.h"

#include <algorithm>
#include <utility>

#include "core/base/file.h"
#include "core/import/anki/anki_package.h"
#include "core/import/anki/anki_text.h"
#include "core/import/formats/format.h"
#include "core/import/read_text.h"

namespace rehearse {
namespace {

Result<std::vector<StudiedDeck>> read_decks(std::string_view bytes, std::string_view name,
                                            std::chrono::minutes utc_offset) {
  const Format format = format_of(bytes, name);
  if (format == Format::kAnkiPackage) return read_anki_package(bytes, utc_offset);
  if (format == Format::kTable) {
    if (auto decks = read_anki_text(bytes)) {
      for (StudiedDeck& deck : *decks)
        if (deck.document.title.empty()) deck.document.title = title_from_file_name(name);
      return std::move(*decks);
    }
  }
  auto read = read_document(bytes, name);
  if (!read) return read.error();
  std::vector<StudiedDeck> decks(1);
  decks.front().document = std::move(read->document);
  return decks;
}

Error in_file(Error error, const std::filesystem::path& file) {
  error.where = file.string();
  return error;
}

/// Why there is no question: what the reader stumbled over first. A text that merely holds none says so
/// itself.
Words reason_of(const std::vector<StudiedDeck>& decks) {
  const Words look{"see what is understood of it: rehearse parse", "可用 rehearse parse 查看读到的内容"};
  if (decks.empty() || decks.front().document.problems.empty()) return look;
  const std::vector<Problem>& problems = decks.front().document.problems;
  const Problem& first = problems.front();
  if (std::any_of(problems.begin(), problems.end(),
                  [](const Problem& problem) { return problem.code == "no-questions"; }))
    return look;
  if (!first.place.empty())
    return {first.place.english + ": " + first.message.english,
            first.place.chinese + "：" + first.message.chinese};
  if (first.line == 0) return first.message;
  const std::string line = std::to_string(first.line), column = std::to_string(first.column);
  return {"line " + line + ", column " + column + ": " + first.message.english,
          "第 " + line + " 行第 " + column + " 列：" + first.message.chinese};
}

}  // namespace

Result<ReadDocument> read_document_file(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  auto document = read_document(*bytes, file.filename().string());
  if (!document) return in_file(document.error(), file);
  return document;
}

Result<std::vector<StudiedDeck>> read_question_banks(const std::filesystem::path& file,
                                                     std::chrono::minutes utc_offset) {
  const auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  auto decks = question_banks_in(*bytes, file.filename().string(), utc_offset);
  if (!decks) return in_file(decks.error(), file);
  return decks;
}

Result<std::vector<StudiedDeck>> question_banks_in(std::string_view bytes, const std::string& name,
                                                   std::chrono::minutes utc_offset) {
  auto decks = read_decks(bytes, name, utc_offset);
  if (!decks) return decks;
  const bool has_questions = std::any_of(
      decks->begin(), decks->end(), [](const StudiedDeck& deck) { return !deck.document.questions.empty(); });
  // Where each field stands is told by the problems; a library keeps nothing else of it.
  for (StudiedDeck& deck : *decks) deck.document.sources = {};
  if (has_questions) return decks;
  return Error{{"no questions were found in it", "没有找到题目"}, name, reason_of(*decks)};
}

}  // namespace rehearse
