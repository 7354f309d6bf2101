// What `rehearse-sync COMMAND --help` shows as examples. Each that ends by itself is run by a test
// (tests/pages/examples.py), in turn, on one folder of data.
#pragma once

#include <span>

#include "gui/commands/usage.h"

namespace rehearse::sync {

std::span<const Example> command_examples();

}  // namespace rehearse::sync
