// parse, import, export: documents in and out.
#include <fstream>
#include <ostream>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "core/deck/document_json.h"
#include "core/library.h"
#include "core/store/store_error.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"

namespace rehearse {
namespace {

void print_problems(std::ostream& out, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    out << "  ";
    if (problem.line > 0) out << "line " << problem.line << ", column " << problem.column << ": ";
    out << problem.message << " [" << problem.code << "]\n";
  }
}

void print_document(std::ostream& out, const Document& document) {
  out << document.title << "\n";
  std::string section;
  for (const Question& question : document.questions) {
    if (question.section != section) out << "\n" << (section = question.section) << "\n";
    out << "- " << question.stem << "  (" << to_word(question.kind) << ", " << question.points.size()
        << " points)\n";
    for (const KeyPoint& point : question.points) out << "    · " << point.cue << "\n";
  }
  out << "\n" << document.questions.size() << " questions, " << document.problems.size() << " problems\n";
  print_problems(out, document.problems);
}

void print_imported(std::ostream& out, const ImportedFile& file) {
  const ImportReport& report = file.report;
  for (const DeckSummary& deck : report.decks)
    out << deck.title << ": " << deck.questions << " questions, " << deck.cards << " cards\n";
  out << "added " << report.added << ", updated " << report.updated << ", unchanged " << report.unchanged
      << ", problems " << report.problems.size() << '\n';
  print_problems(out, report.problems);
}

}  // namespace

Result<ReadDocument> read_document_file(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return bytes.error();
  auto document = read_document(*bytes, file.filename().string());
  if (!document) {
    Error error = document.error();
    error.where = file.string();
    return error;
  }
  return document;
}

int parse_command(const Environment& environment, const std::filesystem::path& file, Output output) {
  const auto read = read_document_file(file);
  if (!read) return report(environment, read.error());
  if (output == Output::kJson)
    environment.out << document_to_json(read->document) << '\n';
  else
    print_document(environment.out, read->document);
  return kExitSuccess;
}

int import_command(const Environment& environment, const std::vector<std::string>& files, Output output) {
  // All are read before any is kept: one bad file leaves the library as it was.
  std::vector<Document> documents;
  for (const std::string& file : files) {
    auto read = read_document_file(file);
    if (!read) return report(environment, read.error());
    if (read->document.questions.empty())
      return report(environment, {{"no questions were found in it", "没有找到题目"},
                                  file,
                                  {"see: rehearse parse", "可用 rehearse parse 查看"}});
    documents.push_back(std::move(read->document));
  }
  Library library(environment.library, environment.random);
  std::vector<ImportedFile> imported;
  for (std::size_t i = 0; i < documents.size(); ++i)
    imported.push_back({files[i], library.import_document(documents[i], environment.clock())});
  if (output == Output::kJson)
    environment.out << import_json(imported) << '\n';
  else
    for (const ImportedFile& file : imported) print_imported(environment.out, file);
  return kExitSuccess;
}

int export_command(const Environment& environment, const std::string& deck, const std::string& file) {
  Library library(environment.library, environment.random);
  const auto id = library.find_deck(deck);
  if (!id) return report(environment, id.error());
  const auto document = library.export_deck(*id);
  if (!document) return report(environment, {{"the deck is gone", "题库已不在"}, deck, {}});
  const std::string text = write_deck_markdown(*document);
  if (file.empty()) {
    environment.out << text;
    return kExitSuccess;
  }
  const auto written = write_file(file, text);
  return written ? kExitSuccess : report(environment, written.error());
}

void add_bundled_decks(Library& library, const Environment& environment) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(environment.bundled_decks, error))
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files)
    if (const auto read = read_document_file(file))
      library.import_document(read->document, environment.clock());
}

}  // namespace rehearse
