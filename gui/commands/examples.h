// What `rehearse COMMAND --help` shows as examples. Each is run by a test (tests/pages/examples.py): in turn,
// on a library with the decks that come with the program.
#pragma once

#include <span>

#include "gui/commands/usage.h"

namespace rehearse {

std::span<const Example> command_examples();

}  // namespace rehearse
