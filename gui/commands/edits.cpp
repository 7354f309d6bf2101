// questions, edit, point, undo: looking at a deck's questions and correcting them in the library.
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/changes.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/question_diff.h"
#include "gui/commands/question_lines.h"
#include "gui/commands/say.h"
#include "gui/commands/text_edit.h"

namespace rehearse {
namespace {

constexpr std::size_t kIdShown = 8;          // digits
constexpr std::size_t kShortestPointId = 4;  // digits that a person must type

void print_question(const Environment& environment, const ListedQuestion& listed) {
  std::ostream& out = environment.out;
  out << listed.number << ". [" << listed.id.hex().substr(0, kIdShown) << "] "
      << kind_in_words(listed.question.kind).in(environment.language) << "  " << listed.question.stem << "\n";
  print_key(environment, listed.question);
  for (std::size_t i = 0; i < listed.question.points.size(); ++i) {
    const KeyPoint& point = listed.question.points[i];
    out << "    " << i + 1 << ") " << point.cue;
    if (!point.detail.empty()) out << (environment.language == Language::kChinese ? "：" : ": ");
    const std::vector<std::string_view> lines = split_lines(point.detail);
    for (std::size_t line = 0; line < lines.size(); ++line)
      out << (line == 0 ? "" : "\n       ") << lines[line];
    out << "\n";
  }
}

/// A point by its number in the question, or by the first digits of its id.
Result<std::size_t> find_point(const ListedQuestion& listed, const std::string& name) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < listed.points.size(); ++i) {
    if (std::to_string(i + 1) == name) return i;
    if (name.size() >= kShortestPointId && listed.points[i].hex().starts_with(name)) found.push_back(i);
  }
  if (found.size() == 1) return found.front();
  const std::string count = text(listed.points.size());
  return Error{
      {"no such point: the question has " + count, "没有这个要点：本题共 " + count + " 个"}, name, {}};
}

/// `cue: detail`, `cue：detail`, or a cue alone.
KeyPoint point_from_words(const std::string& words) {
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(words, i);
    const bool narrow = c == U':' && i < words.size() && words[i] == ' ';
    if (c == U'：' || narrow)
      return {std::string(trimmed(words.substr(0, begin))), std::string(trimmed(words.substr(i)))};
  }
  return {std::string(trimmed(words)), ""};
}

/// Finds the question, lets `make` say what to change, does it and prints the question as it is then.
template <class MakeEdit>
int edit_and_print(const Environment& environment, const QuestionName& name, Output output, MakeEdit&& make) {
  Library library(environment.library, environment.random);
  const auto deck = library.find_deck(name.deck);
  if (!deck) return report(environment, deck.error());
  const auto question = library.find_question(*deck, name.question);
  if (!question) return report(environment, question.error());
  const Result<QuestionEdit> edit = make(*question);
  if (!edit) return report(environment, edit.error());
  const auto op = library.edit_question(question->id, *edit, environment.clock());
  if (!op) return report(environment, op.error());
  const auto after = library.question(question->id);
  if (!after) return report(environment, {{"the question is gone", "题目已不在"}, name.question, {}});
  if (output == Output::kJson)
    environment.out << question_json(*after) << '\n';
  else
    print_question(environment, *after);
  return kExitSuccess;
}

}  // namespace

int questions_command(const Environment& environment, const std::string& deck, Output output) {
  const Library library(environment.library, environment.random);
  const auto id = library.find_deck(deck);
  if (!id) return report(environment, id.error());
  const std::vector<ListedQuestion> questions = library.questions(*id);
  if (output == Output::kJson)
    environment.out << questions_json(*id, questions) << '\n';
  else
    for (const ListedQuestion& listed : questions) print_question(environment, listed);
  return kExitSuccess;
}

int edit_command(const Environment& environment, const QuestionName& name, const TextArguments& arguments,
                 Output output) {
  return edit_and_print(environment, name, output, [&](const ListedQuestion& listed) -> Result<QuestionEdit> {
    const auto change = text_change(arguments, listed.question);
    if (!change) return change.error();
    return QuestionEdit(*change);
  });
}

int rename_point_command(const Environment& environment, const QuestionName& name,
                         const PointArguments& arguments, Output output) {
  return edit_and_print(environment, name, output, [&](const ListedQuestion& listed) -> Result<QuestionEdit> {
    const auto point = find_point(listed, arguments.point);
    if (!point) return point.error();
    const KeyPoint& before = listed.question.points[*point];
    return QuestionEdit(
        RenamePoint{listed.points[*point],
                    {arguments.cue.value_or(before.cue), arguments.detail.value_or(before.detail)}});
  });
}

int merge_points_command(const Environment& environment, const QuestionName& name,
                         const PointArguments& arguments, Output output) {
  return edit_and_print(environment, name, output, [&](const ListedQuestion& listed) -> Result<QuestionEdit> {
    MergePoints merge;
    for (const std::string& words : arguments.points) {
      const auto point = find_point(listed, words);
      if (!point) return point.error();
      merge.points.push_back(listed.points[*point]);
    }
    merge.cue = arguments.cue;
    merge.detail = arguments.detail;
    return QuestionEdit(merge);
  });
}

int split_point_command(const Environment& environment, const QuestionName& name,
                        const PointArguments& arguments, Output output) {
  return edit_and_print(environment, name, output, [&](const ListedQuestion& listed) -> Result<QuestionEdit> {
    const auto point = find_point(listed, arguments.point);
    if (!point) return point.error();
    SplitPoint split{listed.points[*point], {}};
    for (const std::string& part : arguments.parts) split.parts.push_back(point_from_words(part));
    return QuestionEdit(split);
  });
}

int move_point_command(const Environment& environment, const QuestionName& name,
                       const PointArguments& arguments, Output output) {
  return edit_and_print(environment, name, output, [&](const ListedQuestion& listed) -> Result<QuestionEdit> {
    const auto point = find_point(listed, arguments.point);
    if (!point) return point.error();
    return QuestionEdit(MovePoint{listed.points[*point], arguments.place - 1});
  });
}

int undo_command(const Environment& environment, Output output) {
  Library library(environment.library, environment.random);
  const auto edit = library.latest_edit();
  if (!edit)
    return report(environment, {{"nothing was edited on this machine", "本机没有可撤销的修改"}, "", {}});
  const auto before = library.question(edit->question);
  library.undo(edit->op, environment.clock());
  const auto after = library.question(edit->question);
  const bool is_shown = before && after;
  if (output == Output::kJson) {
    environment.out << (is_shown ? undone_json(*after, difference(*before, *after)) : "{}") << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (!is_shown) {
    say({"taken back: the edit of a question that is gone since", "已撤销：对一道已不在的题目的修改"});
    return kExitSuccess;
  }
  say({"taken back: the edit of", "已撤销对下面这题的修改"});
  print_change(environment, difference(*before, *after));
  say({"it reads now", "现在是"});
  print_question(environment, *after);
  return kExitSuccess;
}

}  // namespace rehearse
