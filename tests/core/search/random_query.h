// Seeded random queries. std::mt19937_64 is exact by the standard, its distributions are not, so none is
// used.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace rehearse::test {

class RandomQuery {
 public:
  explicit RandomQuery(std::uint64_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  template <std::size_t kSize>
  std::string_view one_of(const std::array<std::string_view, kSize>& words) {
    return words[below(kSize)];
  }

  /// Signs and words in any order: seldom a good query.
  std::string scrambled() {
    static constexpr std::array<std::string_view, 44> kPieces{
        "(",     ")",      "（",    "）",     "-",      "－",        "\"",         "“",        "”",
        "\\",    ":",      "：",    "*",      "＊",     " ",         "\t",         "　",       " or ",
        " AND ", "or",     "ａnd",  "deck:",  "tag:",   "Ｔag:none", "section：",  "is:due",   "is:",
        "prop:", "ivl>10", "r<=.5", "s!=1",   "rated:", "7",         "-1",         "kind:",    "single",
        "flag:", "客户",   "投诉",  "Cache+", "a::b",   "%_",        "\xC3\xA9\n", "\xFFx\x80"};
    std::string text;
    for (std::size_t left = below(12); left > 0; --left) text += one_of(kPieces);
    return text;
  }

  /// A good query with at most `depth` groups within each other.
  std::string good(int depth = 3) {
    std::string text;
    for (std::size_t parts = 1 + below(3); parts > 0; --parts) {
      if (!text.empty()) text += one_of(std::array<std::string_view, 4>{" ", " and ", " or ", " OR "});
      if (below(4) == 0) text += '-';
      text += depth > 0 && below(3) == 0 ? "(" + good(depth - 1) + ")" : term();
    }
    return text;
  }

  std::string term() {
    static constexpr std::array<std::string_view, 8> kWords{"客户",  "投诉", "处",    "cache",
                                                            "\"c\"", "c++",  "先*后", "\"客户 投诉\""};
    static constexpr std::array<std::string_view, 16> kOthers{
        "is:due",     "is:new", "is:leech",    "is:suspended", "is:buried",    "deck:仓储",
        "deck:Aa*",   "tag:a",  "tag:a::*",    "tag:none",     "section:应对", "kind:single",
        "kind:point", "flag:2", "kind:recall", "section:*"};
    static constexpr std::array<std::string_view, 8> kProperties{"ivl",  "due", "reps", "lapses",
                                                                 "ease", "s",   "d",    "r"};
    static constexpr std::array<std::string_view, 6> kComparisons{"<", "<=", "=", "!=", ">=", ">"};
    static constexpr std::array<std::string_view, 9> kNumbers{"0",   "1",  "-3",  "2.5", "10",
                                                              "0.9", "30", ".25", "3"};
    switch (below(4)) {
      case 0: return std::string(one_of(kWords));
      case 1: return "rated:" + std::to_string(1 + below(20));
      case 2:
        return "prop:" + std::string(one_of(kProperties)) + std::string(one_of(kComparisons)) +
               std::string(one_of(kNumbers));
      default: return std::string(one_of(kOthers));
    }
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace rehearse::test
