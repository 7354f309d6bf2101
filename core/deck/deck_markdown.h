// The project's own deck format: Markdown that a person can write and a program can read back.
// The format itself is described in decks/README.md.
#pragma once

#include <string>
#include <string_view>

#include "core/deck/document.h"

namespace rehearse {

/// True when `text` announces itself as a deck of ours, so that the general reader need not guess.
bool is_deck_markdown(std::string_view text);

/// Reads UTF-8 text. Never fails: what it could not place is a problem with its line.
Document read_deck_markdown(std::string_view text);

/// read_deck_markdown(write_deck_markdown(document)) gives the same title, sections and questions.
std::string write_deck_markdown(const Document& document);

}  // namespace rehearse
