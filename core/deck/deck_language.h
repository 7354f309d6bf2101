// In which language a deck, or a text of it, is labelled and punctuated.
#pragma once

#include <string_view>

#include "core/base/language.h"
#include "core/deck/document.h"

namespace rehearse {

/// Chinese when the title or a stem has a Chinese character, else English.
Language language_of(const Document& document);
/// The same of one text.
Language language_of(std::string_view text);

}  // namespace rehearse
