#include "core/schedule/readiness.h"

#include <algorithm>

#include "core/schedule/gain.h"

namespace rehearse {

DeckReadiness readiness(const StudyDeck& deck, StudyDay today) {
  DeckReadiness result;
  result.day = std::max(today, deck.interview.value_or(today));
  const Weigher weigher(deck.scheduler, result.day);
  for (const StudyQuestion& question : deck.questions) {
    Readiness own;
    const auto memories = deck.memories_of(question);
    for (const MemoryState& state : memories.subspan(question.first_asked(), question.asked()))
      own.recalled_marks += question.marks_each() * weigher.recall(state, result.day);
    own.marks = question.marks_each() * question.asked();
    if (question.section >= result.sections.size()) result.sections.resize(question.section + std::size_t{1});
    for (Readiness* sum : {&result.all, &result.sections[question.section]}) {
      sum->recalled_marks += own.recalled_marks;
      sum->marks += own.marks;
    }
  }
  return result;
}

}  // namespace rehearse
