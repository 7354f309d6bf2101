#include "core/study/typed_answer.h"

#include <algorithm>
#include <functional>
#include <string>

namespace rehearse {
namespace {

std::size_t hash_of_points(const Question& question) {
  std::string text;
  for (const KeyPoint& point : question.points) text += point.cue + '\n' + point.detail + '\n';
  return std::hash<std::string>()(text);
}

}  // namespace

PointResult tick_of(PointVerdict verdict) {
  switch (verdict) {
    case PointVerdict::kRecalled: return PointResult::kRecalled;
    case PointVerdict::kPartly: return PointResult::kHint;
    case PointVerdict::kMissed: return PointResult::kMissed;
  }
  return PointResult::kMissed;
}

std::vector<SourceSpan> all_matched(const Card& card, const std::vector<PointCoverage>& coverage) {
  std::vector<SourceSpan> spans;
  for (std::size_t i = 0; i < coverage.size(); ++i)
    if (!card.asked || *card.asked == i)
      spans.insert(spans.end(), coverage[i].matched.begin(), coverage[i].matched.end());
  std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<SourceSpan> joined;
  for (const SourceSpan& span : spans) {
    if (!joined.empty() && span.begin <= joined.back().end)
      joined.back().end = std::max(joined.back().end, span.end);
    else
      joined.push_back(span);
  }
  return joined;
}

const DeckTerms& TermsOfDecks::of(const Card& card) {
  const auto known = decks_.find(card.deck);
  if (known != decks_.end() && known->second.questions.contains(hash_of_points(card.question)))
    return known->second.terms;
  return decks_.insert_or_assign(card.deck, read(card.deck)).first->second.terms;
}

TermsOfDecks::Terms TermsOfDecks::read(DeckId deck) const {
  Terms terms;
  std::vector<Question> questions;
  for (ListedQuestion& listed : library_.questions(deck)) {
    terms.questions.insert(hash_of_points(listed.question));
    questions.push_back(std::move(listed.question));
  }
  terms.terms = DeckTerms(questions);
  return terms;
}

}  // namespace rehearse
