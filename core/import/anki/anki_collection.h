// An Anki collection as plain values, whatever schema it was written in.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace rehearse {

struct AnkiNoteType {
  std::string name;
  bool is_cloze = false;
  std::vector<std::string> fields;
};

struct AnkiDeckName {
  std::vector<std::string> path;  // a deck and its subdecks; at least one
  std::string rehearse;           // our own data as JSON; empty in a deck that Rehearse did not write
};

/// Unix milliseconds, 1 again … 4 easy, days, milliseconds.
struct AnkiAnswer {
  std::int64_t at_ms = 0;
  std::int64_t ease = 0;
  std::int64_t interval_days = 0;
  std::int64_t spent_ms = 0;
};

struct AnkiCard {
  // DO NOT RENUMBER: the values of the column `type`.
  enum Type { kNew = 0, kLearning = 1, kReview = 2, kRelearning = 3 };

  std::int64_t id = 0;
  std::int64_t deck = 0;  // its own, also while it is in a filtered deck
  std::int64_t order = 0;
  std::int64_t type = kNew;
  bool is_suspended = false;
  int flag = 0;          // 1 to 7; 0: none
  std::int64_t due = 0;  // a position, days since the collection's first day, or Unix seconds
  std::int64_t interval_days = 0;
  std::int64_t factor = 0;  // permille; 0 where there is none yet
  std::int64_t lapses = 0;
  std::vector<AnkiAnswer> answers;  // in the order they were given, without manual changes
};

struct AnkiNote {
  std::int64_t id = 0;
  std::int64_t type = 0;
  std::vector<std::string> fields;  // HTML, in the order of the note type's
  std::vector<std::string> tags;
  std::vector<AnkiCard> cards;  // by order
};

struct AnkiCollection {
  std::int64_t created_seconds = 0;
  std::int64_t modified_ms = 0;
  std::optional<std::chrono::minutes> utc_offset;  // where it was created
  std::chrono::hours day_starts_at{4};
  std::map<std::int64_t, AnkiNoteType> note_types;
  std::map<std::int64_t, AnkiDeckName> decks;
  std::vector<AnkiNote> notes;  // by id: as they were made
};

/// A::B::C as a deck and its subdecks.
std::vector<std::string> deck_path(std::string_view name);

/// `file` is the whole database. The error says what is wrong with it.
Result<AnkiCollection> read_anki_collection(std::string file);

}  // namespace rehearse
