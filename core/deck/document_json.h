// A document as one JSON text, for programs: what `parse --json` prints and the reader's score is taken from.
#pragma once

#include <iosfwd>
#include <string>

#include "core/deck/document.h"

namespace rehearse {

/// {"title","sections":[title…],"questions":[{"type","stem","options":{"A":…},"answer_key":[…],"criteria":[…],"answer",
/// "analysis","points":[cue…],"section"}],"problems":[{"line","column","code","message"}]}. A question with a
/// listing also has "code", a problem in a file without lines "place". Bytes that are no UTF-8 become U+FFFD;
/// never throws for them.
std::string document_to_json(const Document& document);

/// Writes the same text question by question: a large bank's whole text is never in memory.
void write_document_json(const Document& document, std::ostream& out);

}  // namespace rehearse
