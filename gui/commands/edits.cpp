// questions, edit, point, flag, tag, example, undo: looking at a deck's questions and changing them in the
// library.
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/changes.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/find.h"
#include "gui/commands/json_output.h"
#include "gui/commands/question_diff.h"
#include "gui/commands/question_lines.h"
#include "gui/commands/say.h"
#include "gui/commands/text_edit.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 48;  // code points
constexpr std::size_t kIdShown = 8;     // digits

void print_question(const Environment& environment, const ListedQuestion& listed) {
  std::ostream& out = environment.out;
  out << listed.number << ". [" << listed.id.hex().substr(0, kIdShown) << "] "
      << kind_in_words(listed.question.kind).in(environment.language) << "  " << listed.question.stem << "\n";
  print_key(environment, listed.question);
  print_marks(environment, listed.marks);
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

/// Finds the question, lets `change` change it in the library and prints it as it is then.
template <class Change>
int change_and_print(const Environment& environment, const QuestionName& name, Output output,
                     Change&& change) {
  Library library(environment.library, environment.random);
  const auto question = find_question(library, name);
  if (!question) return report(environment, question.error());
  const Result<OpId> op = change(library, *question);
  if (!op) return report(environment, op.error());
  const auto after = library.question(question->id);
  if (!after) return report(environment, {{"the question is gone", "题目已不在"}, name.question, {}});
  if (output == Output::kJson)
    environment.out << question_json(*after) << '\n';
  else
    print_question(environment, *after);
  return kExitSuccess;
}

/// The same by the edit that `make` says.
template <class MakeEdit>
int edit_and_print(const Environment& environment, const QuestionName& name, Output output, MakeEdit&& make) {
  return change_and_print(environment, name, output,
                          [&](Library& library, const ListedQuestion& listed) -> Result<OpId> {
                            const Result<QuestionEdit> edit = make(listed);
                            if (!edit) return edit.error();
                            return library.edit_question(listed.id, *edit, environment.clock());
                          });
}

bool is_same_act(const GivenChange& one, const GivenChange& other) {
  return one.op == other.op || (one.act && one.act == other.act && one.at == other.at);
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

int mark_command(const Environment& environment, const QuestionName& name, const MarkChange& change,
                 Output output) {
  return change_and_print(environment, name, output, [&](Library& library, const ListedQuestion& listed) {
    return library.mark_question(listed.id, change, environment.clock());
  });
}

int undo_command(const Environment& environment, Output output) {
  Library library(environment.library, environment.random);
  const auto change = library.latest_change();
  if (!change)
    return report(environment, {{"nothing was changed on this machine", "本机没有可撤销的操作"}, "", {}});
  const auto card = change->card ? library.card(*change->card) : std::nullopt;
  const auto before = card ? library.question(card->question_id) : std::nullopt;
  // A thousand cards and more are several ops of one act.
  for (auto same = change; same && is_same_act(*same, *change); same = library.latest_change())
    library.undo(same->op, environment.clock());
  const auto after = card ? library.question(card->question_id) : std::nullopt;
  const bool is_shown = change->kind == ChangeKind::kEdit && before && after;
  if (output == Output::kJson) {
    environment.out << (is_shown ? undone_json(*after, difference(*before, *after))
                                 : undone_json(*change, card))
                    << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (!is_shown) {
    const Words what = change_in_words(*change);
    const std::string stem = card ? shortened(card->question.stem, kStemShown) : "";
    say({"taken back: " + what.english + (stem.empty() ? "" : ": " + stem),
         "已撤销：" + what.chinese + (stem.empty() ? "" : "：" + stem)});
    return kExitSuccess;
  }
  say({"taken back: the edit of", "已撤销对下面这题的修改"});
  print_change(environment, difference(*before, *after));
  say({"it reads now", "现在是"});
  print_question(environment, *after);
  return kExitSuccess;
}

}  // namespace rehearse
