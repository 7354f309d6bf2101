#include "core/recall/common_words.h"

#include <algorithm>
#include <array>

namespace rehearse {
namespace {

template <class Sign, std::size_t kSize>
constexpr std::array<Sign, kSize> sorted(std::array<Sign, kSize> signs) {
  std::sort(signs.begin(), signs.end());
  return signs;
}

template <std::size_t kSize>
constexpr std::array<char32_t, kSize> sorted_characters(const char32_t (&text)[kSize]) {
  return sorted(std::to_array(text));
}

// Every ideograph of every text is looked up: by halves.
constexpr auto kCommonIdeographs = sorted_characters(
    U"的地得了着过是在我有和就不没人都一上也很到说要去你会看好自己这那他她它们与及或但而且并把被让给对为以于"
    U"从向跟同等其之所将该此个些么什吗呢吧啊哦嗯呀嘛可能应须然后因果虽先再最首次第前中里下来还只又才更太"
    U"比如像当做用出起过多少几谁哪怎样想觉得话点儿时候");

constexpr auto kCommonWords = sorted(std::to_array<std::string_view>(
    {"a",    "about",  "after", "all",   "also",    "always",  "am",     "an",     "and",    "any",
     "are",  "as",     "at",    "back",  "be",      "because", "been",   "before", "being",  "both",
     "but",  "by",     "can",   "could", "did",     "do",      "does",   "doing",  "done",   "each",
     "else", "even",   "every", "few",   "finally", "first",   "for",    "from",   "get",    "give",
     "go",   "good",   "got",   "had",   "has",     "have",    "he",     "her",    "here",   "him",
     "his",  "how",    "i",     "if",    "in",      "into",    "is",     "it",     "its",    "just",
     "know", "last",   "let",   "like",  "ll",      "make",    "many",   "may",    "me",     "might",
     "more", "most",   "much",  "must",  "my",      "next",    "of",     "often",  "on",     "one",
     "or",   "other",  "our",   "out",   "own",     "re",      "s",      "say",    "second", "see",
     "she",  "should", "so",    "some",  "such",    "take",    "than",   "that",   "the",    "their",
     "them", "then",   "there", "these", "they",    "thing",   "things", "this",   "those",  "to",
     "too",  "up",     "us",    "very",  "want",    "was",     "we",     "well",   "were",   "what",
     "when", "which",  "who",   "will",  "with",    "would",   "yes",    "you",    "your"}));

constexpr auto kNegatingWords = std::to_array<std::string_view>(
    {"no",      "not",      "never",   "nobody", "nothing", "none",   "nor",   "without", "cannot",
     "cant",    "dont",     "doesnt",  "didnt",  "isnt",    "arent",  "wasnt", "werent",  "wont",
     "wouldnt", "shouldnt", "couldnt", "mustnt", "hasnt",   "havent", "hadnt", "avoid"});

constexpr std::u32string_view kNegatingIdeographs = U"不没别勿未无免禁";

// What they begin with: few characters need the list below.
constexpr std::u32string_view kBeginsHarmless = U"不特分区级个类性识鉴辨别告无未对差了来忍免";
constexpr auto kHarmlessNegations = std::to_array<std::u32string_view>(
    {U"不仅",   U"不但",   U"不断",   U"不同",     U"不过",   U"不少", U"不久", U"不管",   U"不论",
     U"不如",   U"不妨",   U"不得不", U"不好意思", U"不时",   U"不止", U"不只", U"不一会", U"不错",
     U"特别",   U"分别",   U"区别",   U"级别",     U"个别",   U"类别", U"性别", U"识别",   U"鉴别",
     U"辨别",   U"别人",   U"别的",   U"别家",     U"别处",   U"告别", U"无论", U"未来",   U"未婚",
     U"对不起", U"差不多", U"了不起", U"来不及",   U"忍不住", U"免费", U"免疫", U"无线"});

}  // namespace

bool is_common_ideograph(char32_t c) {
  return std::binary_search(kCommonIdeographs.begin(), kCommonIdeographs.end(), c);
}

bool is_common_word(std::string_view word) {
  return std::binary_search(kCommonWords.begin(), kCommonWords.end(), word);
}

bool is_negating_word(std::string_view word) {
  return std::find(kNegatingWords.begin(), kNegatingWords.end(), word) != kNegatingWords.end();
}

bool is_negating_ideograph(char32_t c) { return kNegatingIdeographs.find(c) != std::u32string_view::npos; }

std::size_t length_of_harmless_negation(std::span<const FoldedCharacter> characters) {
  if (characters.empty() || kBeginsHarmless.find(characters.front().character) == std::u32string_view::npos)
    return 0;
  for (const std::u32string_view word : kHarmlessNegations) {
    const bool same =
        characters.size() >= word.size() &&
        std::equal(word.begin(), word.end(), characters.begin(),
                   [](char32_t c, const FoldedCharacter& folded) { return c == folded.character; });
    if (same) return word.size();
  }
  return 0;
}

}  // namespace rehearse
