// What the statistics show, read on a thread of its own: of a deck with a million answers it takes seconds.
#pragma once

#include <optional>
#include <vector>

#include "core/library.h"
#include "gui/window/jobs/job.h"
#include "gui/window/statistics/statistics_view.h"

namespace rehearse {

struct FoundStatistics {
  std::optional<DeckId> deck;  // nothing: of all of them
  StudyStatistics statistics;
  std::vector<ReadyPart> parts;  // sections of the deck, or the decks
};

/// Of a deck that is gone there is nothing in it. Returns soon once the job is cancelled, then with no more
/// than it had by then.
FoundStatistics find_statistics(const Library& library, std::optional<DeckId> deck, LocalInstant now,
                                const JobControl& control);

}  // namespace rehearse
