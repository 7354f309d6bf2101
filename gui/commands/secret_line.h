// What is typed and must not be seen.
#pragma once

#include <optional>
#include <string>

#include "core/base/words.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// Asks on a terminal, and reads a line without echo; without a terminal it is the next line of the input.
/// Nothing at the end of the input.
std::optional<std::string> read_secret(const Environment& environment, const Words& question);

/// The same for what may be seen.
std::optional<std::string> read_answer(const Environment& environment, const Words& question);

}  // namespace rehearse
