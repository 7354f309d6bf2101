#include "gui/commands/commands.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <utility>

#include "gui/commands/arguments.h"
#include "gui/commands/command.h"
#include "gui/commands/usage.h"

namespace rehearse {
namespace {

const Words kAbout{"Rehearse 熟答: interview answers, remembered point by point",
                   "熟答 Rehearse：逐条记住面试答案"};
const Words kWithoutCommand{
    "Without a command the window opens. rehearse FILE... shows there what is read of documents.",
    "不写命令则打开窗口。rehearse FILE... 在窗口中显示从文档读出的内容。"};

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
  if (name == "cards") return cards_command(environment, arguments.act, arguments.output());
  if (name == "settings") return settings_command(environment, arguments.settings, arguments.output());
  if (name == "flag")
    return mark_command(environment, arguments.question, SetFlag{arguments.flag}, arguments.output());
  if (name == "tag")
    return mark_command(environment, arguments.question,
                        arguments.remove ? MarkChange(RemoveTags{arguments.tags}) : AddTags{arguments.tags},
                        arguments.output());
  if (name == "example")
    return mark_command(environment, arguments.question, SetExample{arguments.example}, arguments.output());
  if (name == "undo") return undo_command(environment, arguments.output());
  if (name == "import") return import_command(environment, arguments.files, arguments.output());
  if (name == "export")
    return export_command(environment, arguments.deck, arguments.file, arguments.format,
                          arguments.force ? Existing::kReplaced : Existing::kKept);
  if (name == "decks") return decks_command(environment, arguments.output());
  if (name == "search") return search_command(environment, arguments.query, arguments.output());
  if (name == "scheduler") return scheduler_command(environment, arguments.choice, arguments.output());
  if (name == "due" && !arguments.card.empty())
    return explain_command(environment, arguments.deck, arguments.card, arguments.output());
  if (name == "due") return due_command(environment, arguments.deck, arguments.output());
  if (name == "stats") return stats_command(environment, arguments.deck, arguments.output());
  if (name == "plan") return plan_command(environment, arguments.deck, arguments.output());
  if (name == "check")
    return check_command(environment, arguments.rebuild ? Tables::kRebuild : Tables::kCompare,
                         arguments.output());
  if (name == "backup") return backup_command(environment, arguments.backup, arguments.output());
  if (name == "login") return login_command(environment, arguments.login, arguments.output());
  if (name == "logout") return logout_command(environment);
  if (name == "sync")
    return sync_command(environment, arguments.watch ? SyncTimes::kWatch : SyncTimes::kOnce,
                        arguments.output());
  if (name == "devices") return devices_command(environment, arguments.devices, arguments.output());
  if (name == "join") return join_command(environment, arguments.code, arguments.output());
  if (name == "groups") return groups_command(environment, arguments.groups, arguments.output());
  if (name == "publish")
    return publish_command(environment, arguments.deck, arguments.groups, arguments.output());
  if (name == "versions") return versions_command(environment, arguments.group_history, arguments.output());
  if (name == "withdraw") return withdraw_command(environment, arguments.group_history, arguments.output());
  if (name == "suggest") return suggest_command(environment, arguments.group_history, arguments.output());
  if (name == "suggestions")
    return suggestions_command(environment, arguments.group_history, arguments.output());
  if (name == "board") return board_command(environment, arguments.group_history, arguments.output());
  if (name == "removed") return removed_command(environment, arguments.output());
  if (name == "keep") return keep_command(environment, arguments.question, arguments.output());
  if (name == "delete") return delete_command(environment, arguments.question, arguments.output());
  if (name == "interview") return interview_command(environment, arguments.interview, arguments.output());
  if (name == "interviews") return interviews_command(environment, arguments.interviews, arguments.output());
  if (name == "date") return date_command(environment, arguments.deck, arguments.day);
  return study_command(environment, arguments.study);
}

/// A mistyped command is none: a file is there, or has a path or an extension, which no command has.
bool is_file_name(const std::string& word) {
  std::error_code unreadable;
  return !word.starts_with('-') &&
         (word.find_first_of("./") != std::string::npos || std::filesystem::exists(word, unreadable));
}

/// What stands where a command would: the files of somebody who typed none.
std::vector<std::string> files_without_command(const CLI::App& app) {
  std::vector<std::string> words = app.remaining(true);
  if (words.empty()) return words;
  if (!app.get_subcommands().empty() || !std::all_of(words.begin(), words.end(), is_file_name))
    throw CLI::ExtrasError(std::move(words));
  return words;
}

}  // namespace

std::optional<int> run_command(int argc, const char* const* argv, Environment& environment) {
  const Language language = environment.language;
  CLI::App app(kAbout.in(language), "rehearse");
  Arguments arguments;
  set_help_words(app, language);
  app.set_version_flag("--version", "rehearse " REHEARSE_VERSION,
                       Words("show the version", "显示版本").in(language));
  app.footer(kWithoutCommand.in(language));
  add_arguments(app, arguments, language);
  app.allow_extras();
  try {
    app.parse(argc, argv);
    environment.files = files_without_command(app);
  } catch (const CLI::ParseError& stop) {
    // Help and the version are no errors; everything else is how the command was typed.
    if (stop.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success)) {
      environment.err << "rehearse: " << usage_error(app, stop).in(language) << '\n';
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
    environment.clock_source = ComparedClock::kTold;
  }
  const auto commands = app.get_subcommands();
  if (commands.empty()) return std::nullopt;
  return run(*commands.front(), arguments, environment);
}

}  // namespace rehearse
