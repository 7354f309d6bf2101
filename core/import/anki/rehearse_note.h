// A note that Rehearse itself wrote: its data field holds the whole question and its history. The format is
// described in core/export/anki_package.md.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "core/import/anki/anki_collection.h"
#include "core/schedule/history.h"

namespace rehearse {

struct RehearseNote {
  std::string deck_title;
  std::vector<Section> sections;  // the question's own, or none
  Question question;
  QuestionHistory history;
  std::optional<QuestionOrigin> origin;
  QuestionMarks marks;
  std::set<std::int64_t> known_answers;  // ids of revlog rows that the history holds already
};

/// Nothing for a note of another type, or one whose data field does not hold a question any more. Events of
/// the history that are not as described are left out.
std::optional<RehearseNote> read_rehearse_note(const AnkiNote& note, const AnkiNoteType& type);

}  // namespace rehearse
