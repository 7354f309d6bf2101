// parse: what a document says, and what importing it would change.
#include <algorithm>
#include <ostream>

#include "core/base/store_error.h"
#include "core/base/text.h"
#include "core/deck/document_json.h"
#include "core/import/document_file.h"
#include "core/library.h"
#include "gui/commands/changes.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/problem_lines.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

void print_document(const Environment& environment, const Document& document) {
  std::ostream& out = environment.out;
  const Say say(environment);
  out << document.title << "\n";
  std::string section;
  for (const Question& question : document.questions) {
    if (question.section != section) out << "\n" << (section = question.section) << "\n";
    out << "- " << question.stem << "  ";
    say({"(" + std::string(to_word(question.kind)) + ", " + counted(question.points.size(), "point") + ")",
         "（" + text(question.points.size()) + " 个要点）"});
    for (const KeyPoint& point : question.points) out << "    · " << point.cue << "\n";
  }
  out << "\n";
  say({counted(document.questions.size(), "question") + ", " + counted(document.problems.size(), "problem"),
       text(document.questions.size()) + " 题，" + text(document.problems.size()) + " 处疑问"});
  print_problems(environment, document.problems);
}

}  // namespace

int parse_command(const Environment& environment, const std::filesystem::path& file, Output output) {
  const auto read = read_document_file(file);
  if (!read) return report(environment, read.error());
  if (output == Output::kJson)
    environment.out << document_to_json(read->document) << '\n';
  else
    print_document(environment, read->document);
  return kExitSuccess;
}

int diff_command(const Environment& environment, const std::filesystem::path& file, Output output) {
  const auto read = read_question_banks(file, environment.clock().utc_offset);
  if (!read) return report(environment, read.error());
  const ImportReport preview = Library::exists(environment.library)
                                   ? Library(environment.library, environment.random).preview_import(*read)
                                   : Library::preview_first_import(*read);
  if (output == Output::kJson) {
    environment.out << diff_json({file.string(), preview}) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  for (const DeckSummary& deck : preview.decks) environment.out << deck.title << '\n';
  say({text(preview.added) + " to add, " + text(preview.updated) + " to update, " + text(preview.unchanged) +
           " unchanged",
       "将新增 " + text(preview.added) + "，更新 " + text(preview.updated) + "，未变 " +
           text(preview.unchanged)});
  print_changes(environment, preview.changes, AddedQuestions::kListed);
  print_problems(environment, preview.problems);
  return kExitSuccess;
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
