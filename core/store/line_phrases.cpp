#include "core/store/line_phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace rehearse {
namespace {

// DO NOT CHANGE OR MOVE ONE: the numbers are in every library file. A new one goes to the end.
constexpr std::string_view kPhrases[] = {
    // 0: reviews, in the order in which their keys come.
    R"({"by":"sm2","card":")",
    R"({"by":"fsrs6","card":")",
    R"(,"d":")",
    R"(","d":")",
    R"(","ivl":)",
    R"(,"k":"review","ms":)",
    R"(,"p":{")",
    R"(":2,")",
    R"(":1,")",
    R"(":0,")",
    R"(":2},"r":)",
    R"(":1},"r":)",
    R"(":0},"r":)",
    R"(,"r":)",
    R"(,"s":)",
    R"(,"sr":)",
    R"(,"t":)",
    R"(,"tz":480,"x":")",
    R"(,"tz":)",
    R"(,"x":")",
    // 20: questions out of documents.
    R"({"by":"import","c":)",
    R"(","k":"set","o":"question:)",
    R"(","s":)",
    R"(","at":"000)",
    R"(","deck":")",
    R"(","kind":"open",)",
    R"("point:)",
    R"(":{"at":"000000)",
    R"(","cue":")",
    R"(","detail":")",
    R"("},"point:)",
    R"("},"stem":")",
    R"(","stem":")",
    R"("},"x":")",
    R"(,"v":{)",
    R"("answer":")",
    R"("],[")",
    R"({"base":[")",
    // 38: from here on a phrase takes two bytes.
    R"({"by":"import","d":")",
    R"("],"by":"import","c":)",
    R"("],"by":"import","d":")",
    R"("],"c":)",
    R"("],"d":")",
    R"({"by":"sm2","c":)",
    R"({"by":"fsrs6","c":)",
    R"({"by":"anki","c":)",
    R"({"by":"anki","card":")",
    R"(,"card":")",
    R"(","from":"anki","ivl":)",
    R"(","from":"rehearse","ivl":)",
    R"(","from":")",
    R"(,"w":)",
    R"({"c":)",
    R"({"card":")",
    R"({"d":")",
    R"({"at":"000)",
    R"(","base":[")",
    R"(,"base":[")",
    R"(","due":"20)",
    R"(","ef":)",
    R"(,"k":"schedule","l":)",
    R"(,"n":)",
    R"(,"p":[")",
    R"("],"s":)",
    R"(","k":"void","o":")",
    R"(","k":"alive","o":"question:)",
    R"(","k":"alive","o":"deck:)",
    R"(","k":"order","o":"question:)",
    R"(","k":"config","o":"deck:)",
    R"(","k":"config","o":"library","s":)",
    R"(","k":"set","o":"deck:)",
    R"(,"v":false,"x":")",
    R"(,"v":true,"x":")",
    R"(,"v":{"interview":")",
    R"(,"v":{"interview":null,"since":")",
    R"(","since":")",
    R"("sections":[[")",
    R"("title":")",
    R"(","title":")",
    R"("analysis":")",
    R"(","answer":")",
    R"("at":"000)",
    R"(","code":")",
    R"(","criteria":[")",
    R"("],"deck":")",
    R"(,"key":[")",
    R"("],"kind":")",
    R"(","kind":")",
    R"("open","marks":)",
    R"("single")",
    R"("multiple")",
    R"("true_false")",
    R"("fill")",
    R"("case")",
    R"(,"marks":)",
    R"(,"options":[["A",")",
    R"("],["B",")",
    R"("],["C",")",
    R"("],["D",")",
    R"("],["E",")",
    R"("]],")",
    R"("place:)",
    R"(":null)",
    R"(","of":[")",
    R"("]},"point:)",
    R"(":{"at":")",
    R"("},"place:)",
    R"("},"seconds":)",
    R"(,"seconds":)",
    R"("},"section":")",
    R"(,"section":")",
    R"(,"stem":")",
    R"(","section":")",
    R"(","kind":"open","marks":)",
    R"(","kind":"open","point:)",
    R"(","kind":"case","marks":)",
    R"(","kind":"case","point:)",
    // 117: what came with an import.
    R"(","in":")",
    R"(","from":"anki","in":")",
    R"(","from":"rehearse","in":")",
    R"(","k":"import","s":)",
};
constexpr std::size_t kPhraseCount = std::size(kPhrases);

/// The phrases by a hash of what all of them have: their first bytes.
class PhraseIndex {
 public:
  PhraseIndex() {
    for (std::uint16_t number = 0; number < kPhraseCount; ++number)
      bucket(kPhrases[number]).push_back(number);
    for (auto& numbers : buckets_)
      std::sort(numbers.begin(), numbers.end(),
                [](std::uint16_t a, std::uint16_t b) { return kPhrases[a].size() > kPhrases[b].size(); });
  }

  std::optional<std::size_t> longest(std::string_view text) const {
    if (text.size() < kShortestPhrase) return std::nullopt;
    for (const std::uint16_t number : buckets_[hash(text)])
      if (text.starts_with(kPhrases[number])) return number;
    return std::nullopt;
  }

 private:
  static constexpr std::size_t kBuckets = 1024;

  static std::size_t hash(std::string_view text) {
    std::uint32_t head;
    std::memcpy(&head, text.data(), sizeof head);
    static_assert(sizeof head == kShortestPhrase);
    return head * 0x9E3779B1u >> 22;  // Knuth's multiplier; the upper bits are the mixed ones
  }
  std::vector<std::uint16_t>& bucket(std::string_view text) { return buckets_[hash(text)]; }

  std::array<std::vector<std::uint16_t>, kBuckets> buckets_;
};

static_assert(std::all_of(std::begin(kPhrases), std::end(kPhrases), [](std::string_view one) {
  return one.size() >= kShortestPhrase && can_begin_phrase(one.front());
}));

}  // namespace

std::optional<std::size_t> phrase_at(std::string_view text) {
  static const PhraseIndex index;
  return index.longest(text);
}

std::string_view phrase(std::size_t number) {
  return number < kPhraseCount ? kPhrases[number] : std::string_view();
}

}  // namespace rehearse
