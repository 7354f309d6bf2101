// backup: make one, list them, go back to one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "gui/commands/command.h"
#include "gui/commands/environment.h"

namespace rehearse {

struct BackupArguments {
  std::string act;                    // list, restore, or empty: make one
  std::optional<std::size_t> number;  // in the list, from 1
};

/// With JSON, which may get more keys and keeps these:
/// made: {"made":null, when nothing has changed since the newest, or {"name","file","bytes"}}
/// list: {"backups":[{"number","name","file","bytes","answers","decks","questions","newest_answer"}]}, the
/// newest first; the last four are null where they cannot be read
/// restore: {"restored":name,"taken_back","answers_kept","brought_in","was_damaged"}
int backup_command(const Environment& environment, const BackupArguments& arguments, Output output);

}  // namespace rehearse
