// The project's own deck format as JSON, for programs: everything a deck says, nothing guessed.
// The format itself is described in decks/README.md.
#pragma once

#include <string>
#include <string_view>

#include "core/deck/document.h"

namespace rehearse {

/// Reads UTF-8 text: the deck format, and what `rehearse parse --json` prints. Never fails: what is no JSON,
/// is nested deeper than 64 or holds far more values than a deck of its length would (a bomb) gives a
/// document without questions and one problem; a value of the wrong type is left out with a problem that
/// names it by its JSON pointer (RFC 6901). Problems inside the values have no line: JSON keeps none. No
/// `sources`. Codes: no-json, too-deep, too-many-values, newer_version, wrong-type, no_stem.
Document read_deck_json(std::string_view text);

/// read_deck_json(write_deck_json(document)) gives the same title, sections and questions whatever their
/// texts hold, except for marks that are not finite and time limits outside 0 to 10^9 s, which are left out,
/// and bytes that are no UTF-8, which become U+FFFD.
std::string write_deck_json(const Document& document);

}  // namespace rehearse
