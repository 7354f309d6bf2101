// Pictures and sounds, which no text can hold: a named placeholder stands for each, and a problem says so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

enum class Medium { kPicture, kSound, kFilm };

/// "[图片: name]". `name` is what the document calls it: a description, or a path or address of which the
/// last part is taken; it may be empty. The word is put into the document's language once that is known.
std::string placeholder(Medium medium, std::string_view name);

/// A placeholder of either language and nothing else.
bool is_only_medium(std::string_view line);

/// "[image: name]" where all else in the text is in English. Readers know the words of both languages.
void put_media_into_language(std::string& text);
/// The same for a document, by all its texts.
void put_media_into_language(Document& document);

/// A problem (code "picture" or "sound") for every placeholder in `text`, with its line and column there.
void report_media(std::string_view text, std::vector<Problem>& problems);

}  // namespace rehearse
