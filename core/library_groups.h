// What a library knows of the groups it is a member of, and does in them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/store/joined_groups.h"

namespace rehearse {

/// What publishing a deck did, or would do.
struct PublishReport {
  std::size_t added = 0, changed = 0, removed = 0;  // questions
  bool is_deck_changed = false;                     // its title or its sections
  std::size_t undecided = 0;  // conflicts that nobody has looked at: what the group says of them stays

  bool is_nothing() const { return added + changed + removed == 0 && !is_deck_changed; }
  friend bool operator==(const PublishReport&, const PublishReport&) = default;
};

/// A question that a group has removed from its deck, and that is the learner's to keep.
struct OfferedRemoval {
  QuestionId question;
  std::string stem;
};

/// What becomes of the decks of a group that is left.
enum class LeftDecks {
  kKept,       // they are the learner's own from then on
  kForgotten,  // as if the group had never been there; what the learner did himself stays
};

}  // namespace rehearse
