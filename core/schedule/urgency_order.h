// Sorting cards by how urgent they are, in time proportional to their number.
#pragma once

#include <vector>

#include "core/schedule/deck_day.h"

namespace rehearse {

/// The most urgent first; equals keep their order.
void sort_by_urgency(std::vector<AskedCard>& cards);

}  // namespace rehearse
