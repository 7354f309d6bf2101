// The command line: the same library without a window. No command opens a display.
#pragma once

#include <optional>

#include "core/library.h"
#include "gui/commands/environment.h"

namespace rehearse {

// What a command returns to the shell.
inline constexpr int kExitSuccess = 0;
inline constexpr int kExitFailure = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitNothingFound = 3;   // parse: the document was read, and there is no question in it
inline constexpr int kExitInterrupted = 130;  // as a shell says it of SIGINT

/// Parses the arguments and runs the command they name. Nothing when they name none: the window is meant,
/// and `environment` then holds what the general options and the files given said. Throws StoreError.
std::optional<int> run_command(int argc, const char* const* argv, Environment& environment);

/// The study sitting of all decks, as the `study` command gives it.
int study_in_terminal(const Environment& environment);

/// Puts the bundled decks into a library that holds nothing yet. A deck that cannot be read is left out.
void add_bundled_decks(Library& library, const Environment& environment);

}  // namespace rehearse
