// The elements of a Word document's body that say something about its text (ECMA-376 part 1, 17; the names
// are the same in strict documents).
#pragma once

#include <string_view>

namespace rehearse {

enum class WordElement {
  kOther,  // says nothing itself: what is inside is read
  kParagraph,
  kRun,
  kText,
  kTab,
  kBreak,
  kHyphen,
  kSymbol,
  kFieldMark,
  kFieldInstruction,
  kSimpleField,
  kTable,
  kRow,
  kCell,
  kControl,     // <sdt>: a form's field and its content
  kChoice,      // of several forms of the same, the newer
  kFallback,    // and the older
  kTextBox,     // its paragraphs stand inside another
  kObjectName,  // <docPr>
  kPicture,     // <blip>
  kOldPicture,  // <imagedata>
  kLeftOut,     // with all inside: properties, deleted text, readings above characters
};

/// By name without prefix.
WordElement word_element(std::string_view name);

}  // namespace rehearse
