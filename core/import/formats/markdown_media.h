// Pictures and sounds in a Markdown text.
#pragma once

#include "core/import/read_text.h"

namespace rehearse {

/// Puts a placeholder (media.h) in the place of every picture and sound, written as Markdown or as an HTML
/// tag, and adds a problem for each. In listings and in quoted code they are words.
void replace_media(ExtractedText& extracted);

}  // namespace rehearse
