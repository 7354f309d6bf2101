// Cells of a table that hold HTML, as card programs and question platforms export them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"

namespace rehearse {

/// Most such files do not say so; tags of text and entities do.
bool looks_like_html(std::string_view cell);

struct HtmlCell {
  std::string text;  // paragraphs and items as lines, without markup
  std::string code;  // the listings in it, lines kept
};

/// `problems` gets one for each picture or sound; lines are those of the cell's own text.
HtmlCell read_html_cell(std::string_view html, std::vector<Problem>& problems);

}  // namespace rehearse
