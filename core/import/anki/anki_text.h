// Anki's notes as a text file ("Notes in Plain Text", docs.ankiweb.net/exporting.html).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/schedule/history.h"

namespace rehearse {

/// The decks and questions that a package of the same notes would give, without a history: the file keeps
/// none. A note without a deck is in one without a title. `bytes` in any encoding. Nothing for other tables:
/// those whose header names the columns, or says nothing of note types, decks, tags or ids while no cell
/// holds a cloze. Problems beside those of a package: open-quote, too-many-rows.
std::optional<std::vector<StudiedDeck>> read_anki_text(std::string_view bytes);

}  // namespace rehearse
