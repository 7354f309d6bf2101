// parse, import: documents in.
#include <algorithm>
#include <map>
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
#include "gui/commands/say.h"

namespace rehearse {
namespace {

/// line:column of the first few, as editors write it.
std::string places_of(const std::vector<const Problem*>& problems) {
  constexpr std::size_t kShown = 6;
  std::string places;
  for (std::size_t i = 0; i < problems.size() && i < kShown; ++i) {
    if (problems[i]->line == 0) continue;
    places += (places.empty() ? "" : ", ") + text(problems[i]->line) + ":" + text(problems[i]->column);
  }
  return problems.size() > kShown ? places + " …" : places;
}

/// The same sentence is said once, with all the places it holds for.
void print_problems(const Environment& environment, const std::vector<Problem>& problems) {
  std::vector<std::vector<const Problem*>> groups;
  std::map<std::string, std::size_t> known;
  for (const Problem& problem : problems) {
    const auto [at, is_new] = known.emplace(problem.code + problem.message.english, groups.size());
    if (is_new) groups.emplace_back();
    groups[at->second].push_back(&problem);
  }
  const Say say(environment);
  for (const auto& group : groups) {
    const std::string places = places_of(group);
    const std::string count = group.size() > 1 ? " (" + text(group.size()) + ")" : "";
    const std::string tail = count + " [" + group.front()->code + "]";
    const Words& message = group.front()->message;
    if (places.empty())
      say({"  " + message.english + tail, "  " + message.chinese + tail});
    else
      say({"  line " + places + ": " + message.english + tail,
           "  位置 " + places + "：" + message.chinese + tail});
  }
}

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

void print_imported(const Environment& environment, const ImportedFile& file) {
  const ImportReport& report = file.report;
  const Say say(environment);
  for (const DeckSummary& deck : report.decks) {
    environment.out << deck.title << ": ";
    say({counted(deck.questions, "question") + ", " + counted(deck.cards, "card"),
         text(deck.questions) + " 题，" + text(deck.cards) + " 张卡片"});
  }
  say({"added " + text(report.added) + ", updated " + text(report.updated) + ", unchanged " +
           text(report.unchanged) + ", problems " + text(report.problems.size()),
       "新增 " + text(report.added) + "，更新 " + text(report.updated) + "，未变 " + text(report.unchanged) +
           "，疑问 " + text(report.problems.size())});
  if (report.answers > 0)
    say({"answers brought in: " + text(report.answers), "带入的作答记录：" + text(report.answers)});
  print_changes(environment, report.changes, AddedQuestions::kCounted);
  print_problems(environment, report.problems);
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

int import_command(const Environment& environment, const std::vector<std::string>& files, Output output) {
  // All are read before any is kept: one bad file leaves the library as it was.
  std::vector<std::vector<StudiedDeck>> decks;
  for (const std::string& file : files) {
    auto read = read_question_banks(file, environment.clock().utc_offset);
    if (!read) return report(environment, read.error());
    decks.push_back(std::move(*read));
  }
  Library library(environment.library, environment.random);
  std::vector<ImportedFile> imported;
  for (std::size_t i = 0; i < decks.size(); ++i)
    imported.push_back({files[i], library.import_decks(decks[i], environment.clock())});
  if (output == Output::kJson)
    environment.out << import_json(imported) << '\n';
  else
    for (const ImportedFile& file : imported) print_imported(environment, file);
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
