#include "core/schedule/study_deck.h"

#include <algorithm>

namespace rehearse {

bool is_fresh(const StudyDeck& deck, const StudyQuestion& question) {
  const auto memories = deck.memories_of(question);
  return std::none_of(memories.begin(), memories.end(), [](const MemoryState& state) { return state.met; });
}

bool is_any_chosen(const StudyDeck& deck, const StudyQuestion& question) {
  for (std::uint32_t slot = 0; slot < question.slots(); ++slot)
    if (deck.is_chosen(question, slot)) return true;
  return false;
}

bool seen_today(const StudyDeck& deck, const StudyQuestion& question, StudyDay today) {
  const auto memories = deck.memories_of(question);
  return std::any_of(memories.begin(), memories.end(),
                     [&](const MemoryState& state) { return state.met && state.seen >= today; });
}

double learning_cost(const StudyDeck& deck, const StudyQuestion& question) {
  if (question.kind == CardKind::kChoice) return deck.costs.choice_card;
  return deck.costs.learn_question + deck.costs.learn_point * question.asked();
}

double whole_cost(const StudyDeck& deck, const StudyQuestion& question) {
  if (question.kind == CardKind::kChoice) return deck.costs.choice_card;
  return deck.costs.whole_question + deck.costs.whole_point * question.asked();
}

double single_cost(const StudyDeck& deck, const StudyQuestion& question) {
  return question.points == 0 ? whole_cost(deck, question) : deck.costs.point_card;
}

}  // namespace rehearse
