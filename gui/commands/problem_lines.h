// What a reader was unsure of, in lines for people.
#pragma once

#include <vector>

#include "core/deck/document.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// The same sentence is said once, with all the places it holds for.
void print_problems(const Environment& environment, const std::vector<Problem>& problems);

}  // namespace rehearse
