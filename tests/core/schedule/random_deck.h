// Decks as learners leave them, drawn from a seed.
#pragma once

#include <algorithm>
#include <random>

#include "core/schedule/study_deck.h"

namespace rehearse::test {

inline MemoryState random_memory(std::mt19937_64& random, const Scheduler& scheduler, StudyDay today) {
  MemoryState state;
  StudyDay day = today - std::chrono::days{random() % 60};
  for (std::uint64_t answers = random() % 6; answers > 0 && day <= today; --answers) {
    state = scheduler.observe(state, static_cast<Quality>(random() % 6), day);
    day = std::max(state.due(), day + std::chrono::days{1}) + std::chrono::days{random() % 5};
  }
  if (state.met && random() % 16 == 0)
    state.moved_to = today + std::chrono::days{static_cast<int>(random() % 9) - 3};
  return state;
}

/// Of up to `most` questions, a third of them new; with any settings a learner can give.
inline StudyDeck random_deck(std::mt19937_64& random, StudyDay today, std::size_t most = 30) {
  StudyDeck deck;
  if (random() % 2 == 0) deck.scheduler = Scheduler::fsrs6();
  if (random() % 4 != 0) deck.interview = today + std::chrono::days{static_cast<int>(random() % 45) - 3};
  deck.interview_since = today - std::chrono::days{random() % 20};
  if (random() % 2 == 0) deck.after_interview = AfterInterview::kQuiet;
  deck.daily_time = std::chrono::seconds{random() % 3000};
  deck.fresh_per_day = random() % 12;
  if (random() % 3 == 0) deck.reviews_per_day = random() % 20;
  deck.met_today = random() % 5;
  deck.reviewed_today = random() % 10;
  deck.spent_today = std::chrono::seconds{random() % 600};
  if (random() % 4 == 0) deck.spread = BacklogSpread{today + std::chrono::days{random() % 7}};
  for (std::size_t left = random() % (most + 1); left > 0; --left) {
    StudyQuestion question;
    question.first_slot = static_cast<std::uint32_t>(deck.memories.size());
    question.kind = random() % 4 == 0 ? CardKind::kChoice : CardKind::kRecall;
    if (question.kind == CardKind::kRecall) question.points = static_cast<std::uint16_t>(random() % 8);
    question.section = static_cast<std::uint16_t>(random() % 4);
    question.marks = random() % 2 == 0 ? 0 : static_cast<float>(random() % 20);
    const bool fresh = random() % 3 == 0;
    for (std::uint32_t slot = 0; slot < question.slots(); ++slot)
      deck.memories.push_back(fresh ? MemoryState{} : random_memory(random, deck.scheduler, today));
    deck.questions.push_back(question);
  }
  if (random() % 2 == 0)
    for (std::size_t slot = 0; slot < deck.memories.size(); ++slot)
      deck.held.push_back(random() % 8 == 0 ? static_cast<Held>(1 + random() % 2) : Held::kNo);
  return deck;
}

}  // namespace rehearse::test
