// What differs between two versions of a deck.
#pragma once

#include <vector>

#include "core/deck/import_changes.h"

namespace rehearse {

struct DeckChanges {
  // Without numbers. The words of those added and removed stand in no field.
  std::vector<QuestionChange> added, changed, removed;
  bool is_deck_changed = false;  // its title or its sections

  bool is_nothing() const { return added.empty() && changed.empty() && removed.empty() && !is_deck_changed; }
};

}  // namespace rehearse
