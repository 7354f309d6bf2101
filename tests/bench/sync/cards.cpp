#include "tests/bench/sync/cards.h"

#include <cstdint>
#include <string>

namespace rehearse::bench {
namespace {

constexpr std::size_t kCharacters = 120;
constexpr std::size_t kSections = 20;

/// One of the alphabet's characters, in UTF-8: three bytes each.
std::string character(std::size_t index) {
  constexpr std::uint32_t kFirst = 0x4e00, kStep = 97;
  const std::uint32_t code = kFirst + kStep * static_cast<std::uint32_t>(index % kCharacters);
  return {static_cast<char>(0xe0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3f)),
          static_cast<char>(0x80 | (code & 0x3f))};
}

}  // namespace

Document vocabulary(std::size_t cards) {
  constexpr std::size_t kShortest = 6, kLengths = 9;
  Document document;
  document.title = "词汇 " + std::to_string(cards);
  for (std::size_t i = 0; i < kSections; ++i)
    document.sections.push_back({"第 " + std::to_string(i + 1) + " 课", ""});
  std::uint32_t chance = 1;
  for (std::size_t i = 0; i < cards; ++i) {
    Question question;
    question.section = document.sections[i % kSections].title;
    const std::size_t tens = i / kCharacters, hundreds = tens / kCharacters;
    question.stem = character(i) + character(tens) + character(hundreds + 7 * i);
    for (std::size_t length = kShortest + i % kLengths; length > 0; --length) {
      chance = chance * 1'664'525 + 1'013'904'223;  // Numerical Recipes, 7.1
      question.answer += character(chance >> 16);
    }
    document.questions.push_back(std::move(question));
  }
  return document;
}

}  // namespace rehearse::bench
