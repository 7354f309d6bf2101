#include "core/import/formats/word_symbols.h"

#include <array>

#include "core/base/text.h"

namespace rehearse {
namespace {

struct Symbol {
  std::string_view font;  // what its name begins with
  unsigned code;
  std::string_view text;
};

/// Ticks, boxes, circled numbers and bullets of the fonts that come with Word: what question banks use.
constexpr std::array kSymbols{
    Symbol{"Wingdings 2", 0x4F, "×"}, Symbol{"Wingdings 2", 0x50, "√"}, Symbol{"Wingdings 2", 0x52, "☑"},
    Symbol{"Wingdings 2", 0x54, "☒"}, Symbol{"Wingdings 2", 0xA3, "☐"}, Symbol{"Wingdings", 0x6C, "●"},
    Symbol{"Wingdings", 0x6E, "■"},   Symbol{"Wingdings", 0x6F, "☐"},   Symbol{"Wingdings", 0x71, "☐"},
    Symbol{"Wingdings", 0x75, "◆"},   Symbol{"Wingdings", 0xA8, "☐"},   Symbol{"Wingdings", 0xAB, "★"},
    Symbol{"Wingdings", 0xD8, "➢"},   Symbol{"Wingdings", 0xE0, "→"},   Symbol{"Wingdings", 0xFB, "×"},
    Symbol{"Wingdings", 0xFC, "√"},   Symbol{"Wingdings", 0xFD, "☒"},   Symbol{"Wingdings", 0xFE, "☑"},
    Symbol{"Symbol", 0xA3, "≤"},      Symbol{"Symbol", 0xAE, "→"},      Symbol{"Symbol", 0xB0, "°"},
    Symbol{"Symbol", 0xB1, "±"},      Symbol{"Symbol", 0xB3, "≥"},      Symbol{"Symbol", 0xB4, "×"},
    Symbol{"Symbol", 0xB7, "•"},      Symbol{"Symbol", 0xB9, "≠"},      Symbol{"Symbol", 0xD6, "√"},
};

}  // namespace

std::string symbol_text(std::string_view font, unsigned code) {
  constexpr unsigned kWordsRange = 0xF000;
  const bool is_private = code >= kWordsRange && code <= kWordsRange + 0xFF;
  const unsigned own = is_private ? code - kWordsRange : code;
  for (const Symbol& symbol : kSymbols)
    if (symbol.code == own && font.substr(0, symbol.font.size()) == symbol.font)
      return std::string(symbol.text);
  const bool is_pictorial = is_private || font.substr(0, 9) == "Wingdings" || font.substr(0, 8) == "Webdings";
  if (font.substr(0, 9) == "Wingdings" && own >= 0x81 && own <= 0x8A) {
    std::string circled;  // ① to ⑩
    append_utf8(circled, U'①' + static_cast<char32_t>(own - 0x81));
    return circled;
  }
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (is_pictorial || is_surrogate || code < 0x20 || code > 0x10FFFF) return "□";
  std::string text;
  append_utf8(text, static_cast<char32_t>(code));
  return text;
}

}  // namespace rehearse
