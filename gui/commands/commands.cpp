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
  std::optional<std::size_t> limit;
  bool json = false;
  bool rebuild = false;

  Output output() const { return json ? Output::kJson : Output::kText; }
};

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
  add("parse", "show what a document is understood to say", Output::kJson)
      ->add_option("FILE", arguments.file)
      ->required();
  add("import", "put documents into the library", Output::kJson)
      ->add_option("FILE", arguments.files)
      ->required();
  CLI::App* exporting = add("export", "write a deck to a file", Output::kText);
  exporting->add_option("DECK", arguments.deck, "its title or a part of it")->required();
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
  date->add_option("DECK", arguments.deck, "its title or a part of it")->required();
  date->add_option("DAY", arguments.day, "such as 2026-12-05, or none")->required();
  CLI::App* study = add("study", "study in the terminal", Output::kText);
  study->add_option("--deck", arguments.deck, "only this deck");
  study->add_option("--limit", arguments.limit, "at most so many cards")->check(CLI::Range(1, 1'000'000));
}

int run(const std::string& name, const Arguments& arguments, const Environment& environment) {
  if (name == "parse") return parse_command(environment, arguments.file, arguments.output());
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
  return run(commands.front()->get_name(), arguments, environment);
}

}  // namespace rehearse
