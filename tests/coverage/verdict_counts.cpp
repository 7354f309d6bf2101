#include "tests/coverage/verdict_counts.h"

namespace rehearse::coverage {
namespace {

std::optional<double> share(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void VerdictCounts::add(const VerdictCounts& other) {
  for (std::size_t expected = 0; expected < kVerdicts; ++expected)
    for (std::size_t found = 0; found < kVerdicts; ++found)
      counts_[expected][found] += other.counts_[expected][found];
}

std::size_t VerdictCounts::expected(PointVerdict verdict) const {
  std::size_t sum = 0;
  for (const std::size_t count : counts_[static_cast<std::size_t>(verdict)]) sum += count;
  return sum;
}

std::size_t VerdictCounts::found(PointVerdict verdict) const {
  std::size_t sum = 0;
  for (const auto& row : counts_) sum += row[static_cast<std::size_t>(verdict)];
  return sum;
}

std::size_t VerdictCounts::points() const {
  return expected(PointVerdict::kMissed) + expected(PointVerdict::kPartly) +
         expected(PointVerdict::kRecalled);
}

std::optional<double> VerdictCounts::precision() const {
  return share(at(PointVerdict::kRecalled, PointVerdict::kRecalled), found(PointVerdict::kRecalled));
}

std::optional<double> VerdictCounts::recall() const {
  return share(at(PointVerdict::kRecalled, PointVerdict::kRecalled), expected(PointVerdict::kRecalled));
}

std::optional<double> VerdictCounts::recall_with_partly() const {
  const std::size_t found = at(PointVerdict::kRecalled, PointVerdict::kRecalled) +
                            at(PointVerdict::kRecalled, PointVerdict::kPartly);
  return share(found, expected(PointVerdict::kRecalled));
}

std::optional<double> VerdictCounts::agreement() const {
  std::size_t same = 0;
  for (std::size_t verdict = 0; verdict < kVerdicts; ++verdict) same += counts_[verdict][verdict];
  return share(same, points());
}

DeckTerms terms_of(const MarkedDeck& deck) {
  std::vector<Question> questions;
  for (const MarkedQuestion& asked : deck.questions) questions.push_back(asked.question);
  return DeckTerms(questions);
}

HalfCounts counts_of(const std::vector<MarkedDeck>& decks, Half half) {
  HalfCounts counts;
  for (const MarkedDeck& deck : decks) {
    const DeckTerms terms = terms_of(deck);
    for (const MarkedQuestion& asked : deck.questions) {
      if (asked.half != half) continue;
      for (const TypedAnswer& answer : asked.answers) {
        const auto kind = static_cast<std::size_t>(answer.kind);
        const std::vector<PointCoverage> covered = covered_points(asked.question, answer.text, terms);
        for (std::size_t i = 0; i < covered.size(); ++i)
          counts.of_kind[kind].add(answer.expected[i], covered[i].verdict);
        ++counts.answers[kind];
      }
    }
  }
  return counts;
}

}  // namespace rehearse::coverage
