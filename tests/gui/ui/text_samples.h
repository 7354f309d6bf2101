// Text that an editor may get wrong, and a way to wrap it that needs no font.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

#include "gui/window/ui/text_rows.h"

namespace rehearse::test {

/// What is typed in one go: plain, wide, combining, joined, beyond U+FFFF, blank, a line end.
inline constexpr std::array<std::u32string_view, 24> kPieces{
    U"a",
    U"Z",
    U"7",
    U"复",
    U"习",
    U"系统设计",
    U"，",
    U"。",
    U" ",
    U"  ",
    U"\t",
    U"\n",
    U"\U00020BB7",                                  // a Hanzi beyond U+FFFF
    U"\U0001F600",                                  // an emoji
    U"\U0001F44D\U0001F3FD",                        // with a skin colour
    U"\U0001F469\u200D\U0001F469\u200D\U0001F467",  // a family, joined
    U"\U0001F1E8\U0001F1F3",                        // a flag of two letters
    U"\U0001F1E8",                                  // one letter of a flag
    U"e\u0301",                                     // a letter and its accent
    U"\u0302",                                      // an accent alone
    U"\u0600",                                      // a mark that joins what follows
    U"\u1112\u1161\u11AB",                          // Korean in parts
    U"\u0915\u094D\u0937",                          // an Indic conjunct
    U"don't stop",
};

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }
  std::u32string_view piece() { return kPieces[below(kPieces.size())]; }
  std::u32string of_pieces(std::size_t count) {
    std::u32string text;
    for (std::size_t i = 0; i < count; ++i) text += piece();
    return text;
  }

 private:
  std::mt19937 random_;
};

/// One unit for a narrow character, two for a wide one.
inline float advance_of_sample(char32_t c) { return c < 0x300 ? 1.0f : 2.0f; }

/// Rows at most `width` units wide, cut anywhere: through characters too, as a font's measure may do it.
inline TextFit fit_of(float width) {
  TextFit fit{{nullptr, 0, 1, width}, {}, advance_of_sample};
  fit.row_ends = [width](std::u32string_view paragraph) {
    std::vector<std::size_t> ends;
    float pen = 0;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
      const float advance = advance_of_sample(paragraph[i]);
      if (pen > 0 && pen + advance > width) {
        ends.push_back(i);
        pen = 0;
      }
      pen += advance;
    }
    if (!paragraph.empty()) ends.push_back(paragraph.size());
    return ends;
  };
  return fit;
}

}  // namespace rehearse::test
