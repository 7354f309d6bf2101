#include "core/import/formats/word_elements.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rehearse {
namespace {

using Entry = std::pair<std::string_view, WordElement>;

constexpr std::array kElements{
    Entry{"Choice", WordElement::kChoice},
    Entry{"Fallback", WordElement::kFallback},
    Entry{"blip", WordElement::kPicture},
    Entry{"br", WordElement::kBreak},
    Entry{"cr", WordElement::kBreak},
    Entry{"del", WordElement::kLeftOut},
    Entry{"delInstrText", WordElement::kLeftOut},
    Entry{"delText", WordElement::kLeftOut},
    Entry{"docPr", WordElement::kObjectName},
    Entry{"fldChar", WordElement::kFieldMark},
    Entry{"fldSimple", WordElement::kSimpleField},
    Entry{"imagedata", WordElement::kOldPicture},
    Entry{"instrText", WordElement::kFieldInstruction},
    Entry{"moveFrom", WordElement::kLeftOut},
    Entry{"noBreakHyphen", WordElement::kHyphen},
    Entry{"p", WordElement::kParagraph},
    Entry{"pPr", WordElement::kLeftOut},
    Entry{"ptab", WordElement::kTab},
    Entry{"r", WordElement::kRun},
    Entry{"rPr", WordElement::kLeftOut},
    Entry{"rt", WordElement::kLeftOut},
    Entry{"sdt", WordElement::kControl},
    Entry{"sdtEndPr", WordElement::kLeftOut},
    Entry{"sdtPr", WordElement::kLeftOut},
    Entry{"sectPr", WordElement::kLeftOut},
    Entry{"sym", WordElement::kSymbol},
    Entry{"t", WordElement::kText},
    Entry{"tab", WordElement::kTab},
    Entry{"tbl", WordElement::kTable},
    Entry{"tblPr", WordElement::kLeftOut},
    Entry{"tc", WordElement::kCell},
    Entry{"tcPr", WordElement::kLeftOut},
    Entry{"tr", WordElement::kRow},
    Entry{"trPr", WordElement::kLeftOut},
    Entry{"txbxContent", WordElement::kTextBox},
};

}  // namespace

WordElement word_element(std::string_view name) {
  static_assert(std::is_sorted(kElements.begin(), kElements.end(),
                               [](const Entry& a, const Entry& b) { return a.first < b.first; }));
  const auto found =
      std::lower_bound(kElements.begin(), kElements.end(), name,
                       [](const Entry& entry, std::string_view key) { return entry.first < key; });
  return found != kElements.end() && found->first == name ? found->second : WordElement::kOther;
}

}  // namespace rehearse
