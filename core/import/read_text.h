// Questions out of running text, whatever file it came from: repair, chrome, blocks, outline, points.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"
#include "core/import/read_document.h"
#include "core/import/visible_places.h"

namespace rehearse {

/// What a file says as UTF-8 text with lines. Structure is written as Markdown: "# " headings, "- " and "1. "
/// lists, "| a | b |" table rows, **bold**, fenced listings. Lines of problems are those of `text`.
struct ExtractedText {
  std::string text;
  std::vector<Problem> problems;
  std::vector<VisiblePlace> places{};  // what the file shows in the place of lines
};

/// Never fails: a text without questions gives a document without questions and a problem that says so.
ReadDocument read_text(ExtractedText extracted, std::string_view file_name);

/// The file name without its extension, for documents that have no title of their own.
std::string title_from_file_name(std::string_view file_name);

}  // namespace rehearse
