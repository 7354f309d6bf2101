// The values that settings go through, step by step.
#pragma once

#include <cstddef>
#include <optional>

#include "core/library.h"
#include "gui/window/settings/settings_view.h"

namespace rehearse {

/// What holds for the whole library: what was set, else the defaults.
StudyAmountView read_amount(const Library& library);

/// `value` moved by `steps` along values that suit it; one between two of them goes to the next.
std::size_t stepped_minutes(std::size_t value, int steps);
std::size_t stepped_fresh(std::size_t value, int steps);
/// Behind the largest comes no limit.
std::optional<std::size_t> stepped_reviews(std::optional<std::size_t> value, int steps);
/// Per cent, within what a scheduler takes.
int stepped_retention(int value, int steps);

}  // namespace rehearse
