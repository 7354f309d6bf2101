// The project's own deck format: Markdown that a person can write and a program can read back.
// The format itself is described in decks/README.md.
#pragma once

#include <string>
#include <string_view>

#include "core/deck/document.h"

namespace rehearse {

/// True when `text` announces itself as a deck of ours: front matter with the line `rehearse: 1` (any
/// number), or the first line `<!-- rehearse: 1 -->`. Headings and lists alone are not enough: ordinary
/// question banks have them too.
bool is_deck_markdown(std::string_view text);

/// Reads UTF-8 text. Never fails: what it could not place is a problem with its line. `sources` has one
/// entry per question. Codes: no_announcement, newer_version, no_title, second_title, unplaced_text,
/// unclosed_code, unknown_note, no_stem, no_key, key_without_option.
Document read_deck_markdown(std::string_view text);

/// read_deck_markdown(write_deck_markdown(document)) gives the same title, sections and questions,
/// whatever their texts hold, except for what a deck cannot say:
/// - carriage returns at the end of a line of code are dropped;
/// - sections of one title are one section, a question's unlisted section is listed, and a section with
///   neither title nor description is not;
/// - a true_false key spelt true, 对 and the like becomes 正确 or 错误;
/// - marks that are negative or not finite, and time limits outside 0 to 10^9 s, are left out.
/// Labels are Chinese when the title or a stem has a Chinese character, else English.
std::string write_deck_markdown(const Document& document);

}  // namespace rehearse
