// In which language a deck is labelled when it is written to a file.
#pragma once

#include "core/base/language.h"
#include "core/deck/document.h"

namespace rehearse {

/// Chinese when the title or a stem has a Chinese character, else English.
Language language_of(const Document& document);

}  // namespace rehearse
