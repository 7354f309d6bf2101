// Our note type as Anki keeps it, and the settings an Anki collection cannot be without.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/time.h"
#include "core/deck/document.h"

namespace rehearse {

/// The id of the note type "Rehearse". DO NOT CHANGE: Anki takes a note type with another id for another one.
inline constexpr std::int64_t kAnkiNoteTypeId = 1'480'000'000'137;

struct AnkiDeckRow {
  std::int64_t id = 0;
  std::string name;
  const Document& document;  // its sections go into the deck's own data
};

/// The days of its learner.
struct AnkiCalendar {
  std::chrono::minutes utc_offset;
  std::chrono::hours day_starts_at;
};

// The JSON columns of `col` (schema 11): anki_package.md here.
std::string anki_models_json(std::int64_t deck_id, std::int64_t now_seconds);
std::string anki_decks_json(const AnkiDeckRow& deck, std::int64_t now_seconds);
std::string anki_deck_options_json();
std::string anki_config_json(std::int64_t deck_id, std::size_t next_position, AnkiCalendar calendar);

}  // namespace rehearse
