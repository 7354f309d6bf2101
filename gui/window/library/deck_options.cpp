#include "gui/window/library/deck_sheet.h"

namespace rehearse {

DeckOptions read_deck_options(const Library& library, const DeckSummary& deck) {
  StudyDeck effective;
  apply(library.study_settings(std::nullopt), effective);
  apply(library.study_settings(deck.id), effective);
  return {deck.interview, effective.fresh_per_day, effective.reviews_per_day,
          std::chrono::duration_cast<std::chrono::minutes>(effective.daily_time), effective.after_interview};
}

void write_deck_options(Library& library, DeckId deck, const DeckOptions& before, const DeckOptions& after,
                        LocalInstant now) {
  StudySettings changes;
  if (after.fresh_per_day != before.fresh_per_day) changes.fresh_per_day = after.fresh_per_day;
  if (after.reviews_per_day != before.reviews_per_day) changes.reviews_per_day = after.reviews_per_day;
  if (after.minutes_per_day != before.minutes_per_day) changes.minutes_per_day = after.minutes_per_day;
  if (after.after_interview != before.after_interview) changes.after_interview = after.after_interview;
  Library::Batch batch(library);
  if (changes != StudySettings()) library.set_study_settings(deck, changes, now);
  if (after.interview != before.interview) library.set_interview(deck, after.interview, now);
  batch.commit();
}

}  // namespace rehearse
