#include "gui/commands/commands.h"

#include <CLI/CLI.hpp>

#include "core/export/export_format.h"
#include "gui/commands/command.h"

namespace rehearse {
namespace {

constexpr const char* kAbout = "Rehearse 熟答: interview answers, remembered point by point";

/// Every argument of every command; each command reads its own.
struct Arguments {
  std::string library, now, file, deck, day, format;
  std::vector<std::string> files;
  QuestionName question;
  TextArguments text;
  PointArguments point;
  std::optional<std::size_t> limit;
  bool json = false;
  bool rebuild = false;
  bool diff = false;

  Output output() const { return json ? Output::kJson : Output::kText; }
};

constexpr const char* kDeckWords = "its title or a part of it";

CLI::App* add_command(CLI::App& app, Arguments& arguments, const char* name, const char* about, Output most) {
  CLI::App* command = app.add_subcommand(name, about);
  command->fallthrough();  // general options may stand behind the command too
  if (most == Output::kJson) command->add_flag("--json", arguments.json, "print one JSON document");
  return command;
}

void add_commands(CLI::App& app, Arguments& arguments) {
  const auto add = [&](const char* name, const char* about, Output most) {
    return add_command(app, arguments, name, about, most);
  };
  CLI::App* parsing = add("parse", "show what a document is understood to say", Output::kJson);
  parsing->add_option("FILE", arguments.file)->required();
  parsing->add_flag("--diff", arguments.diff, "show what importing it would change in the library");
  add("import", "put documents into the library; one that cannot be read keeps none of the others out",
      Output::kJson)
      ->add_option("FILE", arguments.files, "documents, or folders with documents in them (at any depth)")
      ->required();
  CLI::App* exporting = add("export", "write a deck to a file", Output::kText);
  exporting->add_option("DECK", arguments.deck, kDeckWords)->required();
  exporting->add_option("FILE,-o,--output", arguments.file,
                        "the file to write; standard output when left out");
  exporting->add_option("--format", arguments.format,
                        export_format_words() + "; the file's extension tells it when left out");
  add("decks", "list the decks", Output::kJson);
  add("due", "list today's cards", Output::kJson)->add_option("--deck", arguments.deck, "only this deck");
  add("stats", "count what the library holds", Output::kJson);
  add("check", "rebuild everything from the log and compare", Output::kJson)
      ->add_flag("--rebuild", arguments.rebuild, "keep what the log says");
  CLI::App* date = add("date", "set the day of the interview", Output::kText);
  date->add_option("DECK", arguments.deck, kDeckWords)->required();
  date->add_option("DAY", arguments.day, "such as 2026-12-05, or none")->required();
  CLI::App* study = add("study", "study in the terminal", Output::kText);
  study->add_option("--deck", arguments.deck, "only this deck");
  study->add_option("--limit", arguments.limit, "at most so many cards")->check(CLI::Range(1, 1'000'000));
}

CLI::App* add_question_command(CLI::App& app, Arguments& arguments, const char* name, const char* about) {
  CLI::App* command = add_command(app, arguments, name, about, Output::kJson);
  command->add_option("DECK", arguments.question.deck, kDeckWords)->required();
  command->add_option("QUESTION", arguments.question.question, "its number in the deck, or its id")
      ->required();
  return command;
}

void add_wording(CLI::App& command, Arguments& arguments, const char* about_detail) {
  command.add_option("--detail", arguments.point.detail, about_detail)->type_name("TEXT");
}

void add_point_commands(CLI::App& app, Arguments& arguments) {
  constexpr const char* kPointWords = "its number in the question, or its id";
  CLI::App* point = app.add_subcommand("point", "rename, move, merge or split the key points of a question");
  point->fallthrough();
  point->require_subcommand(1);
  CLI::App* rename =
      add_question_command(*point, arguments, "rename", "give a point other words; it keeps its progress");
  rename->add_option("POINT", arguments.point.point, kPointWords)->required();
  rename->add_option("CUE", arguments.point.cue, "what to remember it by")->required();
  add_wording(*rename, arguments, "what is said about it; left as it is when left out");
  CLI::App* move = add_question_command(*point, arguments, "move", "put a point at another place");
  move->add_option("POINT", arguments.point.point, kPointWords)->required();
  move->add_option("PLACE", arguments.point.place, "the number it is to have")
      ->required()
      ->check(CLI::Range(1, 1'000'000));
  CLI::App* merge = add_question_command(*point, arguments, "merge",
                                         "make one point of several; it takes the history of all");
  merge->add_option("POINT", arguments.point.points, kPointWords)->required()->expected(2, 1'000);
  merge->add_option("--cue", arguments.point.cue, "its words; those of all when left out")->type_name("TEXT");
  add_wording(*merge, arguments, "what is said about it; that of all when left out");
  CLI::App* split =
      add_question_command(*point, arguments, "split", "make several points of one; each takes its history");
  split->add_option("POINT", arguments.point.point, kPointWords)->required();
  split->add_option("PART", arguments.point.parts, "such as \"cue: detail\"")->required()->expected(2, 1'000);
}

void add_editing_commands(CLI::App& app, Arguments& arguments) {
  add_command(app, arguments, "questions", "list the questions of a deck with their points", Output::kJson)
      ->add_option("DECK", arguments.deck, kDeckWords)
      ->required();
  CLI::App* edit =
      add_question_command(app, arguments, "edit", "correct a question; no later import undoes it");
  TextArguments& text = arguments.text;
  const auto add_text = [&](const char* name, std::optional<std::string>& value, const char* about) {
    edit->add_option(name, value, about)->type_name("TEXT");
  };
  add_text("--stem", text.stem, "the question itself");
  add_text("--answer", text.answer, "the reference answer");
  add_text("--analysis", text.analysis, "what is said about the answer");
  add_text("--section", text.section, "the section it stands in");
  add_text("--key", text.key, "what is right, such as A,C");
  edit->add_option("--option", text.options, "all options in turn, each as A=text")->type_name("TEXT");
  edit->add_option("--criterion", text.criteria, "all criteria in turn")->type_name("TEXT");
  add_point_commands(app, arguments);
  add_command(app, arguments, "undo", "take back the latest edit of a question", Output::kJson);
}

int run_point(const std::string& name, const Arguments& arguments, const Environment& environment) {
  const auto command = name == "rename"  ? rename_point_command
                       : name == "move"  ? move_point_command
                       : name == "merge" ? merge_points_command
                                         : split_point_command;
  return command(environment, arguments.question, arguments.point, arguments.output());
}

int run(const CLI::App& command, const Arguments& arguments, const Environment& environment) {
  const std::string& name = command.get_name();
  if (name == "parse" && arguments.diff) return diff_command(environment, arguments.file, arguments.output());
  if (name == "parse") return parse_command(environment, arguments.file, arguments.output());
  if (name == "questions") return questions_command(environment, arguments.deck, arguments.output());
  if (name == "edit")
    return edit_command(environment, arguments.question, arguments.text, arguments.output());
  if (name == "point")
    return run_point(command.get_subcommands().front()->get_name(), arguments, environment);
  if (name == "undo") return undo_command(environment, arguments.output());
  if (name == "import") return import_command(environment, arguments.files, arguments.output());
  if (name == "export") return export_command(environment, arguments.deck, arguments.file, arguments.format);
  if (name == "decks") return decks_command(environment, arguments.output());
  if (name == "due") return due_command(environment, arguments.deck, arguments.output());
  if (name == "stats") return stats_command(environment, arguments.output());
  if (name == "check")
    return check_command(environment, arguments.rebuild ? Tables::kRebuild : Tables::kCompare,
                         arguments.output());
  if (name == "date") return date_command(environment, arguments.deck, arguments.day);
  return study_command(environment, arguments.deck, arguments.limit);
}

}  // namespace

std::optional<int> run_command(int argc, const char* const* argv, Environment& environment) {
  CLI::App app(kAbout, "rehearse");
  Arguments arguments;
  app.set_version_flag("--version", "rehearse " REHEARSE_VERSION);
  app.add_option("--library", arguments.library, "the folder of the library")->type_name("DIR");
  app.add_option("--now", arguments.now, "the time to go by, such as 2026-12-01T09:30:00+08:00")
      ->type_name("TIME");
  app.require_subcommand(0, 1);
  add_commands(app, arguments);
  add_editing_commands(app, arguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    // Help and the version are no errors; everything else is how the command was typed.
    if (stop.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success)) {
      environment.err << "rehearse: " << stop.what() << " (see: rehearse --help)\n";
      return kExitUsage;
    }
    app.exit(stop, environment.out, environment.err);
    return kExitSuccess;
  }
  if (!arguments.library.empty()) environment.library = arguments.library;
  if (!arguments.now.empty()) {
    const auto now = parse_instant(arguments.now);
    if (!now) {
      environment.err << "rehearse: --now: " << now.error().line(environment.language) << '\n';
      return kExitUsage;
    }
    environment.clock = [fixed = *now] { return fixed; };
  }
  const auto commands = app.get_subcommands();
  if (commands.empty()) return std::nullopt;
  return run(*commands.front(), arguments, environment);
}

}  // namespace rehearse
