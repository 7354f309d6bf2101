// What a question's history makes of its one Anki card.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "core/schedule/history.h"
#include "core/schedule/memory_state.h"

namespace rehearse {

/// A row of `revlog`; its card and its usn are the same for all of a card.
struct AnkiReviewRow {
  std::int64_t id = 0;  // when it was given, Unix milliseconds
  int ease = 1;         // 1 again, 2 hard, 3 good, 4 easy
  std::int64_t interval_days = 0;
  std::int64_t last_interval_days = 0;
  int factor = 0;  // permille
  std::int64_t spent_ms = 0;
  int type = 0;  // 0 learning, 1 review
};

struct AnkiSchedule {
  MemoryState memory;                    // of the question's own card
  std::vector<AnkiReviewRow> reviews;    // answers to that card, in their order
  std::vector<std::int64_t> revlog_ids;  // per event of the history: the id of its row, 0 where it has none
};

/// A quality of 0 to 2 is Again, 3 Hard, 4 Good, 5 Easy.
int anki_ease(Quality quality);

/// Folds the answers to the question's own card; those to single points have no card in Anki. `taken` are the
/// ids in use: a second answer at one millisecond gets the next free one.
AnkiSchedule anki_schedule(const QuestionHistory& history, std::chrono::hours day_starts_at,
                           std::set<std::int64_t>& taken);

}  // namespace rehearse
