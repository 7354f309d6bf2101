// What a learner waits for behind a typed answer.
#include <string>

#include "core/import/read_document.h"
#include "core/recall/coverage.h"
#include "tests/bench/bank.h"
#include "tests/bench/bench.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kBankBytes = 1'000'000;
constexpr std::size_t kAnswerBytes = 1'500;  // 500 ideographs: three minutes of speech

/// The question of the bank with the most points.
const Question& longest(const std::vector<Question>& questions) {
  const Question* longest = &questions.front();
  for (const Question& question : questions)
    if (question.points.size() > longest->points.size()) longest = &question;
  return *longest;
}

}  // namespace

std::vector<Figure> measure_recall() {
  const Document bank = read_document(varied_bank(kBankBytes), "bank.txt")->document;
  std::size_t points = 0;
  for (const Question& question : bank.questions) points += question.points.size();
  const DeckTerms deck(bank.questions);
  const Question& question = longest(bank.questions);
  std::string typed;
  while (typed.size() < kAnswerBytes)
    for (const KeyPoint& point : question.points) typed += point.cue + "，" + point.detail + "。";
  return {{"points covered by an answer of 500 characters",
           median_ms(101, [&] { (void)covered_points(question, typed, deck); }), 1, "the plan's limit"},
          {"terms of a deck of " + std::to_string(points) + " points",
           median_ms(5, [&] { (void)DeckTerms(bank.questions); }), 500, "felt as short, once a deck"}};
}

}  // namespace rehearse::bench
