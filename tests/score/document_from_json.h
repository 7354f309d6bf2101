// A document from what `rehearse parse --json` prints: scored is what other programs get to see.
#pragma once

#include <string_view>

#include "core/deck/document.h"

namespace rehearse::scoring {

/// Only the questions; a printed point becomes a cue. Expected results have the same shape, so that NAME.json
/// gives the reading without a fault.
Document document_from_json(std::string_view json);

}  // namespace rehearse::scoring
