// Seeded random texts made of what breaks parsers. The same seed gives the same texts on every machine:
// std::mt19937_64 is exact by the standard, its distributions are not, so none is used.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace rehearse::test {

class NastyText {
 public:
  explicit NastyText(std::uint64_t seed) : random_(seed) {}

  /// 0 to `count` - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  bool one_in(std::size_t count) { return below(count) == 0; }

  /// Valid UTF-8 of at most `pieces` pieces, often empty: markup, blanks, line ends, control characters,
  /// Chinese, combining marks, characters outside the basic plane, words with a meaning in a deck.
  std::string text(std::size_t pieces = 8) {
    std::string text;
    for (std::size_t left = below(pieces + 1); left > 0; --left) text += kPieces[below(kPieces.size())];
    return text;
  }

  /// Any bytes: mostly no UTF-8.
  std::string bytes(std::size_t most = 24) {
    std::string bytes;
    for (std::size_t left = below(most + 1); left > 0; --left)
      bytes += one_in(2) ? static_cast<char>(below(256)) : kPieces[below(kPieces.size())].front();
    return bytes;
  }

 private:
  static constexpr std::array<std::string_view, 84> kPieces{"#",
                                                            "##",
                                                            "### ",
                                                            "# ",
                                                            "-",
                                                            "- ",
                                                            "---",
                                                            "* ",
                                                            "*",
                                                            "**",
                                                            "***",
                                                            "_",
                                                            "__init__",
                                                            "+ ",
                                                            "=",
                                                            "===",
                                                            ">",
                                                            "> ",
                                                            ">>",
                                                            "`",
                                                            "```",
                                                            "~~~",
                                                            "````",
                                                            "|",
                                                            "<",
                                                            "<!-- x -->",
                                                            "<!--",
                                                            "-->",
                                                            "[ ]",
                                                            "[x] ",
                                                            "- [x] A. ",
                                                            "A. ",
                                                            "A",
                                                            "B、",
                                                            ".",
                                                            ")",
                                                            "1. ",
                                                            "12) ",
                                                            ":",
                                                            ": ",
                                                            "：",
                                                            "\\",
                                                            "\\\\",
                                                            "\\*",
                                                            "\\:",
                                                            "&",
                                                            "&#10;",
                                                            "&#x41;",
                                                            "&amp;",
                                                            "&#",
                                                            ";",
                                                            " ",
                                                            "  ",
                                                            "\t",
                                                            "\n",
                                                            "\n\n",
                                                            "\r",
                                                            "\r\n",
                                                            "\v",
                                                            "\f",
                                                            "\xE3\x80\x80",
                                                            "\xC2\xA0",
                                                            "\xE2\x80\xA8",
                                                            "\xEF\xBB\xBF",
                                                            "\x01",
                                                            "\x7f",
                                                            "a",
                                                            "word",
                                                            "C++",
                                                            "C#",
                                                            "é",
                                                            "e\xCC\x81",
                                                            "客户",
                                                            "正确",
                                                            "true",
                                                            "答案",
                                                            "**答案**：",
                                                            "**Criteria**:",
                                                            "*10 marks*",
                                                            "*案例题 · 3 分钟*",
                                                            "rehearse: 1",
                                                            "🙂",
                                                            "，。",
                                                            "（）"};
  std::mt19937_64 random_;
};

}  // namespace rehearse::test
