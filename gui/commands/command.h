// One function per command, called by run_command with its parsed arguments.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// How a command prints its result: for people, or one JSON document for programs.
enum class Output { kText, kJson };

int parse_command(const Environment& environment, const std::filesystem::path& file, Output output);
int import_command(const Environment& environment, const std::vector<std::string>& files, Output output);
/// Writes to standard output when `file` is empty. `format` is one of export_format_words(), or empty: then
/// the file's extension tells it, and without a file it is Markdown.
int export_command(const Environment& environment, const std::string& deck, const std::string& file,
                   const std::string& format);
int decks_command(const Environment& environment, Output output);
int due_command(const Environment& environment, const std::string& deck, Output output);
int stats_command(const Environment& environment, Output output);
/// What `check` does with tables that differ from the log: tells, or folds them again first.
enum class Tables { kCompare, kRebuild };
int check_command(const Environment& environment, Tables tables, Output output);
int date_command(const Environment& environment, const std::string& deck, const std::string& day);
int study_command(const Environment& environment, const std::string& deck, std::optional<std::size_t> limit);

/// Prints the error as one line and returns the exit code for it.
int report(const Environment& environment, const Error& error);

}  // namespace rehearse
