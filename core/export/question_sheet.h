// A deck as a page to be printed: the questions with room to write, and behind them the answers to check
// against.
#pragma once

#include <string>

#include "core/deck/document.h"

namespace rehearse {

/// One HTML file that needs nothing else: no script, no font, no picture. Every text of the deck is shown as
/// text, whatever it holds; characters that HTML cannot hold are left out. Headings are in the deck's
/// language.
std::string write_question_sheet(const Document& document);

}  // namespace rehearse
