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

Words kind_in_words(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kSingle: return {"one right", "单选"};
    case QuestionKind::kMultiple: return {"several right", "多选"};
    case QuestionKind::kTrueFalse: return {"true or false", "判断"};
    case QuestionKind::kFill: return {"fill in", "填空"};
    case QuestionKind::kCase: return {"case", "案例"};
    case QuestionKind::kOpen: break;
  }
  return {"open", "问答"};
}

/// The options with the right ones ticked, or the key itself; a missing key has been told as a problem.
void print_key(std::ostream& out, const Question& question) {
  const std::vector<std::string>& key = question.answer_key;
  for (const Option& option : question.options) {
    const bool is_right = std::find(key.begin(), key.end(), option.letter) != key.end();
    out << "    " << (is_right ? "✓ " : "  ") << option.letter << ". " << option.text << "\n";
  }
  if (!question.options.empty()) return;
  for (const std::string& blank : key) out << "    ✓ " << blank << "\n";
}

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
    print_key(out, question);
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
