// How much of a deck would be recalled on the interview day if nothing more were done.
#pragma once

#include <vector>

#include "core/base/time.h"
#include "core/schedule/study_deck.h"

namespace rehearse {

struct Readiness {
  double recalled_marks = 0;  // Σ marks · P(recalled on the day)
  double marks = 0;

  /// In [0, 1]; 0 of nothing.
  double share() const { return marks > 0 ? recalled_marks / marks : 0; }
};

struct DeckReadiness {
  StudyDay day{};  // that it is about: the interview day; without one, or when it is over, today
  Readiness all;
  std::vector<Readiness> sections;  // by index, as many as the highest one needs
};

/// What is held counts too: the interview may ask it. An estimate; show beside it what was really recalled
/// lately.
DeckReadiness readiness(const StudyDeck& deck, StudyDay today);

}  // namespace rehearse
