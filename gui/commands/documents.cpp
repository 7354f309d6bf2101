// parse: what a document says, and what importing it would change.
#include <algorithm>
#include <istream>
#include <ostream>

#include "core/base/file.h"
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
#include "gui/commands/question_lines.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

void print_document(const Environment& environment, const Document& document) {
  std::ostream& out = environment.out;
  const Say say(environment);
  out << document.title << "\n";
  std::string section;
  std::size_t number = 0;
  for (const Question& question : document.questions) {
    if (question.section != section) out << "\n" << (section = question.section) << "\n";
    out << ++number << ". " << question.stem << "  ";
    const Words kind = kind_in_words(question.kind);
    if (is_recalled_aloud(question.kind))
      say({"(" + kind.english + ", " + counted(question.points.size(), "point") + ")",
           "（" + kind.chinese + "，" + text(question.points.size()) + " 个要点）"});
    else
      say({"(" + kind.english + ")", "（" + kind.chinese + "）"});
    print_key(environment, question);
    for (const KeyPoint& point : question.points) out << "    · " << point.cue << "\n";
  }
  out << "\n";
  say({counted(document.questions.size(), "question") + ", " + counted(document.problems.size(), "problem"),
       text(document.questions.size()) + " 题，" + text(document.problems.size()) + " 处疑问"});
  print_problems(environment, document.problems);
}

/// A document as it came: a file's, or what is written to standard input.
struct Source {
  std::string name;  // what errors call it
  std::string bytes;
};

/// Standard input may be a pipe without an end: no more is read of it than of a file.
Result<std::string> all_of(std::istream& in, const std::string& name) {
  constexpr std::size_t kPiece = 1 << 16;
  std::string bytes, piece(kPiece, '\0');
  while (in.read(piece.data(), kPiece) || in.gcount() > 0) {
    bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > kLargestDocument) return Error{{"is larger than 100 MB", "超过 100 MB"}, name, {}};
  }
  return bytes;
}

Result<Source> source_of(const Environment& environment, const std::filesystem::path& file) {
  const bool is_input = file == "-";
  const std::string name =
      is_input ? Words{"standard input", "标准输入"}.in(environment.language) : file.string();
  auto bytes = is_input ? all_of(environment.in, name) : read_file(file);
  if (!bytes) return bytes.error();
  return Source{name, std::move(*bytes)};
}

/// The document's name tells formats apart and is its title where it has none of its own.
std::string document_name(const Source& source) {
  return std::filesystem::path(source.name).filename().string();
}

Error in_source(Error error, const Source& source) {
  error.where = source.name;
  return error;
}

}  // namespace

int parse_command(const Environment& environment, const std::filesystem::path& file, Output output) {
  const auto source = source_of(environment, file);
  if (!source) return report(environment, source.error());
  const auto read = read_document(source->bytes, document_name(*source));
  if (!read) return report(environment, in_source(read.error(), *source));
  if (output == Output::kJson) {
    write_document_json(read->document, environment.out);
    environment.out << '\n';
  } else {
    print_document(environment, read->document);
  }
  if (!read->document.questions.empty()) return kExitSuccess;
  report(environment, {{"no questions were found in it", "没有找到题目"}, source->name, {}});
  return kExitNothingFound;
}

int diff_command(const Environment& environment, const std::filesystem::path& file, Output output) {
  const auto source = source_of(environment, file);
  if (!source) return report(environment, source.error());
  const auto read = question_banks_in(source->bytes, document_name(*source), environment.clock().utc_offset);
  if (!read) return report(environment, in_source(read.error(), *source));
  const ImportReport preview = Library::exists(environment.library)
                                   ? Library(environment.library, environment.random).preview_import(*read)
                                   : Library::preview_first_import(*read);
  if (output == Output::kJson) {
    environment.out << diff_json({source->name, preview}) << '\n';
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
  for (const Document& deck : read_decks_in(environment.bundled_decks))
    library.import_document(deck, environment.clock());
}

}  // namespace rehearse
