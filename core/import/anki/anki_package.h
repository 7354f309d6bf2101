// Anki's packages: .apkg and .colpkg, old (schema 11) and new (zstd, schema 18).
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/import/anki/anki_collection.h"
#include "core/schedule/history.h"

namespace rehearse {

/// One deck for each of Anki's top decks that has notes; its subdecks are sections, "A::B::C" is B / C. A
/// note is one question whatever the number of its cards. Answers come with their times, and then the day and
/// interval Anki had. What could not be kept (pictures, sounds, image occlusions, suspension) is a problem of
/// the deck. `utc_offset` is the learner's, for collections that do not say where they were made. Errors: no
/// Anki package, a damaged one, one that would unpack to far more than its size explains.
Result<std::vector<StudiedDeck>> read_anki_package(std::string_view bytes, std::chrono::minutes utc_offset);

/// What read_anki_package makes of a collection.
std::vector<StudiedDeck> decks_of_collection(const AnkiCollection& collection,
                                             std::chrono::minutes utc_offset);

/// The decks as one document, for showing what a file says: of several, each is a section in front of its
/// own.
Document joined_documents(std::vector<StudiedDeck> decks);

}  // namespace rehearse
