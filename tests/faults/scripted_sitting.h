// What a learner does in one sitting: every kind of act that writes, one after the other.
#pragma once

#include <functional>
#include <vector>

#include "core/library.h"

namespace rehearse::faults {

struct Act {
  const char* name;
  std::function<void(Library&, LocalInstant now)> run;
};

/// What was there before: a deck that was studied.
void prepare(Library& library, LocalInstant now);

/// Each can be done again when it failed.
std::vector<Act> scripted_sitting();

}  // namespace rehearse::faults
