// What an Anki card knows of its past and of its next day, as the history of a question.
#pragma once

#include <chrono>
#include <optional>

#include "core/import/anki/anki_collection.h"
#include "core/schedule/history.h"

namespace rehearse {

/// 1 again, 2 hard, 3 good, 4 easy → quality 1, 3, 4, 5; nothing for other numbers.
std::optional<Quality> quality_from_ease(std::int64_t ease);

class AnkiHistoryReader {
 public:
  /// `utc_offset` is the learner's, for collections that do not say where they were made.
  AnkiHistoryReader(const AnkiCollection& collection, std::chrono::minutes utc_offset);

  /// The card that speaks for the note: the one due first, or the first of those never answered. Nothing for
  /// a note without cards.
  const AnkiCard* speaking_card(const AnkiNote& note) const;

  /// Every answer, each speaking for all points of a question that is recalled aloud.
  std::vector<PastReview> reviews(const AnkiCard& card, const Question& question) const;

  /// The day and the interval the card had, after `reviews`; nothing for a new card, and for a day that no
  /// calendar has. Where the day was put off by hand, beyond the interval, the day stands and the interval
  /// counts from when the collection was last changed.
  std::optional<PastSchedule> schedule(const AnkiCard& card, const Question& question,
                                       const std::vector<PastReview>& reviews) const;

 private:
  std::optional<StudyDay> due_day(const AnkiCard& card) const;

  const AnkiCollection& collection_;
  std::chrono::minutes utc_offset_;
};

}  // namespace rehearse
