// questions, edit, point, undo: looking at a deck's questions and correcting them in the library.
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kIdShown = 8;          // digits
constexpr std::size_t kShortestPointId = 4;  // digits that a person must type
constexpr const char* kBetweenKeys = ",，;；";

void print_question(const Environment& environment, const ListedQuestion& listed) {
  std::ostream& out = environment.out;
  out << listed.number << ". [" << listed.id.hex().substr(0, kIdShown) << "] "
      << to_word(listed.question.kind) << "  " << listed.question.stem << "\n";
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

/// The letters or texts of a key, written with commas between them.
std::vector<std::string> key_from_words(const std::string& words) {
  const std::u32string separators = to_utf32(kBetweenKeys);
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    if (separators.find(next_code_point(words, i)) != std::u32string::npos)
      parts.emplace_back();
    else
      parts.back().append(words, begin, i - begin);
  }
  for (std::string& part : parts) part = std::string(trimmed(part));
  return parts;
}

Result<std::vector<Option>> options_from_words(const std::vector<std::string>& words) {
  std::vector<Option> options;
  for (const std::string& option : words) {
    const std::size_t sign = option.find('=');
    if (sign == std::string::npos || sign == 0)
      return Error{{"an option is written A=text", "选项要写成 A=内容"}, option, {}};
    options.push_back({option.substr(0, sign), option.substr(sign + 1)});
  }
  return options;
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
  return edit_and_print(environment, name, output, [&](const ListedQuestion&) -> Result<QuestionEdit> {
    ChangeText change{arguments.stem, arguments.section, arguments.answer, arguments.analysis, {}, {}, {}};
    if (arguments.key) change.answer_key = key_from_words(*arguments.key);
    if (!arguments.criteria.empty()) change.criteria = arguments.criteria;
    if (!arguments.options.empty()) {
      auto options = options_from_words(arguments.options);
      if (!options) return options.error();
      change.options = std::move(*options);
    }
    return QuestionEdit(change);
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
  library.undo(edit->op, environment.clock());
  const auto after = library.question(edit->question);
  if (output == Output::kJson) {
    environment.out << (after ? question_json(*after) : "{}") << '\n';
  } else {
    const Say say(environment);
    say({"taken back", "已撤销"});
    if (after) print_question(environment, *after);
  }
  return kExitSuccess;
}

}  // namespace rehearse
