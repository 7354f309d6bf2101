// Word documents for the readers' tests, made from readable XML.
#pragma once

#include <string>

namespace rehearse {

struct WordXml {
  std::string body;       // inside <w:body>
  std::string styles;     // inside <w:styles>
  std::string numbering;  // inside <w:numbering>
};

/// A .docx that Word would open: content types, relationships (a picture rId9 too) and the parts.
std::string word_document_of(const WordXml& xml);

/// The same from whole parts; an empty one is left out.
std::string word_document_of_parts(const std::string& document, const std::string& styles,
                                   const std::string& numbering);

/// A paragraph of one run.
std::string word_paragraph(const std::string& text);
/// The same in a list.
std::string word_item(const std::string& text, int list, int level);

}  // namespace rehearse
