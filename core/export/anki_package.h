// A deck with its history as a package that Anki imports (.apkg, schema 11), and that Rehearse reads back
// whole. The format is described in anki_package.md here.
#pragma once

#include <string>

#include "core/base/time.h"
#include "core/schedule/history.h"

namespace rehearse {

/// The bytes of the package: one note and one card a question, due when the question's own card is due.
/// Precondition: `deck` has an origin and a history for every question. Throws StoreError when memory runs
/// out.
std::string write_anki_package(const StudiedDeck& deck, LocalInstant now);

}  // namespace rehearse
