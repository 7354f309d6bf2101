// HTML as Markdown: block structure as lines, lists, tables, listings, bold; no style, no script, nothing
// hidden.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/deck/document.h"
#include "core/deck/question.h"

namespace rehearse {

/// A piece of HTML, such as a field of an Anki note, as UTF-8 text with "\n" between lines and none at the
/// end. `html` may be any bytes; broken UTF-8 is replaced. Pictures and sounds ([sound:…] too) become
/// placeholders, and `problems` gets one for each with its line in the result. Markup made to take hours is
/// cut off, with a problem.
std::string markdown_of_html_fragment(std::string_view html, std::vector<Problem>& problems);

/// A whole page, before anything is chosen from it.
struct HtmlText {
  std::string title;               // of <title>
  std::string heading;             // of the first <h1>
  std::string text;                // Markdown, each line with its end
  std::vector<SourceSpan> main;    // of `text`: what <main>, <article> or the role of one holds
  std::vector<SourceSpan> hidden;  // of `text`: blocks that are not shown until something is clicked
};

/// `html` is valid UTF-8. The error is that of read_html.
Result<HtmlText> markdown_of_html(std::string html);

}  // namespace rehearse
