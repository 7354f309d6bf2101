// What lies ahead of a deck: the days up to its interview, how ready one would be, and what has piled up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/base/words.h"
#include "core/schedule/backlog.h"
#include "core/schedule/plan.h"
#include "core/schedule/readiness.h"

namespace rehearse {

/// How ready one is for a deck's interview.
struct ReadyDeck {
  DeckReadiness readiness;
  std::vector<std::string> sections;  // titles, by index of readiness.sections
};

struct DeckOutlook {
  StudyDay today{};
  std::optional<StudyDay> interview;
  Plan plan;
  Words words;  // of the plan
  DeckReadiness readiness;
  std::vector<std::string> sections;  // titles, by index of readiness.sections
  std::vector<CardId> leave_out;      // of the plan's remedy: the questions' own cards
  std::optional<BacklogOffer> backlog;
  std::vector<BacklogDay> spread;  // of the offer, day by day
};

}  // namespace rehearse
