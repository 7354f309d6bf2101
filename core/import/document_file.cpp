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

Result<SourcedBanks> read_banks(std::string_view bytes, std::string_view name,
                                std::chrono::minutes utc_offset) {
  const Format format = format_of(bytes, name);
  if (format == Format::kAnkiPackage) {
    auto decks = read_anki_package(bytes, utc_offset);
    if (!decks) return decks.error();
    return SourcedBanks{std::move(*decks), {}};
  }
  if (format == Format::kTable) {
    if (auto decks = read_anki_text(bytes)) {
      for (StudiedDeck& deck : *decks)
        if (deck.document.title.empty()) deck.document.title = title_from_file_name(name);
      return SourcedBanks{std::move(*decks), {}};
    }
  }
  auto read = read_document(bytes, name);
  if (!read) return read.error();
  SourcedBanks banks;
  banks.decks.resize(1);
  banks.decks.front().document = std::move(read->document);
  banks.text = std::move(read->text);
  return banks;
}

Error in_file(Error error, const std::filesystem::path& file) {
  error.where = file.string();
  return error;
}

/// Why there is no question: what the reader stumbled over first. A text that merely holds none says so
/// itself.
Words reason_of(const std::vector<StudiedDeck>& decks) {
  Words look{"see what is understood of it: rehearse parse", "可用 rehearse parse 查看读到的内容"};
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

Result<SourcedBanks> sourced_banks_in(std::string_view bytes, const std::string& name,
                                      std::chrono::minutes utc_offset) {
  auto banks = read_banks(bytes, name, utc_offset);
  if (!banks) return banks;
  const bool has_questions =
      std::any_of(banks->decks.begin(), banks->decks.end(),
                  [](const StudiedDeck& deck) { return !deck.document.questions.empty(); });
  if (has_questions) return banks;
  return Error{{"no questions were found in it", "没有找到题目"}, name, reason_of(banks->decks)};
}

/// Where each field stands is told by the problems; a library keeps nothing else of it.
std::vector<StudiedDeck> without_sources(SourcedBanks banks) {
  for (StudiedDeck& deck : banks.decks) deck.document.sources = {};
  return std::move(banks.decks);
}

}  // namespace

Result<ReadDocument> read_document_file(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  auto document = read_document(*bytes, file.filename().string());
  if (!document) return in_file(document.error(), file);
  return document;
}

std::vector<Document> read_decks_in(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Document> decks;
  for (const auto& file : files)
    if (auto read = read_document_file(file)) decks.push_back(std::move(read->document));
  return decks;
}

Result<SourcedBanks> read_sourced_banks(const std::filesystem::path& file, std::chrono::minutes utc_offset) {
  const auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  auto banks = sourced_banks_in(*bytes, file.filename().string(), utc_offset);
  if (!banks) return in_file(banks.error(), file);
  return banks;
}

Result<std::vector<StudiedDeck>> read_question_banks(const std::filesystem::path& file,
                                                     std::chrono::minutes utc_offset) {
  auto banks = read_sourced_banks(file, utc_offset);
  if (!banks) return banks.error();
  return without_sources(std::move(*banks));
}

Result<std::vector<StudiedDeck>> question_banks_in(std::string_view bytes, const std::string& name,
                                                   std::chrono::minutes utc_offset) {
  auto banks = sourced_banks_in(bytes, name, utc_offset);
  if (!banks) return banks.error();
  return without_sources(std::move(*banks));
}

}  // namespace rehearse
