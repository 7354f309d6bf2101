// The database of an Anki collection, schema 11, written whole. Which table and column holds what: README.md
// here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/export/anki_schedule.h"

namespace rehearse {

/// A note with its one card.
struct AnkiNoteRow {
  std::int64_t note_id = 0;
  std::int64_t card_id = 0;
  std::string guid;
  std::string tags;        // parted by blanks, with one at either end; empty when there are none
  int flag = 0;            // of the card
  std::string fields;      // parted by U+001F
  std::string sort_field;  // the first field without markup
  std::int64_t due = 0;    // days since the collection's first day, or the position of a new card
  AnkiSchedule schedule;
};

struct AnkiCollectionRows {
  std::int64_t created_seconds = 0;  // 04:00 local time of the collection's first day
  std::int64_t modified_ms = 0;
  std::string config, models, decks, deck_options;  // JSON
  std::int64_t note_type_id = 0;
  std::int64_t deck_id = 0;
  std::vector<AnkiNoteRow> notes;
};

/// The bytes of the database file. Throws StoreError when memory runs out.
std::string write_anki_collection(const AnkiCollectionRows& rows);

}  // namespace rehearse
